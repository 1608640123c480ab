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

/** The open question and the answer to it, with photos. */
export function AnswerForm({ question, ...move }: MoveProps & { question: string }) {
  const { say } = useSay()
  const key = `answer.${keyOf(move.opened)}`
  const [text, write, sent] = useKeptText(key)
  const [problemWords, setProblemWords] = useState<string>()
  const { send, isSending, problem } = useMove('answer', move)
  const shelf = shelfOf(key, move.opened.district)

  const submit = async (event: Event) => {
    event.preventDefault()
    if (text.trim() === '') return setProblemWords(say(trackWords.textMissing))
    const photos = await shelf.settle()
    if (!('ready' in photos))
      return setProblemWords(say('stuck' in photos ? trackWords.photoStuck : trackWords.photosWait))
    setProblemWords(undefined)
    if (!(await send({ text: text.trim(), files: photos.ready }))) return
    sent()
    shelf.clear()
  }
  return (
    <form
      class="sheet yours"
      onSubmit={(event) => void submit(event)}
      noValidate
      aria-labelledby="question-title"
    >
      <h2 id="question-title">{say(trackWords.question)}</h2>
      <p class="words">{question}</p>
      <Field id="answer" label={say(trackWords.answerLabel)}>
        <textarea
          {...described('answer', undefined)}
          rows={3}
          maxLength={2000}
          value={text}
          onInput={(event) => {
            setProblemWords(undefined)
            write(event.currentTarget.value)
          }}
        />
      </Field>
      <PhotoPicker shelf={shelf} />
      <MoveProblem problem={problem} words={problemWords} />
      <button type="submit" class="primary wide" aria-disabled={isSending}>
        {say(isSending ? trackWords.saving : trackWords.answerSend)}
      </button>
    </form>
  )
}
