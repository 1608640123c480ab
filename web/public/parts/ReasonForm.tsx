/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { keyOf } from '../api.ts'
import { useKeptText } from '../kept-text.ts'
import { useSay } from '../reader.ts'
import { shelfOf } from '../sending/shelf.ts'
import { type MoveProps, useMove } from '../use-move.ts'
import { trackWords } from '../words/track.ts'
import { described, Field } from './Field.tsx'
import { MoveProblem } from './MoveProblem.tsx'
import { PhotoPicker } from './PhotoPicker.tsx'

const rows = {
  askReopen: {
    open: trackWords.reopen,
    label: trackWords.reopenReason,
    warn: undefined,
    send: trackWords.reopenSend,
    look: 'primary wide',
  },
  withdraw: {
    open: trackWords.withdraw,
    label: trackWords.withdrawReason,
    warn: trackWords.withdrawWarn,
    send: trackWords.withdrawSend,
    look: 'grave wide',
  },
} as const

/** The two grave steps of a resident, folded and with a reason asked for. */
export function ReasonForm({ verb, ...move }: MoveProps & { verb: keyof typeof rows }) {
  const { say } = useSay()
  const row = rows[verb]
  const key = `${verb}.${keyOf(move.opened)}`
  const [reason, write, sent] = useKeptText(key)
  const [problemWords, setProblemWords] = useState<string>()
  const { send, isSending, problem } = useMove(verb, move)
  const shelf = verb === 'askReopen' ? shelfOf(key, move.opened.district) : undefined

  const submit = async (event: Event) => {
    event.preventDefault()
    if (reason.trim() === '') return setProblemWords(say(trackWords.textMissing))
    const photos = await shelf?.settle()
    if (photos && !('ready' in photos))
      return setProblemWords(say('stuck' in photos ? trackWords.photoStuck : trackWords.photosWait))
    setProblemWords(undefined)
    if (!(await send({ reason: reason.trim(), ...(photos ? { files: photos.ready } : {}) }))) return
    sent()
    shelf?.clear()
  }
  return (
    <details class="sheet fold">
      <summary>{say(row.open)}</summary>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Field id={verb} label={say(row.label)} hint={row.warn && say(row.warn)}>
          <textarea
            {...described(verb, undefined)}
            rows={3}
            maxLength={1000}
            value={reason}
            onInput={(event) => {
              setProblemWords(undefined)
              write(event.currentTarget.value)
            }}
          />
        </Field>
        {shelf && <PhotoPicker shelf={shelf} />}
        <MoveProblem problem={problem} words={problemWords} />
        <button type="submit" class={row.look} aria-disabled={isSending}>
          {say(isSending ? trackWords.saving : row.send)}
        </button>
      </form>
    </details>
  )
}
