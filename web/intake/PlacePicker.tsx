import { useDeferredValue, useState } from 'react'
import { useWords } from '#web/lib/words.ts'
import { usePlaceUnits } from '#web/matter/queries.ts'
import type { Wiring } from '#web/ui/Field.tsx'
import { Picker } from '#web/ui/Picker.tsx'
import { intakeWords as words } from './words.ts'

type Props = {
  wiring: Wiring
  value: string
  shown: string
  placeholder: string
  kind?: 'community'
  /** Places used last: named first while nothing is typed. */
  used?: readonly { id: string; name: string }[]
  onPick: (id: string, name: string) => void
}

/** A community, grid or building by a part of its name. */
export function PlacePicker({ wiring, value, shown, placeholder, kind, used = [], onPick }: Props) {
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data, isFetching } = usePlaceUnits(q, kind)
  const found = (data?.rows ?? []).map((row) => ({
    value: row.id,
    label: row.name,
    note: row.names.filter((name) => name !== row.name).join(' › '),
  }))
  const first =
    q === ''
      ? used.map(({ id, name }) => ({
          value: id,
          label: name,
          note: found.find((one) => one.value === id)?.note ?? say(words.placeUsed),
        }))
      : []
  const options = [...first, ...found.filter((one) => !first.some((two) => two.value === one.value))]
  return (
    <Picker
      wiring={wiring}
      options={options}
      value={value}
      shown={shown}
      onSearch={setTyped}
      onPick={(option) => onPick(option.value, option.label)}
      isSearching={isFetching || q !== typed.trim()}
      placeholder={placeholder}
    />
  )
}
