import { Button } from 'antd'
import { mostCalled } from '#domain/whistle/limits.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { whistleWords as words } from './words.ts'

type Unit = { id: string; name: string }
type Chosen = { leadId: string; assistIds: string[] }

/** Who leads and who assists: one list each, as many as are added. */
export function DepartmentFields({
  callable,
  leadId,
  assistIds,
  leadError,
  assistError,
  onChange,
}: Chosen & {
  callable: readonly Unit[]
  leadError: string | undefined
  assistError: string | undefined
  onChange: (change: Partial<Chosen>) => void
}) {
  const { say } = useWords()
  const setAt = (i: number, id: string) =>
    onChange({ assistIds: assistIds.map((one, at) => (at === i ? id : one)) })
  return (
    <div className="fields-2">
      <Choose
        label={say(words.leadUnit)}
        units={callable}
        value={leadId}
        error={leadError}
        onChange={(id) => onChange({ leadId: id })}
      />
      <div className="whistle-assists">
        {assistIds.map((id, i) => (
          // the place in the list is what it is known by
          // biome-ignore lint/suspicious/noArrayIndexKey: departments may be chosen twice by mistake, and then say so
          <div key={i} className="whistle-assist">
            <Choose
              label={`${say(words.assistUnits)} ${i + 1}`}
              units={callable}
              value={id}
              error={i === assistIds.length - 1 ? assistError : undefined}
              onChange={(next) => setAt(i, next)}
            />
            <Button onClick={() => onChange({ assistIds: assistIds.filter((_, at) => at !== i) })}>
              {say(words.removeUnit)}
            </Button>
          </div>
        ))}
        {assistIds.length < mostCalled - 1 && (
          <Button onClick={() => onChange({ assistIds: [...assistIds, ''] })}>{say(words.addUnit)}</Button>
        )}
      </div>
    </div>
  )
}

function Choose({
  label,
  units,
  value,
  error,
  onChange,
}: {
  label: string
  units: readonly Unit[]
  value: string
  error: string | undefined
  onChange: (id: string) => void
}) {
  const { say } = useWords()
  return (
    <Field label={label} error={error}>
      {(wiring) => (
        <select
          {...wiring}
          className="input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{say(words.chooseUnit)}</option>
          {units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
