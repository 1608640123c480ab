import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type Given } from '#web/lib/api.ts'

export const exportsQuery = infiniteQueryOptions({
  queryKey: ['exports'],
  queryFn: ({ pageParam, signal }) =>
    call('listExports', { query: { limit: 10, cursor: pageParam } }, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.next ?? undefined,
  // the nudges may be lost
  refetchInterval: ({ state }) =>
    state.data?.pages.some((page) => page.rows.some((row) => row.state === 'running')) ? 3_000 : false,
})

type Start = Given<'startExport'>['params'] & Given<'startExport'>['body']

/** Starts an export, and writes a failed one anew; each sent again does no harm. */
export function useExportCommands() {
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: exportsQuery.queryKey })
  const start = useMutation({
    mutationFn: ({ id, ...body }: Start) => call('startExport', { params: { id }, body }),
    onSettled,
  })
  const resume = useMutation({
    mutationFn: (id: string) => call('resumeExport', { params: { id } }),
    onSettled,
  })
  return { start, resume }
}
