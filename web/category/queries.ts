import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#web/lib/api.ts'
import { failureWords, fieldOf } from '#web/lib/failure-words.ts'
import { RefusalError } from '#web/lib/failures.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'

export function useWholeCategories() {
  return useQuery({
    queryKey: ['rules', 'categories'],
    queryFn: ({ signal }) => call('readCategories', {}, signal),
  })
}

/**
 * One command about the rules of the district: sent again under the same id until it is done. `errorAt` is the error beside a
 * field of the form; `rest` is one that belongs to none of them.
 */
export function useRuling<T>(
  send: (commandId: string) => Promise<T>,
  fields: readonly string[],
  onDone: (answer: T) => void,
) {
  const { language } = useWords()
  const queryClient = useQueryClient()
  const [commandId, setCommandId] = useState(newId)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => send(commandId),
    onSuccess: (answer) => {
      setCommandId(newId())
      for (const queryKey of [['rules'], ['categories'], ['templates']])
        void queryClient.invalidateQueries({ queryKey })
      onDone(answer)
    },
    onError: (failed) => {
      // What was refused left nothing behind: the mended form is a new command.
      if (failed instanceof RefusalError) setCommandId(newId())
    },
  })
  const field = error instanceof RefusalError ? fieldOf(error.refusal.field) : undefined
  const words = error ? failureWords(error, language) : undefined
  const isBeside = field !== undefined && fields.includes(field)
  return {
    run: () => mutate(),
    isPending,
    errorAt: (name: string) => (isBeside && field === name ? words : undefined),
    rest: isBeside ? undefined : words,
  }
}
