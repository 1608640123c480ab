import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Field } from '#web/ui/Field.tsx'
import { orgWords as words } from './words.ts'
import { daysFrom, type Exception } from './year-grid.ts'

/** A day or a run of days with one name, as a notice names them. */
export function AddHoliday({ year, onAdd }: { year: number; onAdd: (days: Exception[]) => void }) {
  const { say } = useWords()
  const [name, setName] = useState('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [arrangement, setArrangement] = useState<'off' | 'on'>('off')
  const days = daysFrom(from, to || from)
  const add = () => {
    onAdd(days.map((day) => ({ day, name: name.trim(), isWorking: arrangement === 'on' })))
    setFrom('')
    setTo('')
  }
  const limits = { min: `${year}-01-01`, max: `${year}-12-31` }
  return (
    <fieldset className="add-holiday">
      <legend>{say(words.addRange)}</legend>
      <div className="add-holiday-fields">
        <Field label={say(words.name)}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              maxLength={40}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={say(words.from)}>
          {(wiring) => (
            <input
              {...wiring}
              {...limits}
              className="input"
              type="date"
              value={from}
              onChange={(event) => setFrom(event.target.value)}
            />
          )}
        </Field>
        <Field label={say(words.to)} isOptional>
          {(wiring) => (
            <input
              {...wiring}
              {...limits}
              className="input"
              type="date"
              value={to}
              onChange={(event) => setTo(event.target.value)}
            />
          )}
        </Field>
        <Choices
          label={say(words.isWorking)}
          options={[
            { value: 'off', label: say(words.off) },
            { value: 'on', label: say(words.working) },
          ]}
          value={arrangement}
          onChoose={setArrangement}
        />
        <Button disabled={days.length === 0 || name.trim() === ''} onClick={add}>
          {say(words.add)}
        </Button>
      </div>
    </fieldset>
  )
}
