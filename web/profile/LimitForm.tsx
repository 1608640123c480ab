import { Button } from 'antd'
import { channelLabels, kindLabels, levelLabels, urgencyLabels } from '#contract/words/labels.ts'
import type { Sentence } from '#contract/words/language.ts'
import type { LimitRule } from '#domain/matter/clocks.ts'
import type { Limit } from '#domain/matter/due.ts'
import { mostOf } from '#domain/profile/check.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { profileWords as words } from './words.ts'

const conditions: Record<'kind' | 'urgency' | 'channel' | 'level', Record<string, Sentence>> = {
  kind: kindLabels,
  urgency: urgencyLabels,
  channel: channelLabels,
  level: levelLabels,
}
const conditionNames = Object.keys(conditions) as (keyof typeof conditions)[]
const units: readonly Limit['unit'][] = ['minutes', 'workMinutes', 'days', 'workDays']

/** One line of the limits: for which matters, how long, by whose rule. */
export function LimitForm({
  rule,
  onChange,
  onDone,
}: {
  rule: LimitRule
  onChange: (rule: LimitRule) => void
  onDone: () => void
}) {
  const { language, say } = useWords()
  const setCondition = (name: keyof typeof conditions, value: string) => {
    const { [name]: _, ...rest } = rule
    onChange(value === '' ? rest : { ...rest, [name]: value })
  }
  const { amount, unit } = rule.limit
  return (
    <div className="form profile-form">
      <div className="fields-2">
        {conditionNames.map((name) => (
          <Field key={name} label={say(words[name])} isOptional>
            {(wiring) => (
              <select
                {...wiring}
                className="input"
                value={rule[name] ?? ''}
                onChange={(event) => setCondition(name, event.target.value)}
              >
                <option value="">{say(words.any)}</option>
                {Object.entries(conditions[name]).map(([value, label]) => (
                  <option key={value} value={value}>
                    {label[language]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
        <Field label={say(words.amount)}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              type="number"
              inputMode="numeric"
              min={1}
              max={mostOf[unit]}
              value={amount || ''}
              onChange={(event) => onChange({ ...rule, limit: { unit, amount: Number(event.target.value) } })}
            />
          )}
        </Field>
        <Field label={say(words.unit)}>
          {(wiring) => (
            <select
              {...wiring}
              className="input"
              value={unit}
              onChange={(event) =>
                onChange({ ...rule, limit: { amount, unit: event.target.value as Limit['unit'] } })
              }
            >
              {units.map((one) => (
                <option key={one} value={one}>
                  {say(words[one])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say(words.source)} isOptional>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              maxLength={120}
              value={rule.source ?? ''}
              onChange={(event) => onChange({ ...rule, source: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="form-actions">
        <Button onClick={onDone}>{say(words.done)}</Button>
      </div>
    </div>
  )
}
