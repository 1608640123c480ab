import { Button } from 'antd'
import { type FormEvent, useDeferredValue, useState } from 'react'
import { roleLabels } from '#contract/words/labels.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { call } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Picker } from '#web/ui/Picker.tsx'
import { useSubstitutes } from './absence-queries.ts'
import { absenceWords as words } from './absence-words.ts'
import { Refusing } from './Refusing.tsx'
import { useDeed } from './use-deed.ts'

/** From which day to which somebody is away, and who stands in. */
export function SetAbsence({ personId, onClose }: { personId: string; onClose: () => void }) {
  const { say } = useWords()
  const [id] = useState(newId)
  const [days, setDays] = useState(() => ({ fromOn: dayOf(Date.now()), toOn: dayOf(Date.now()) }))
  const [substitute, setSubstitute] = useState<{ id: string; name: string }>()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data, isFetching } = useSubstitutes({ personId, ...days }, q)
  const rows = data?.rows ?? []
  const { run, isPending, errorAt, rest } = useDeed(
    (commandId) =>
      call('setAbsence', {
        body: { commandId, id, personId, substituteId: substitute?.id ?? '', ...days },
      }),
    ['fromOn', 'toOn', 'substituteId'],
    onClose,
    'absence',
  )
  const day = (field: 'fromOn' | 'toOn') => (
    <Field label={say(words[field])} error={errorAt(field)}>
      {(wiring) => (
        <input
          {...wiring}
          className="input"
          type="date"
          required
          value={days[field]}
          onChange={(event) => {
            const next = { ...days, [field]: event.target.value }
            // A last day before the first one follows it, as people mean it.
            setDays(field === 'fromOn' && next.toOn < next.fromOn ? { ...next, toOn: next.fromOn } : next)
          }}
        />
      )}
    </Field>
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run()
  }
  return (
    <form className="form panel-body" aria-label={say(words.set)} onSubmit={submit}>
      <div className="fields-2">
        {day('fromOn')}
        {day('toOn')}
      </div>
      <Field
        label={say(words.substitute)}
        hint={data && rows.length === 0 && q === '' ? say(words.nobody) : say(words.substituteHint)}
        error={errorAt('substituteId')}
      >
        {(wiring) => (
          <Picker
            wiring={wiring}
            options={rows.map((row) => ({
              value: row.id,
              label: row.name,
              note: say(words.choice, { unit: row.unitName, role: say(roleLabels[row.role]) }),
            }))}
            value={substitute?.id ?? ''}
            shown={substitute?.name ?? ''}
            placeholder={say(words.whoHint)}
            isSearching={isFetching}
            onSearch={setTyped}
            onPick={(option) => setSubstitute({ id: option.value, name: option.label })}
          />
        )}
      </Field>
      <Refusing words={rest} isOpenWork={false} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={isPending} disabled={!substitute}>
          {say(words.save)}
        </Button>
        <Button onClick={onClose}>{say(words.cancel)}</Button>
      </div>
    </form>
  )
}
