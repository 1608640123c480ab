import type { Ref } from 'react'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { deskWords } from './desk-words.ts'
import { intakeWords as words } from './words.ts'

/** The most characters that the contract takes of what was said. */
const most = 5000

/** What the person said. Too much of it is told at once, with how much is too much; nothing of it is cut. */
export function WordsField({
  value,
  error,
  first,
  onChange,
}: {
  value: string
  error: string | undefined
  first: Ref<HTMLTextAreaElement>
  onChange: (typed: string) => void
}) {
  const { say } = useWords()
  const count = value.trim().length
  const tooLong = count > most ? say(deskWords.overLong, { count, max: most, over: count - most }) : undefined
  return (
    <Field label={say(words.wordsField)} hint={say(words.wordsHint)} error={tooLong ?? error}>
      {(wiring) => (
        <textarea
          {...wiring}
          ref={first}
          className="input"
          rows={4}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
