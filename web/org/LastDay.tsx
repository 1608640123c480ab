import { useState } from 'react'
import { dayOf } from '#domain/calendar/days.ts'
import { type Sentence, useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Field } from '#web/ui/Field.tsx'
import { peopleWords as words } from './people-words.ts'

type Props = {
  label: Sentence
  atOnce: Sentence
  /** The last day; null: at once. */
  value: string | null
  error: string | undefined
  onChange: (value: string | null) => void
}

/** When something ends: at once, or after a last day. */
export function LastDay({ label, atOnce, value, error, onChange }: Props) {
  const { say } = useWords()
  // comes back as it was typed when somebody wavers
  const [day, setDay] = useState(() => value ?? dayOf(Date.now()))
  const change = (next: string) => {
    setDay(next)
    onChange(next)
  }
  return (
    <>
      <Choices
        label={say(label)}
        options={[
          { value: 'now', label: say(atOnce) },
          { value: 'day', label: say(words.afterLastDay) },
        ]}
        value={value === null ? 'now' : 'day'}
        onChoose={(when) => onChange(when === 'now' ? null : day)}
      />
      {value !== null && (
        <Field label={say(words.lastDay)} error={error}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              type="date"
              required
              value={value}
              onChange={(event) => change(event.target.value)}
            />
          )}
        </Field>
      )}
    </>
  )
}
