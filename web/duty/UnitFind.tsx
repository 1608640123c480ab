import { useDeferredValue, useState } from 'react'
import { unitKindLabels } from '#contract/words/labels.ts'
import type { UnitKind } from '#domain/org/roles.ts'
import { useWords } from '#web/lib/words.ts'
import type { Wiring } from '#web/ui/Field.tsx'
import { Picker } from '#web/ui/Picker.tsx'
import { useUnitsNamed } from './queries.ts'

export type Unit = { id: string; name: string; kind: UnitKind }

/** A unit of some kinds by a part of its name. */
export function UnitFind({
  wiring,
  unit,
  fits,
  placeholder,
  onPick,
}: {
  wiring: Wiring
  unit: Unit | null
  fits: (kind: UnitKind) => boolean
  placeholder: string
  onPick: (unit: Unit) => void
}) {
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data, isFetching } = useUnitsNamed(q)
  const rows = (data?.rows ?? []).filter((row) => fits(row.kind))
  return (
    <Picker
      wiring={wiring}
      options={rows.map((row) => ({
        value: row.id,
        label: row.name,
        note: [...row.names.filter((above) => above !== row.name), say(unitKindLabels[row.kind])].join(' › '),
      }))}
      value={unit?.id ?? ''}
      shown={unit?.name ?? ''}
      onSearch={setTyped}
      onPick={({ value }) => {
        const row = rows.find(({ id }) => id === value)
        if (row) onPick({ id: row.id, name: row.name, kind: row.kind })
      }}
      isSearching={isFetching}
      placeholder={placeholder}
    />
  )
}
