import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { outboxStates } from '#contract/outlet.ts'
import { type Answer, call } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'

export type OutletRow = Answer<'listOutlets'>['rows'][number]
export type OutboxState = (typeof outboxStates)[number]
export type OutboxFilters = { outbox?: OutboxState }

/** What the address of the page of outlets names; anything else is dropped. */
export function readOutboxFilters({ outbox }: Record<string, unknown>): OutboxFilters {
  return outboxStates.includes(outbox as OutboxState) ? { outbox: outbox as OutboxState } : {}
}

/** What waits goes out within seconds, and nobody nudges about it: the page looks again by itself. */
const lookAgainMs = 3_000

export function useOutlets() {
  return useQuery({
    queryKey: ['outlets'],
    queryFn: ({ signal }) => call('listOutlets', {}, signal),
    refetchInterval: ({ state }) => (state.data?.rows.some((row) => row.waiting > 0) ? lookAgainMs : false),
  })
}

export function useOutbox(state: OutboxState) {
  return useInfiniteQuery({
    queryKey: ['outbox', state],
    queryFn: ({ pageParam, signal }) =>
      call('listOutbox', { query: { state, cursor: pageParam, limit: 30 } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

/** One command about outlets or the outbox under an id of its own; afterwards both are read again. */
export function useOutgoing<T>(send: (commandId: string) => Promise<T>, onDone: (answer: T) => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => send(newId()),
    onSuccess: onDone,
    onSettled: () =>
      Promise.all(['outlets', 'outbox'].map((key) => queryClient.invalidateQueries({ queryKey: [key] }))),
  })
}
