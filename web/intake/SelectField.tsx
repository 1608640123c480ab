import { Field } from '#web/ui/Field.tsx'

/** One of a list that need not be in sight. */
export function SelectField<K extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: K
  options: readonly (readonly [K, string])[]
  onChange: (value: K) => void
}) {
  return (
    <Field label={label}>
      {(wiring) => (
        <select
          {...wiring}
          className="input"
          value={value}
          onChange={(event) => onChange(event.target.value as K)}
        >
          {options.map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
