import { useState } from 'preact/hooks'
import { keyOf, moveTracked, type Opened, type Outcome, type PersonVerb } from './api.ts'
import { newId } from './new-id.ts'

export type MoveProps = { opened: Opened; onDone: () => void }

/** The command of the last try, per appeal and verb; the same content again is the same command, so a double tap is one. */
const commands = new Map<string, { content: string; commandId: string }>()

/** The id for a command. In: what it belongs to and its content. Out: the id used for exactly this content before, or a new one. */
export function commandIdFor(key: string, input: unknown): string {
  const content = JSON.stringify(input)
  const last = commands.get(key)
  if (last?.content === content) return last.commandId
  const commandId = newId()
  commands.set(key, { content, commandId })
  return commandId
}

/** Sends one verb of a tracked appeal; tells while it is on its way and why it did not get there. */
export function useMove(verb: PersonVerb, { opened, onDone }: MoveProps) {
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<Outcome<unknown>>()
  const send = async (input: unknown): Promise<boolean> => {
    if (isSending) return false
    setSending(true)
    setProblem(undefined)
    const key = `${keyOf(opened)}.${verb}`
    const outcome = await moveTracked(opened, { commandId: commandIdFor(key, input), verb, input })
    setSending(false)
    if (!('ok' in outcome)) {
      setProblem(outcome)
      return false
    }
    commands.delete(key)
    onDone()
    return true
  }
  return { send, isSending, problem }
}
