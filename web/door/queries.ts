import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#web/lib/api.ts'
import { failureWords, fieldOf } from '#web/lib/failure-words.ts'
import { RefusalError } from '#web/lib/failures.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'

export function usePartners() {
  return useInfiniteQuery({
    queryKey: ['partners'],
    queryFn: ({ pageParam, signal }) =>
      call('listPartners', { query: { cursor: pageParam, limit: 30 } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

/**
 * One command about a system: sent again under the same id until it is done, and under a new one afterwards. `errorAt` is
 * the error beside a field; `rest` is one that belongs to no field of the form.
 */
export function usePartnerDeed<Done>(
  send: (commandId: string) => Promise<Done>,
  fields: readonly string[],
  onDone: (done: Done) => void,
) {
  const { language } = useWords()
  const queryClient = useQueryClient()
  const [commandId, setCommandId] = useState(newId)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => send(commandId),
    onSuccess: async (done) => {
      setCommandId(newId())
      await queryClient.invalidateQueries({ queryKey: ['partners'] })
      onDone(done)
    },
    onError: (failed) => {
      // What was refused left nothing behind: the mended form is a new command.
      if (failed instanceof RefusalError) setCommandId(newId())
    },
  })
  const field = error instanceof RefusalError ? fieldOf(error.refusal.field) : undefined
  const isBeside = field !== undefined && fields.includes(field)
  const words = error ? failureWords(error, language) : undefined
  return {
    run: () => mutate(),
    isPending,
    errorAt: (name: string) => (isBeside && field === name ? words : undefined),
    rest: isBeside ? undefined : words,
  }
}
