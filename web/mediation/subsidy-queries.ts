import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { call } from '#web/lib/api.ts'
import { useDeed } from '#web/lib/use-deed.ts'

export function useSubsidies() {
  return useInfiniteQuery({
    queryKey: ['subsidies'],
    queryFn: ({ pageParam, signal }) => call('listSubsidies', { query: { cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useSubsidy(id: string) {
  return useQuery({
    queryKey: ['subsidies', id],
    queryFn: ({ signal }) => call('getSubsidy', { params: { id } }, signal),
  })
}

export function useSubsidyLines(id: string) {
  return useInfiniteQuery({
    queryKey: ['subsidies', id, 'lines'],
    queryFn: ({ pageParam, signal }) =>
      call('listSubsidyLines', { params: { id }, query: { after: pageParam } }, signal),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

/** What the record says differently by now. */
export function useSubsidyChanges(id: string) {
  return useQuery({
    queryKey: ['subsidies', id, 'changes'],
    queryFn: ({ signal }) => call('listSubsidyChanges', { params: { id } }, signal),
  })
}

/** One command about subsidy lists; see `useDeed`. */
export const useSubsidyDeed = <Done>(
  send: (commandId: string) => Promise<Done>,
  fields: readonly string[] = [],
  onDone: (done: Done) => void = () => undefined,
) => useDeed(['subsidies'], send, fields, onDone)
