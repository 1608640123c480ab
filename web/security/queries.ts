import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { call } from '#web/lib/api.ts'

export type SecuredFilters = { find?: string; lacking?: true }

/** What the address of the security page names; anything else is dropped. */
export function readSecuredFilters(search: Record<string, unknown>): SecuredFilters {
  const { find, lacking } = search
  return {
    ...((typeof find === 'string' && find !== '') || typeof find === 'number' ? { find: `${find}` } : {}),
    ...(lacking === true ? { lacking } : {}),
  }
}

export function usePolicy() {
  return useQuery({ queryKey: ['policy'], queryFn: ({ signal }) => call('getPolicy', {}, signal) })
}

export function useSecured({ find = '', lacking }: SecuredFilters) {
  return useInfiniteQuery({
    queryKey: ['secured', find, lacking],
    queryFn: ({ pageParam, signal }) =>
      call(
        'listSecured',
        { query: { q: find, ...(lacking ? { lacking: '1' as const } : {}), cursor: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}
