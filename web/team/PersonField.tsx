import { useDeferredValue, useState } from 'react'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Picker } from '#web/ui/Picker.tsx'
import { useTeamPeople } from './queries.ts'
import { teamWords as words } from './words.ts'

export type Person = { accountId: string; unitId: string; name: string; unitName: string }
type Unit = { id: string; name: string; people: readonly { id: string; name: string }[] }

/** A person by unit and name: the unit is found by typing, the person chosen of those who may work in a team. */
export function PersonField({
  label,
  hint,
  error,
  value,
  isOptional = false,
  onPick,
}: {
  label: string
  hint?: string
  error: string | undefined
  value: Person | undefined
  isOptional?: boolean
  onPick: (person: Person) => void
}) {
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  const [unit, setUnit] = useState<Unit>()
  const { data, isFetching } = useTeamPeople(useDeferredValue(typed.trim()))
  const rows = (data?.rows ?? []).filter(({ people }) => people.length > 0)
  return (
    <>
      <Field label={label} hint={hint} error={error} isOptional={isOptional}>
        {(wiring) => (
          <Picker
            wiring={wiring}
            options={rows.map((row) => ({
              value: row.id,
              label: row.name,
              note: row.people.map(({ name }) => name).join(' '),
            }))}
            value={unit?.id ?? ''}
            shown={unit?.name ?? value?.unitName ?? ''}
            onSearch={setTyped}
            onPick={({ value: id }) => setUnit(rows.find((row) => row.id === id))}
            isSearching={isFetching}
            placeholder={say(words.findUnit)}
          />
        )}
      </Field>
      {unit && (
        <Field label={say(words.ofUnit, { unit: unit.name })} isOptional={isOptional}>
          {(wiring) => (
            <select
              {...wiring}
              className="input"
              value={value?.unitId === unit.id ? value.accountId : ''}
              onChange={(event) => {
                const found = unit.people.find(({ id }) => id === event.target.value)
                if (found)
                  onPick({ accountId: found.id, unitId: unit.id, name: found.name, unitName: unit.name })
              }}
            >
              <option value="">{say(words.choose)}</option>
              {unit.people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  )
}
