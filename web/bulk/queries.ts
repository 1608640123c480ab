import { infiniteQueryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { BulkVerb } from '#domain/matter/bulk.ts'
import { call, type Given } from '#web/lib/api.ts'

export type Form = Record<string, unknown>

/** Which of the chosen may be moved so. Without `input` only by what they are. */
export function usePreview(verb: BulkVerb | undefined, ids: string[]) {
  return useQuery({
    queryKey: ['bulk-preview', verb, ids],
    queryFn: ({ signal }) =>
      verb === undefined ? null : call('previewBulk', { body: { verb, ids } }, signal),
    enabled: verb !== undefined,
    staleTime: 0,
  })
}

export function useRun(id: string | undefined) {
  return useQuery({
    queryKey: ['bulk', id],
    queryFn: ({ signal }) => call('getBulk', { params: { id: id ?? '' } }, signal),
    enabled: id !== undefined,
    // the nudges may be lost; a run is short
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 2_000 : false),
  })
}

export const runsQuery = infiniteQueryOptions({
  queryKey: ['bulks'],
  queryFn: ({ pageParam, signal }) => call('listBulk', { query: { limit: 10, cursor: pageParam } }, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.next ?? undefined,
})

type Start = Given<'startBulk'>['params'] & Given<'startBulk'>['body']

/** Starts a run, and goes on with one; each sent again does no harm. */
export function useBulkCommands() {
  const client = useQueryClient()
  const onSuccess = (run: { id: string }) => {
    client.setQueryData(['bulk', run.id], run)
    void client.invalidateQueries({ queryKey: ['bulks'] })
  }
  const start = useMutation({
    mutationFn: ({ id, ...body }: Start) => call('startBulk', { params: { id }, body }),
    onSuccess,
  })
  const resume = useMutation({
    mutationFn: (id: string) => call('resumeBulk', { params: { id } }),
    onSuccess,
  })
  return { start, resume }
}
