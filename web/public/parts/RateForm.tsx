/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { keyOf, type Tracking } from '../api.ts'
import { useKeptText } from '../kept-text.ts'
import { useSay } from '../reader.ts'
import { type MoveProps, useMove } from '../use-move.ts'
import { trackWords } from '../words/track.ts'
import { described, Field } from './Field.tsx'
import { MoveProblem } from './MoveProblem.tsx'

type Satisfied = NonNullable<Tracking['rating']>['satisfied']
const grades: readonly Satisfied[] = ['satisfied', 'basically', 'unsatisfied']

type Choice<T> = {
  legend: string
  name: string
  options: readonly (readonly [T, string])[]
  value: T | undefined
  onPick: (value: T) => void
}

function Choices<T extends string | boolean>({ legend, name, options, value, onPick }: Choice<T>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div class="choices">
        {options.map(([option, label]) => (
          <label key={label}>
            <input type="radio" name={name} checked={value === option} onChange={() => onPick(option)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Solved or not and satisfied or not are two questions: one may be content with an honest no. */
export function RateForm(move: MoveProps) {
  const { say } = useSay()
  const [solved, setSolved] = useState<boolean>()
  const [satisfied, setSatisfied] = useState<Satisfied>()
  const [words, write, sent] = useKeptText(`rate.${keyOf(move.opened)}`)
  const [isMissing, setMissing] = useState(false)
  const { send, isSending, problem } = useMove('rate', move)
  const isOpen = solved === undefined || satisfied === undefined

  const submit = async (event: Event) => {
    event.preventDefault()
    setMissing(true)
    if (isOpen) return
    if (await send({ solved, satisfied, ...(words.trim() === '' ? {} : { words: words.trim() }) })) sent()
  }
  return (
    <form
      class="sheet yours"
      onSubmit={(event) => void submit(event)}
      noValidate
      aria-labelledby="rate-title"
    >
      <h2 id="rate-title">{say(trackWords.rateTitle)}</h2>
      <Choices
        legend={say(trackWords.rateSolved)}
        name="solved"
        options={[
          [true, say(trackWords.yes)],
          [false, say(trackWords.no)],
        ]}
        value={solved}
        onPick={setSolved}
      />
      <Choices
        legend={say(trackWords.rateSatisfied)}
        name="satisfied"
        options={grades.map((grade) => [grade, say(trackWords[grade])] as const)}
        value={satisfied}
        onPick={setSatisfied}
      />
      <Field id="rate-words" label={say(trackWords.rateWords)} hint={say(trackWords.rateNote)}>
        <textarea
          {...described('rate-words', undefined)}
          rows={2}
          maxLength={500}
          value={words}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </Field>
      <MoveProblem problem={problem} words={isMissing && isOpen ? say(trackWords.rateMissing) : undefined} />
      <button type="submit" class="primary wide" aria-disabled={isSending}>
        {say(isSending ? trackWords.saving : trackWords.rateSend)}
      </button>
    </form>
  )
}

/** What was rated, for the person to see again. */
export function Rated({ rating }: { rating: NonNullable<Tracking['rating']> }) {
  const { say } = useSay()
  return (
    <section class="sheet" aria-labelledby="rated-title">
      <h2 id="rated-title">{say(trackWords.rated)}</h2>
      <p>
        {say(rating.solved ? trackWords.yes : trackWords.no)} · {say(trackWords[rating.satisfied])}
      </p>
      {rating.words && <blockquote>{rating.words}</blockquote>}
    </section>
  )
}
