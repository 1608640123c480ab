import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { failureWords, fieldOf } from './failure-words.ts'
import { RefusalError } from './failures.ts'
import { newId } from './ids.ts'
import { useWords } from './words.ts'

/**
 * One command: sent again under the same id until it is done, and under a new one afterwards. In: what is asked anew once it is
 * done. `errorAt` is the error beside a field; `rest` is one that belongs to no field of the form.
 */
export function useDeed<Done>(
  queryKey: readonly unknown[],
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
      await queryClient.invalidateQueries({ queryKey })
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
    error,
    errorAt: (name: string) => (isBeside && field === name ? words : undefined),
    rest: isBeside ? undefined : words,
  }
}
