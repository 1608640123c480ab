import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Proposal } from '#domain/triage/classify.ts'
import { call } from '#web/lib/api.ts'
import { isRefused, OfflineError } from '#web/lib/failures.ts'
import { newId } from '#web/lib/ids.ts'
import { inputOf, type RegisterValue } from './register-value.ts'

export type Sending = { value: RegisterValue; proposal: Proposal; unitId: string | undefined }

const newIds = () => ({
  ...{ id: newId(), appealId: newId(), commandId: newId() },
  ...{ acceptId: newId(), triageId: newId(), dispatchId: newId() },
})

/**
 * Sends what was registered: as a matter of its own, as one more voice of another, or dispatched at once. The same content
 * sent again keeps its ids, so that it is done once; other content is another command. A lost connection is tried once more.
 */
export function useRegister() {
  const queryClient = useQueryClient()
  const sent = useRef<{ content: string; ids: ReturnType<typeof newIds> }>(undefined)
  return useMutation({
    mutationFn: ({ value, proposal, unitId }: Sending) => {
      // as typed: the contract reads it on the other side
      const input = inputOf(value, proposal) as never
      const why = value.whyOther.trim()
      const content = JSON.stringify([input, value.joins?.id, unitId, why])
      if (sent.current?.content !== content) sent.current = { content, ids: newIds() }
      const { id, appealId, commandId, ...steps } = sent.current.ids
      if (value.joins)
        return call('joinVoice', { params: { id: value.joins.id }, body: { appealId, commandId, input } })
      const dispatch =
        unitId === undefined
          ? {}
          : { dispatch: { ...steps, unitId, ...(why === '' ? {} : { whyOther: why }) } }
      return call('receiveMatter', { body: { id, appealId, commandId, input, ...dispatch } })
    },
    retry: (count, error) => error instanceof OfflineError && count < 1,
    retryDelay: 1_500,
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['matters'] })
      // what was similar and what was said before is another thing for the next one
      queryClient.removeQueries({ queryKey: ['desk'] })
    },
    onError: (error) => {
      if (isRefused(error, 'commandReused')) sent.current = undefined
      if (isRefused(error, 'paperHere') || isRefused(error, 'paperElsewhere'))
        void queryClient.invalidateQueries({ queryKey: ['desk', 'similar'] })
    },
  })
}
