import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { call } from '#web/lib/api.ts'

export type UnitFilters = { find?: string; closed?: true; under?: string }

/** What the address of the units page names; anything else is dropped. `under`: a unit is being added there. */
export function readUnitFilters(search: Record<string, unknown>): UnitFilters {
  const { find, closed, under } = search
  return {
    ...((typeof find === 'string' && find !== '') || typeof find === 'number' ? { find: `${find}` } : {}),
    ...(closed === true ? { closed } : {}),
    ...(typeof under === 'string' ? { under } : {}),
  }
}

type Asked = { parent?: string; q?: string; closed: boolean }

/** One level of the tree, or what a search found; page after page. */
export function useUnitRows({ parent, q, closed }: Asked, isOn = true) {
  return useInfiniteQuery({
    queryKey: ['units', 'rows', parent, q, closed],
    queryFn: ({ pageParam, signal }) =>
      call(
        'listUnits',
        { query: { parent, q, closed: closed ? '1' : undefined, cursor: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled: isOn,
  })
}

export function useUnit(id: string | undefined) {
  return useQuery({
    queryKey: ['org', id],
    queryFn: ({ signal }) => call('getUnit', { params: { id: id ?? '' } }, signal),
    enabled: id !== undefined,
  })
}
