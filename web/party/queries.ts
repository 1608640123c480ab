import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { call } from '#web/lib/api.ts'

/** The parties of a matter, page by page; the first page tells how many there are. */
export function useParties(id: string) {
  return useInfiniteQuery({
    queryKey: ['matter', id, 'parties'],
    queryFn: ({ pageParam, signal }) =>
      call('listParties', { params: { id }, query: { limit: 40, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

/** In which other open matters the numbers of the parties stand. */
export function usePartiesElsewhere(id: string, isOn: boolean) {
  return useQuery({
    queryKey: ['matter', id, 'parties', 'elsewhere'],
    queryFn: ({ signal }) => call('listPartyElsewhere', { params: { id }, body: {} }, signal),
    enabled: isOn,
    staleTime: 60_000,
  })
}
