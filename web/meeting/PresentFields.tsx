import { Button } from 'antd'
import type { MeetingPage } from '#contract/meeting.ts'
import { attendances } from '#domain/meeting/meeting.ts'
import { useWords } from '#web/lib/words.ts'
import { FieldGroup } from '#web/ui/Field.tsx'
import { blankPerson, type PresentRow } from './minutes-draft.ts'
import { pageWords as words } from './page-words.ts'
import { cameWords } from './words.ts'

/** Who was there: of which unit, name and post; outsiders by name. */
export function PresentFields({
  meeting,
  present,
  onChange,
}: {
  meeting: MeetingPage
  present: readonly PresentRow[]
  onChange: (present: PresentRow[]) => void
}) {
  const { say } = useWords()
  const change = (id: string, more: Partial<PresentRow>) =>
    onChange(present.map((one) => (one.id === id ? { ...one, ...more } : one)))
  const units = [{ id: meeting.unitId, name: meeting.unitName }, ...meeting.units]
  return (
    <FieldGroup label={say(words.present)}>
      {present.map((one) => (
        <div key={one.id} className="meeting-row">
          <select
            className="input"
            aria-label={say(words.unit)}
            value={one.unitId}
            onChange={(event) => change(one.id, { unitId: event.target.value })}
          >
            {units.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.name}
              </option>
            ))}
            <option value="">{say(words.outsider)}</option>
          </select>
          <input
            className="input"
            aria-label={say(words.name)}
            placeholder={say(words.name)}
            maxLength={40}
            value={one.name}
            onChange={(event) => change(one.id, { name: event.target.value })}
          />
          <input
            className="input"
            aria-label={say(words.post)}
            placeholder={say(words.post)}
            maxLength={40}
            value={one.post}
            onChange={(event) => change(one.id, { post: event.target.value })}
          />
          <select
            className="input"
            aria-label={say(words.came)}
            value={one.came}
            onChange={(event) => change(one.id, { came: event.target.value as PresentRow['came'] })}
          >
            {attendances.map((came) => (
              <option key={came} value={came}>
                {say(cameWords[came])}
              </option>
            ))}
          </select>
          <Button
            type="text"
            aria-label={say(words.removePerson, { name: one.name })}
            onClick={() => onChange(present.filter(({ id }) => id !== one.id))}
          >
            ×
          </Button>
        </div>
      ))}
      <div className="form-actions">
        <Button onClick={() => onChange([...present, blankPerson(units[1]?.id)])}>
          {say(words.addPerson)}
        </Button>
      </div>
    </FieldGroup>
  )
}
