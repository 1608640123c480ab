import { useState } from 'preact/hooks'
import type { Step } from '#domain/mediation/moves.ts'
import type { Outcome } from '../../api.ts'
import { type Door, takeStep } from '../../mediation-api.ts'
import { commandIdFor } from '../../use-move.ts'

/** Takes a step as the party; the same content again is the same command. Tells why it did not get there. */
export function usePartyStep(door: Door, onDone: () => void) {
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<Outcome<unknown>>()
  const send = async (step: Step, input: Record<string, unknown>, drawing?: string): Promise<boolean> => {
    if (isSending) return false
    setSending(true)
    setProblem(undefined)
    const commandId = commandIdFor(`${door.token}.${step}`, [input, drawing])
    const outcome = await takeStep(door, { commandId, step, input, ...(drawing ? { drawing } : {}) })
    setSending(false)
    if (!('ok' in outcome)) {
      setProblem(outcome)
      return false
    }
    onDone()
    return true
  }
  return { send, isSending, problem }
}
