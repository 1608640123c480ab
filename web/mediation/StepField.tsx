import type { HTMLInputTypeAttribute } from 'react'
import { sendFile } from '#web/lib/send-file.ts'
import { useWords } from '#web/lib/words.ts'
import { type Choice, Choices } from '#web/ui/Choices.tsx'
import { Field, FieldGroup } from '#web/ui/Field.tsx'
import { FileInput, type KeptFile } from '#web/ui/FileInput.tsx'
import type { StepField as Spec } from './spec.ts'

const inputs: Partial<
  Record<Spec['as'], { type: HTMLInputTypeAttribute; inputMode?: 'numeric' | 'decimal' }>
> = {
  line: { type: 'text' },
  day: { type: 'date' },
  time: { type: 'datetime-local' },
  count: { type: 'number', inputMode: 'numeric' },
  yuan: { type: 'text', inputMode: 'decimal' },
}

/** One field as its row in the table of steps says. */
export function StepField({
  spec,
  value,
  error,
  onChange,
}: {
  spec: Spec
  value: unknown
  error: string | undefined
  onChange: (value: unknown) => void
}) {
  const { say } = useWords()
  const common = {
    label: say(spec.label),
    hint: spec.hint && say(spec.hint),
    error,
    ...(spec.isOptional ? { isOptional: true } : {}),
  }
  const text = typeof value === 'string' ? value : ''
  switch (spec.as) {
    case 'text':
      return (
        <Field {...common}>
          {(wiring) => (
            <textarea {...wiring} className="input" value={text} onChange={(e) => onChange(e.target.value)} />
          )}
        </Field>
      )
    case 'choice':
      return (
        <Choices
          {...common}
          options={spec.options}
          value={text}
          onChoose={onChange}
          {...(spec.isWide ? { isWide: true } : {})}
        />
      )
    case 'select':
      return (
        <Field {...common}>
          {(wiring) => (
            <select {...wiring} className="input" value={text} onChange={(e) => onChange(e.target.value)}>
              <option value="">—</option>
              {spec.options.map((one) => (
                <option key={one.value} value={one.value}>
                  {one.label}
                </option>
              ))}
            </select>
          )}
        </Field>
      )
    case 'checks':
      return <Checks {...common} options={spec.options} value={value} onChange={onChange} />
    case 'yesNo': {
      const options = [
        { value: 'yes', label: say(spec.yes) },
        { value: 'no', label: say(spec.no) },
        ...(spec.neither ? [{ value: 'neither', label: say(spec.neither) }] : []),
      ]
      const chosen = value === true ? 'yes' : value === false ? 'no' : value === null ? 'neither' : ''
      return (
        <Choices
          {...common}
          options={options}
          value={chosen}
          onChoose={(one) => onChange(one === 'neither' ? null : one === 'yes')}
        />
      )
    }
    case 'tick':
      return (
        <FieldGroup {...common} label={common.label}>
          <label className="check">
            <input type="checkbox" checked={value === true} onChange={(e) => onChange(e.target.checked)} />
            {common.label}
          </label>
        </FieldGroup>
      )
    case 'files':
      return (
        <FieldGroup {...common}>
          <FileInput
            label={common.label}
            max={spec.max ?? 1}
            value={(value as KeptFile[] | undefined) ?? []}
            onChange={onChange}
            send={(id, file, onProgress) =>
              sendFile('uploadFile', { params: { id }, query: { name: file.name } }, file, onProgress)
            }
          />
        </FieldGroup>
      )
    case 'line':
    case 'day':
    case 'time':
    case 'count':
    case 'yuan':
      return (
        <Field {...common}>
          {(wiring) => (
            <input
              {...wiring}
              {...inputs[spec.as]}
              className={spec.as === 'line' ? 'input' : 'input number step-short'}
              value={text}
              onChange={(e) => onChange(e.target.value)}
            />
          )}
        </Field>
      )
  }
}

/** Several of a list; a long one can be taken as a whole. */
export function Checks({
  options,
  value,
  onChange,
  ...common
}: {
  label: string
  hint?: string | undefined
  error?: string | undefined
  isOptional?: boolean
  options: readonly Choice<string>[]
  value: unknown
  onChange: (value: string[]) => void
}) {
  const { say } = useWords()
  const chosen = new Set(Array.isArray(value) ? value.map(String) : [])
  const all = options.map((one) => one.value)
  return (
    <FieldGroup {...common}>
      {options.length > 3 && (
        <p className="checks-all">
          <button type="button" className="link" onClick={() => onChange(all)}>
            {say({ zh: '全选', en: 'All' })}
          </button>
          <button type="button" className="link" onClick={() => onChange([])}>
            {say({ zh: '全不选', en: 'None' })}
          </button>
          <span className="quiet number">
            {say({ zh: '已选 {n} / {all}', en: '{n} of {all} chosen' }, { n: chosen.size, all: all.length })}
          </span>
        </p>
      )}
      <div className="checks" data-long={options.length > 8 ? 'yes' : 'no'}>
        {options.map((one) => (
          <label key={one.value} className="check">
            <input
              type="checkbox"
              checked={chosen.has(one.value)}
              onChange={(event) =>
                onChange(all.filter((id) => (id === one.value ? event.target.checked : chosen.has(id))))
              }
            />
            <span>
              {one.label}
              {one.note && (
                <>
                  <br />
                  <small className="quiet">{one.note}</small>
                </>
              )}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
