import { infiniteQueryOptions, useQuery } from '@tanstack/react-query'
import { call } from '#web/lib/api.ts'

export const rostersQuery = infiniteQueryOptions({
  queryKey: ['rosters'],
  queryFn: ({ pageParam, signal }) =>
    call('listRosters', { query: { limit: 20, cursor: pageParam } }, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.next ?? undefined,
})

/** One import; while it runs it is asked every second. */
export function useRoster(id: string) {
  return useQuery({
    queryKey: ['roster', id],
    queryFn: ({ signal }) => call('getRoster', { params: { id } }, signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1_000 : false),
  })
}
