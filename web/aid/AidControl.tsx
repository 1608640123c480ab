import { Button } from 'antd'
import type { AidView } from '#contract/aid.ts'
import { mostAsked } from '#domain/aid/limits.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { dayWords } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Field } from '#web/ui/Field.tsx'
import type { AidField } from './forms.ts'
import { aidWords as words } from './words.ts'

type Targets = AidView['targets']

/** One field of a form by its kind. */
export function AidControl({
  field,
  targets,
  value,
  error,
  onChange,
}: {
  field: AidField
  targets: Targets
  value: string
  error: string | undefined
  onChange: (value: string) => void
}) {
  const { say } = useWords()
  const today = dayOf(useNow())
  const named = {
    ...{ label: say(field.label), error, isOptional: field.isOptional ?? false },
    ...(field.hint ? { hint: say(field.hint) } : {}),
  }
  if (field.kind === 'choice')
    return (
      <Choices
        {...named}
        options={(field.options ?? []).map((one) => ({ value: one.value, label: say(one.label) }))}
        value={value}
        onChoose={onChange}
      />
    )
  if (field.kind === 'target')
    return (
      <TargetSelect label={named.label} targets={targets} value={value} error={error} onChange={onChange} />
    )
  if (field.kind === 'targets')
    return <TargetList targets={targets} value={value} error={error} onChange={onChange} />
  return (
    <Field {...named}>
      {(wiring) => {
        const wired = { ...wiring, className: 'input', value, maxLength: field.max }
        const change = (event: { target: { value: string } }) => onChange(event.target.value)
        if (field.kind === 'area') return <textarea {...wired} rows={3} onChange={change} />
        if (field.kind === 'number')
          return (
            <input
              {...wiring}
              className="input number"
              type="number"
              inputMode="numeric"
              min={1}
              max={field.max}
              value={value}
              onChange={change}
            />
          )
        return (
          <input {...wired} type={field.kind === 'day' ? 'date' : 'text'} min={today} onChange={change} />
        )
      }}
    </Field>
  )
}

/** Whom to ask: one choice each, as many as are added. */
function TargetList({
  targets,
  value,
  error,
  onChange,
}: {
  targets: Targets
  value: string
  error: string | undefined
  onChange: (value: string) => void
}) {
  const { say } = useWords()
  const chosen = value === '' ? [''] : value.split(',')
  const set = (next: readonly string[]) => onChange(next.join(','))
  return (
    <div className="whistle-assists">
      {chosen.map((one, i) => (
        // the place in the list is what it is known by
        // biome-ignore lint/suspicious/noArrayIndexKey: a target may be chosen twice by mistake, and then say so
        <div key={i} className="whistle-assist">
          <TargetSelect
            label={chosen.length === 1 ? say(words.target) : say(words.targetNth, { n: i + 1 })}
            targets={targets}
            value={one}
            error={i === chosen.length - 1 ? error : undefined}
            onChange={(next) => set(chosen.map((other, at) => (at === i ? next : other)))}
          />
          {chosen.length > 1 && (
            <Button onClick={() => set(chosen.filter((_, at) => at !== i))}>{say(words.removeTarget)}</Button>
          )}
        </div>
      ))}
      {chosen.length < mostAsked && (
        <Button onClick={() => set([...chosen, ''])}>{say(words.addTarget)}</Button>
      )}
    </div>
  )
}

function TargetSelect({
  label,
  targets,
  value,
  error,
  onChange,
}: {
  label: string
  targets: Targets
  value: string
  error: string | undefined
  onChange: (value: string) => void
}) {
  const { language, say } = useWords()
  const now = useNow()
  return (
    <Field label={label} error={error}>
      {(wiring) => (
        <select
          {...wiring}
          className="input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{say(words.chooseTarget)}</option>
          {targets.teams.length > 0 && (
            <optgroup label={say(words.teamsGroup)}>
              {targets.teams.map(({ id, name, toOn }) => (
                <option key={id} value={`team:${id}`}>
                  {say(words.untilDay, { name, day: dayWords(toOn, now, language) })}
                </option>
              ))}
            </optgroup>
          )}
          <optgroup label={say(words.unitsGroup)}>
            {targets.units.map(({ id, name }) => (
              <option key={id} value={`unit:${id}`}>
                {name}
              </option>
            ))}
          </optgroup>
        </select>
      )}
    </Field>
  )
}
