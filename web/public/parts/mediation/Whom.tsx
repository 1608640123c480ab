/** @jsxImportSource preact */
import type { RoomView } from '#contract/room.ts'
import { useSay } from '../../reader.ts'
import { roomPageWords as words } from '../../words/room.ts'
import { described, Field } from '../Field.tsx'

/** For whom, or to whom, where there are several. */
export function Whom(props: {
  id: string
  label: string
  parties: RoomView['parties']
  value: string
  onChange: (partyId: string) => void
}) {
  const { say } = useSay()
  const { id, label, parties, value, onChange } = props
  return (
    <Field id={id} label={label}>
      <select
        {...described(id, undefined)}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {parties.map(({ partyId, no, name }) => (
          <option key={partyId} value={partyId}>
            {name ?? say(words.no, { no })}
          </option>
        ))}
      </select>
    </Field>
  )
}
