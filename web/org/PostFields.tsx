import { useDeferredValue, useState } from 'react'
import { roleLabels, unitKindLabels } from '#contract/words/labels.ts'
import type { Role, UnitKind } from '#domain/org/roles.ts'
import { rolesAt } from '#domain/org/staffing.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Picker } from '#web/ui/Picker.tsx'
import { useUnits } from './people-queries.ts'
import { peopleWords as words } from './people-words.ts'

export type PostGiven = {
  unit: { id: string; name: string; kind: UnitKind } | null
  role: Role | ''
  fromOn: string
}
type Props = {
  given: PostGiven
  onChange: (given: PostGiven) => void
  errorAt: (field: string) => string | undefined
}

/** Where, as what, from which day: the unit first, then only the roles that stand there. */
export function PostFields({ given, onChange, errorAt }: Props) {
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data, isFetching } = useUnits(q)
  const rows = data?.rows ?? []
  const here: readonly Role[] = given.unit ? rolesAt[given.unit.kind] : []
  const pick = (id: string) => {
    const unit = rows.find((row) => row.id === id)
    if (!unit) return
    const roles: readonly Role[] = rolesAt[unit.kind]
    const role = given.role !== '' && roles.includes(given.role) ? given.role : (roles[0] ?? '')
    onChange({ ...given, unit: { id, name: unit.name, kind: unit.kind }, role })
  }
  return (
    <div className="fields-2">
      <Field label={say(words.unit)} error={errorAt('unitId')}>
        {(wiring) => (
          <Picker
            wiring={wiring}
            options={rows.map((row) => ({
              value: row.id,
              label: row.name,
              note: row.names.length > 0 ? row.names.join(' › ') : say(unitKindLabels[row.kind]),
            }))}
            value={given.unit?.id ?? ''}
            shown={given.unit?.name ?? ''}
            placeholder={say(words.unitHint)}
            isSearching={isFetching}
            onSearch={setTyped}
            onPick={(option) => pick(option.value)}
          />
        )}
      </Field>
      <Field
        label={say(words.role)}
        hint={given.unit ? undefined : say(words.roleHint)}
        error={errorAt('role')}
      >
        {(wiring) => (
          <select
            {...wiring}
            className="input"
            disabled={!given.unit}
            value={given.role}
            onChange={(event) => onChange({ ...given, role: event.target.value as Role })}
          >
            <option value="">{say(words.choose)}</option>
            {here.map((role) => (
              <option key={role} value={role}>
                {say(roleLabels[role])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say(words.fromOn)} error={errorAt('fromOn')}>
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            type="date"
            required
            value={given.fromOn}
            onChange={(event) => onChange({ ...given, fromOn: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
}
