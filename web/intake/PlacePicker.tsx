import { useDeferredValue, useState } from 'react'
import { usePlaceUnits } from '#web/matter/queries.ts'
import type { Wiring } from '#web/ui/Field.tsx'
import { Picker } from '#web/ui/Picker.tsx'

type Props = {
  wiring: Wiring
  value: string
  shown: string
  placeholder: string
  kind?: 'community'
  onPick: (id: string, name: string) => void
}

const placeKinds = ['street', 'community', 'grid', 'building']

/** A community, grid or building by a part of its name. */
export function PlacePicker({ wiring, value, shown, placeholder, kind, onPick }: Props) {
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data, isFetching } = usePlaceUnits(q, kind)
  const options = (data?.rows ?? [])
    .filter((row) => placeKinds.includes(row.kind))
    .map((row) => ({
      value: row.id,
      label: row.name,
      note: row.names.filter((name) => name !== row.name).join(' › '),
    }))
  return (
    <Picker
      wiring={wiring}
      options={options}
      value={value}
      shown={shown}
      onSearch={setTyped}
      onPick={(option) => onPick(option.value, option.label)}
      isSearching={isFetching}
      placeholder={placeholder}
    />
  )
}
