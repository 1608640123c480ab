import { Checkbox } from 'antd'
import { useWords } from '#web/lib/words.ts'
import { FieldGroup } from '#web/ui/Field.tsx'
import { dutyWords as words } from './words.ts'

/** Who is asked to assist along with a dispatch, of those that the list names. */
export function AssistChoice({
  units,
  value,
  error,
  onChange,
}: {
  units: readonly { id: string; name: string }[]
  value: readonly string[]
  error?: string | undefined
  onChange: (ids: string[]) => void
}) {
  const { say } = useWords()
  if (units.length === 0) return null
  return (
    <FieldGroup label={say(words.assistAlong)} isOptional error={error}>
      <div className="duty-assists">
        {units.map(({ id, name }) => (
          <Checkbox
            key={id}
            checked={value.includes(id)}
            onChange={() => onChange(value.includes(id) ? value.filter((one) => one !== id) : [...value, id])}
          >
            {name}
          </Checkbox>
        ))}
      </div>
    </FieldGroup>
  )
}
