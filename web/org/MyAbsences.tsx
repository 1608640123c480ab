import { useDeferredValue, useState } from 'react'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Picker } from '#web/ui/Picker.tsx'
import { Absences } from './Absences.tsx'
import { useColleagues } from './absence-queries.ts'
import { absenceWords as words } from './absence-words.ts'

/** My own absences, and for a leader those of the colleagues. */
export function MyAbsences() {
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data, isFetching } = useColleagues(q)
  const [picked, setPicked] = useState<{ id: string; name: string }>()
  const [keepsOthers, setKeepsOthers] = useState(false)
  const rows = data?.rows ?? []
  if (!keepsOthers && rows.length > 1) setKeepsOthers(true)
  const who = picked ?? rows[0]
  if (!who) return null
  return (
    <Absences key={who.id} personId={who.id}>
      {keepsOthers && (
        <div className="panel-body">
          <Field label={say(words.who)}>
            {(wiring) => (
              <Picker
                wiring={wiring}
                options={rows.map((row) => ({ value: row.id, label: row.name }))}
                value={who.id}
                shown={who.name}
                placeholder={say(words.whoHint)}
                isSearching={isFetching}
                onSearch={setTyped}
                onPick={(option) => setPicked({ id: option.value, name: option.label })}
              />
            )}
          </Field>
        </div>
      )}
    </Absences>
  )
}
