import { limitedStepLabels, whistleKindLabels } from '#contract/words/whistle.ts'
import type { Limit } from '#domain/matter/due.ts'
import { mostOf } from '#domain/profile/check.ts'
import type { Profile } from '#domain/profile/profile.ts'
import { type LimitedStep, limitedSteps, type StepRule, whistleKinds } from '#domain/whistle/limits.ts'
import { useWords } from '#web/lib/words.ts'
import { sourceWords } from './source-words.ts'
import { profileWords as words } from './words.ts'

const units: readonly Limit['unit'][] = ['minutes', 'workMinutes', 'days', 'workDays']

/** How long each step of a whistle may take: a row a step, a cell a kind, and whose practice it follows. */
export function Steps({
  limits,
  onChange,
}: {
  limits: Profile['whistleLimits']
  onChange: (limits: Profile['whistleLimits']) => void
}) {
  const { language, say } = useWords()
  const set = (step: LimitedStep, change: Partial<StepRule>) =>
    onChange({ ...limits, [step]: { ...limits[step], ...change } })
  return (
    <div className="profile-steps">
      {limitedSteps.map((step) => {
        const of = say(limitedStepLabels[step])
        return (
          <fieldset key={step} className="profile-step">
            <legend>{of}</legend>
            {whistleKinds.map((kind) => {
              const { amount, unit } = limits[step][kind]
              const name = say(whistleKindLabels[kind])
              return (
                <span key={kind} className="profile-step-limit">
                  <small>{name}</small>
                  <input
                    className="input number"
                    type="number"
                    inputMode="numeric"
                    aria-label={say(words.stepAmount, { step: of, kind: name })}
                    min={1}
                    max={mostOf[unit]}
                    value={amount || ''}
                    onChange={(event) => set(step, { [kind]: { unit, amount: Number(event.target.value) } })}
                  />
                  <select
                    className="input"
                    aria-label={say(words.stepUnit, { step: of, kind: name })}
                    value={unit}
                    onChange={(event) =>
                      set(step, { [kind]: { amount, unit: event.target.value as Limit['unit'] } })
                    }
                  >
                    {units.map((one) => (
                      <option key={one} value={one}>
                        {say(words[one])}
                      </option>
                    ))}
                  </select>
                </span>
              )
            })}
            <span className="profile-step-limit profile-step-source">
              <small>{say(words.source)}</small>
              <input
                className="input"
                maxLength={120}
                aria-label={say(words.stepSource, { step: of })}
                value={sourceWords(limits[step].source ?? '', language)}
                onChange={(event) => set(step, { source: event.target.value })}
              />
            </span>
          </fieldset>
        )
      })}
    </div>
  )
}

/** How far ahead a department may plan, by the kind of whistle. */
export function PlanDays({
  days,
  min,
  max,
  onChange,
}: {
  days: Profile['whistlePlanDays']
  min: number
  max: number
  onChange: (days: Profile['whistlePlanDays']) => void
}) {
  const { say } = useWords()
  return (
    <div className="profile-hours">
      {whistleKinds.map((kind) => (
        <label key={kind} className="profile-rate">
          {say(whistleKindLabels[kind])}
          <input
            className="input number"
            type="number"
            inputMode="numeric"
            {...{ min, max }}
            value={days[kind] || ''}
            onChange={(event) => onChange({ ...days, [kind]: Number(event.target.value) })}
          />
        </label>
      ))}
    </div>
  )
}
