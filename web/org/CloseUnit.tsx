import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { dayOf } from '#domain/calendar/days.ts'
import { type Answer, call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Field } from '#web/ui/Field.tsx'
import { Refusing } from './Refusing.tsx'
import { unitWords as words } from './unit-words.ts'
import { useDeed } from './use-deed.ts'

/** Closes a unit at once or after a last day; what is still open is named. */
export function CloseUnit({ unit, onClose }: { unit: Answer<'getUnit'>; onClose: () => void }) {
  const { say } = useWords()
  const [when, setWhen] = useState<'now' | 'day'>('now')
  const [lastOn, setLastOn] = useState(() => dayOf(Date.now()))
  const { run, isPending, errorAt, rest, isOpenWork } = useDeed(
    (commandId) =>
      call('closeUnit', {
        params: { id: unit.id },
        body: { commandId, lastOn: when === 'now' ? null : lastOn },
      }),
    when === 'day' ? ['lastOn'] : [],
    onClose,
    'org',
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run()
  }
  return (
    <form className="form panel-body" aria-label={say(words.closeOf, { name: unit.name })} onSubmit={submit}>
      <p>{say(words.closeAsk, { name: unit.name })}</p>
      <Choices
        label={say(words.when)}
        options={[
          { value: 'now', label: say(words.now) },
          { value: 'day', label: say(words.onDay) },
        ]}
        value={when}
        onChoose={setWhen}
      />
      {when === 'day' && (
        <Field label={say(words.lastOn)} error={errorAt('lastOn')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              type="date"
              required
              value={lastOn}
              onChange={(event) => setLastOn(event.target.value)}
            />
          )}
        </Field>
      )}
      <Refusing words={rest} isOpenWork={isOpenWork} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {say(words.close)}
        </Button>
        <Button onClick={onClose}>{say(words.cancel)}</Button>
      </div>
    </form>
  )
}
