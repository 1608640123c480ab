import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '#web/lib/api.ts'
import { useDeed } from '#web/lib/use-deed.ts'

export function usePartners() {
  return useInfiniteQuery({
    queryKey: ['partners'],
    queryFn: ({ pageParam, signal }) =>
      call('listPartners', { query: { cursor: pageParam, limit: 30 } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

/** One command about a system; see `useDeed`. */
export const usePartnerDeed = <Done>(
  send: (commandId: string) => Promise<Done>,
  fields: readonly string[],
  onDone: (done: Done) => void,
) => useDeed(['partners'], send, fields, onDone)
