import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { failureWords, fieldOf } from '#web/lib/failure-words.ts'
import { RefusalError } from '#web/lib/failures.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'

const openWork: ReadonlySet<string> = new Set(['hasOpenWork', 'unitHasWork'])

/** Where the answer of a command is shown: the page of a person or of a unit, with the list beside it. */
const listBeside = { person: 'people', org: 'units', absence: 'absences' } as const

/**
 * One command about a person or a unit: sent again under the same id until it is done, and under a new one afterwards. `errorAt` is the
 * error beside a field; `rest` is one that belongs to no field of the form.
 */
export function useDeed<P extends { id: string }>(
  send: (commandId: string) => Promise<P>,
  fields: readonly string[],
  onDone: (page: P) => void,
  home: keyof typeof listBeside = 'person',
) {
  const { language } = useWords()
  const queryClient = useQueryClient()
  const [commandId, setCommandId] = useState(newId)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => send(commandId),
    onSuccess: (page) => {
      setCommandId(newId())
      queryClient.setQueryData([home, page.id], page)
      void queryClient.invalidateQueries({ queryKey: [listBeside[home]] })
      onDone(page)
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
    isOpenWork: error instanceof RefusalError && openWork.has(error.refusal.refused),
  }
}
