import { useId } from 'react'
import { HintText } from '#web/duty/HintText.tsx'
import { dutyWords } from '#web/duty/words.ts'
import type { Answer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { targetReasons } from '#web/matter/choice-words.ts'
import { formWords } from '#web/matter/form-words.ts'
import { Field } from '#web/ui/Field.tsx'
import { deskWords as words } from './desk-words.ts'

type Unit = Answer<'listLikely'>['rows'][number]

const shown = 4

/** Who would likely handle it and why; the one chosen is named on the button, and nothing is dispatched without it. */
export function LikelyUnits({
  rows,
  value,
  error,
  typed,
  onSearch,
  onPick,
  duty,
  why,
  whyError,
  onWhy,
}: {
  rows: readonly Unit[]
  value: string
  error: string | undefined
  typed: string
  onSearch: (typed: string) => void
  onPick: (id: string) => void
  /** What the responsibility list says of it. */
  duty: Answer<'listLikely'>['duty']
  why: string
  whyError: string | undefined
  onWhy: (why: string) => void
}) {
  const { say } = useWords()
  const name = useId()
  const chosen = rows.find((row) => row.id === value)
  const isOff = duty?.canFollow === true && chosen !== undefined && chosen.why !== 'duty'
  return (
    <section className="panel" aria-labelledby={`${name}-title`}>
      <header>
        <h2 id={`${name}-title`}>{say(words.likely)}</h2>
      </header>
      <div className="panel-body likely">
        <p className="quiet">{say(words.likelyLead)}</p>
        {duty && <HintText hint={duty} />}
        {rows
          .filter((row) => row.refused === null)
          .slice(0, shown)
          .map((row) => (
            <label key={row.id} className="choice likely-unit">
              <input type="radio" name={name} checked={row.id === value} onChange={() => onPick(row.id)} />
              <span>
                {row.name}
                <small>
                  {say(targetReasons[row.why])} · {say(formWords.unitOpen, { count: row.open })}
                </small>
              </span>
            </label>
          ))}
        {isOff && (
          <Field label={say(dutyWords.whyOther)} hint={say(dutyWords.whyOtherHint)} error={whyError}>
            {(wiring) => (
              <input
                {...wiring}
                className="input"
                maxLength={500}
                value={why}
                onChange={(event) => onWhy(event.target.value)}
              />
            )}
          </Field>
        )}
        <input
          type="search"
          className="input"
          aria-label={say(words.likelyFind)}
          placeholder={say(words.likelyFind)}
          maxLength={40}
          value={typed}
          onChange={(event) => onSearch(event.target.value)}
        />
        {error && (
          <p className="field-error" role="alert">
            {error}
          </p>
        )}
      </div>
    </section>
  )
}
