import { Button, Checkbox } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Picker } from '#web/ui/Picker.tsx'
import type { DraftUnit } from './draft.ts'
import { formWords as words } from './form-words.ts'
import { useMeetingUnits } from './queries.ts'

/** The units to call, found by name, and whom of each by name. */
export function UnitsField({
  units,
  unitId,
  error,
  onChange,
}: {
  units: readonly DraftUnit[]
  /** Who calls: not called itself. */
  unitId: string
  error: string | undefined
  onChange: (units: DraftUnit[]) => void
}) {
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data, isFetching } = useMeetingUnits({ q })
  const found = (data?.rows ?? []).filter(
    (row) => row.id !== unitId && !units.some(({ id }) => id === row.id),
  )
  const toggle = (unit: DraftUnit, id: string) =>
    onChange(
      units.map((one) =>
        one.id !== unit.id
          ? one
          : {
              ...one,
              named: one.named.includes(id) ? one.named.filter((x) => x !== id) : [...one.named, id],
            },
      ),
    )
  return (
    <>
      <Field label={say(words.units)} hint={say(words.unitsHint)} error={error}>
        {(wiring) => (
          <Picker
            wiring={wiring}
            options={found.map((row) => ({
              value: row.id,
              label: row.name,
              note: row.people.map(({ name }) => name).join(' '),
            }))}
            value=""
            shown=""
            onSearch={setTyped}
            onPick={({ value }) => {
              const row = found.find(({ id }) => id === value)
              if (row) onChange([...units, { ...row, named: [] }])
            }}
            isSearching={isFetching}
            placeholder={say(words.findUnit)}
          />
        )}
      </Field>
      {units.length > 0 && (
        <ul className="meeting-plain meeting-units">
          {units.map((unit) => (
            <li key={unit.id}>
              <b>{unit.name}</b>
              {unit.people.length > 0 && <span className="quiet">{say(words.named)}</span>}
              {unit.people.slice(0, 8).map(({ id, name }) => (
                <Checkbox key={id} checked={unit.named.includes(id)} onChange={() => toggle(unit, id)}>
                  {name}
                </Checkbox>
              ))}
              <Button
                type="text"
                size="small"
                aria-label={say(words.remove, { name: unit.name })}
                onClick={() => onChange(units.filter(({ id }) => id !== unit.id))}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
