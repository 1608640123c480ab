import { infiniteQueryOptions, useQuery } from '@tanstack/react-query'
import { call } from '#web/lib/api.ts'

export const importsQuery = infiniteQueryOptions({
  queryKey: ['imports'],
  queryFn: ({ pageParam, signal }) =>
    call('listImports', { query: { limit: 20, cursor: pageParam } }, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.next ?? undefined,
})

/** One import; while it runs it is asked every second, for progress is not worth a nudge a row. */
export function useImport(id: string) {
  return useQuery({
    queryKey: ['import', id],
    queryFn: ({ signal }) => call('getImport', { params: { id } }, signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1_000 : false),
  })
}
