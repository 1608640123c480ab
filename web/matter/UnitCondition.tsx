import { useDeferredValue, useState } from 'react'
import { unitKindLabels } from '#contract/words/labels.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Picker } from '#web/ui/Picker.tsx'
import { usePlaceUnits } from './queries.ts'

/** A unit as a condition. `any` takes it away, `find` says what to type; `fits`: which kinds are offered, all but buildings if left out. */
export function UnitCondition({
  label,
  any,
  find,
  value,
  shown,
  fits = (kind) => kind !== 'building',
  onPick,
}: {
  label: string
  any: string
  find: string
  value: string | undefined
  shown: string | null | undefined
  fits?: (kind: string) => boolean
  onPick: (id: string | undefined) => void
}) {
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data, isFetching } = usePlaceUnits(q)
  const options = (data?.rows ?? [])
    .filter((row) => fits(row.kind))
    .map((row) => ({
      value: row.id,
      label: row.name,
      note: [...row.names.filter((above) => above !== row.name), say(unitKindLabels[row.kind])].join(' › '),
    }))
  return (
    <Field
      label={label}
      hint={
        value !== undefined && (
          <button type="button" className="link" onClick={() => onPick(undefined)}>
            {any}
          </button>
        )
      }
    >
      {(wiring) => (
        <Picker
          wiring={{ ...wiring, 'aria-required': undefined }}
          options={options}
          value={value ?? ''}
          shown={value === undefined ? '' : (shown ?? '')}
          onSearch={setTyped}
          onPick={(option) => onPick(option.value)}
          isSearching={isFetching}
          placeholder={find}
        />
      )}
    </Field>
  )
}
