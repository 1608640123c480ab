import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { call } from '#web/lib/api.ts'

export type PeopleFilters = { find?: string; account?: 'enabled' | 'disabled'; add?: true }

/** What the address of the people page names; anything else is dropped. */
export function readPeopleFilters(search: Record<string, unknown>): PeopleFilters {
  const { find, account, add } = search
  return {
    ...((typeof find === 'string' && find !== '') || typeof find === 'number' ? { find: `${find}` } : {}),
    ...(account === 'enabled' || account === 'disabled' ? { account } : {}),
    ...(add === true ? { add } : {}),
  }
}

export function usePeople({ find, account }: PeopleFilters) {
  return useInfiniteQuery({
    queryKey: ['people', find, account],
    queryFn: ({ pageParam, signal }) =>
      call('listPeople', { query: { q: find, state: account, cursor: pageParam, limit: 30 } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

export function usePerson(id: string) {
  return useQuery({
    queryKey: ['person', id],
    queryFn: ({ signal }) => call('getPerson', { params: { id } }, signal),
  })
}

/** Units of every kind by a part of their name, for choosing where a post is. */
export function useUnits(q: string) {
  return useQuery({
    queryKey: ['units', q],
    queryFn: ({ signal }) => call('listPlaceUnits', { query: { q } }, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}
