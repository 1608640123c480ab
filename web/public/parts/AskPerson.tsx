/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { Sentence } from '#contract/words/language.ts'
import { eraseGroundLabels, subjectFieldLabels } from '#contract/words/subject.ts'
import { eraseGrounds, type SubjectKind, subjectFields, subjectKinds } from '#domain/subject/subject.ts'
import { keyOf, type Opened, type Outcome } from '../api.ts'
import { useKeptText } from '../kept-text.ts'
import { type AboutMe, askPerson } from '../person-api.ts'
import { readPhone } from '../read-typed.ts'
import { useSay } from '../reader.ts'
import { commandIdFor } from '../use-move.ts'
import { personWords } from '../words/person.ts'
import { trackWords } from '../words/track.ts'
import { described, Field } from './Field.tsx'
import { MoveProblem } from './MoveProblem.tsx'

type Props = { opened: Opened; about: AboutMe; onDone: (about: AboutMe) => void }

/** The three things that may be asked, each folded until it is wanted. */
export function AskPerson({ about, ...more }: Props) {
  const { say } = useSay()
  const isWaiting = (kind: SubjectKind) =>
    about.requests.some((request) => request.kind === kind && request.state === 'open')
  const shown = subjectKinds.filter((kind) => about.may.includes(kind) || isWaiting(kind))
  return (
    <>
      {shown.map((kind) => (
        <details key={kind} class="sheet fold">
          <summary>{say(personWords[kind])}</summary>
          {isWaiting(kind) ? (
            <p class="hint">{say(personWords.waiting)}</p>
          ) : (
            <WishForm kind={kind} {...more} />
          )}
        </details>
      ))}
      {shown.length > 0 && <p class="hint">{say(personWords.check)}</p>}
    </>
  )
}

/** What is chosen among, per kind. */
const choices = {
  correct: { legend: personWords.correctField, options: subjectFields, labels: subjectFieldLabels },
  erase: { legend: personWords.eraseGround, options: eraseGrounds, labels: eraseGroundLabels },
} as const satisfies Partial<Record<SubjectKind, object>>

const notes: Record<SubjectKind, Sentence | undefined> = {
  correct: personWords.correctNote,
  erase: personWords.eraseNote,
  explain: undefined,
}

function WishForm({ kind, opened, onDone }: Omit<Props, 'about'> & { kind: SubjectKind }) {
  const { say } = useSay()
  const [choice, setChoice] = useState<string>()
  // A right name or number is no draft to leave lying on a device.
  const [value, setValue] = useState('')
  const [words, writeWords, forgetWords] = useKeptText(`person-${kind}.${keyOf(opened)}`)
  const [problemWords, setProblemWords] = useState<string>()
  const [problem, setProblem] = useState<Outcome<unknown>>()
  const [isSending, setSending] = useState(false)
  const note = notes[kind]

  const missing = (): Sentence | undefined => {
    if (kind !== 'explain' && choice === undefined) return personWords.choiceMissing
    if (kind === 'correct' && value.trim() === '') return personWords.valueMissing
    if (kind === 'correct' && choice === 'phone' && readPhone(value) === undefined)
      return personWords.phoneWrong
    return kind === 'explain' && words.trim() === '' ? personWords.wordsMissing : undefined
  }
  const submit = async (event: Event) => {
    event.preventDefault()
    const lacking = missing()
    setProblemWords(lacking && say(lacking))
    if (lacking || isSending) return
    const wish = {
      kind,
      ...(kind === 'correct' ? { field: choice, value: value.trim() } : {}),
      ...(kind === 'erase' ? { ground: choice } : {}),
      ...(words.trim() === '' ? {} : { words: words.trim() }),
    }
    setSending(true)
    const outcome = await askPerson(opened, { id: commandIdFor(`person.${keyOf(opened)}`, wish), wish })
    setSending(false)
    setProblem('ok' in outcome ? undefined : outcome)
    if (!('ok' in outcome)) return
    forgetWords()
    onDone(outcome.ok)
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {note && <p class="hint">{say(note)}</p>}
      {kind !== 'explain' && (
        <fieldset>
          <legend>{say(choices[kind].legend)}</legend>
          <div class="choices">
            {choices[kind].options.map((option) => (
              <label key={option}>
                <input
                  type="radio"
                  name={kind}
                  checked={choice === option}
                  onChange={() => setChoice(option)}
                />
                {say((choices[kind].labels as Record<string, Sentence>)[option] ?? personWords.none)}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {kind === 'correct' && (
        <Field id="right" label={say(personWords.correctValue)}>
          <input
            {...described('right', undefined)}
            inputMode={choice === 'phone' ? 'tel' : undefined}
            maxLength={500}
            value={value}
            onInput={(event) => setValue(event.currentTarget.value)}
          />
        </Field>
      )}
      <Field
        id={`words-${kind}`}
        label={say(kind === 'explain' ? personWords.explainWords : personWords.more)}
      >
        <textarea
          {...described(`words-${kind}`, undefined)}
          rows={kind === 'explain' ? 3 : 2}
          maxLength={500}
          value={words}
          onInput={(event) => writeWords(event.currentTarget.value)}
        />
      </Field>
      <MoveProblem problem={problem} words={problemWords} />
      <button
        type="submit"
        class={`${kind === 'erase' ? 'grave' : 'primary'} wide`}
        aria-disabled={isSending}
      >
        {say(isSending ? trackWords.saving : personWords.send)}
      </button>
    </form>
  )
}
