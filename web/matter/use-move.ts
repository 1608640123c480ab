import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import type { Verb } from '#domain/matter/moves.ts'
import { call } from '#web/lib/api.ts'
import { isRefused } from '#web/lib/failures.ts'
import { newId } from '#web/lib/ids.ts'
import { keepOwnMove, knownVersion } from './own-moves.ts'

type Move = { verb: Verb; input: Record<string, unknown> }

/**
 * Does a move. The same content sent again after a lost answer keeps its command id, so that it is done once; other
 * content is another command. Moves of one matter go one after the other, each from what the one before made of it.
 */
export function useMove(matter: Pick<MatterPage, 'id' | 'version'>) {
  const queryClient = useQueryClient()
  const sent = useRef<{ content: string; commandId: string }>(undefined)
  return useMutation({
    scope: { id: `matter ${matter.id}` },
    mutationFn: async ({ verb, input }: Move) => {
      const version = knownVersion(queryClient, matter)
      const content = JSON.stringify([verb, input, version])
      if (sent.current?.content !== content) sent.current = { content, commandId: newId() }
      const { commandId } = sent.current
      const done = await call('moveMatter', {
        params: { id: matter.id },
        body: { commandId, version, verb, input },
      })
      keepOwnMove(queryClient, matter.id, { from: matter.version, to: done.version })
      return done
    },
    onError: (error) => {
      if (isRefused(error, 'commandReused')) sent.current = undefined
    },
    onSettled: (_answer, error) => {
      void queryClient.invalidateQueries({ queryKey: ['matters'] })
      void queryClient.invalidateQueries({ queryKey: ['targets', matter.id] })
      const reading = queryClient.invalidateQueries({ queryKey: ['matter', matter.id] })
      // the form closes on the new state; a failure is told at once
      return error ? undefined : reading
    },
  })
}
