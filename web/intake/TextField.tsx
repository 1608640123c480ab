import type { HTMLInputTypeAttribute } from 'react'
import { Field } from '#web/ui/Field.tsx'

/** A field of one line that may be left out. */
export function TextField({
  label,
  hint,
  error,
  value,
  type = 'text',
  onChange,
}: {
  label: string
  hint?: string | undefined
  error: string | undefined
  value: string
  type?: HTMLInputTypeAttribute
  onChange: (typed: string) => void
}) {
  return (
    <Field label={label} hint={hint} error={error} isOptional>
      {(wiring) => (
        <input
          {...wiring}
          className="input"
          type={type}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
