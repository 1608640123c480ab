import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { formWords as words } from './form-words.ts'

export type Offered = { id: string; name: string; unitName: string }

/** One of the people at the table. */
export function PersonSelect({
  label,
  people,
  value,
  error,
  onChange,
}: {
  label: string
  people: readonly Offered[]
  value: string
  error?: string | undefined
  onChange: (id: string) => void
}) {
  const { say } = useWords()
  const once = people.filter((one, i) => people.findIndex(({ id }) => id === one.id) === i)
  return (
    <Field label={label} error={error}>
      {(wiring) => (
        <select
          {...wiring}
          className="input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{say(words.choose)}</option>
          {once.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name} · {one.unitName}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
