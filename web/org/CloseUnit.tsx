import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { type Answer, call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { LastDay } from './LastDay.tsx'
import { Refusing } from './Refusing.tsx'
import { unitWords as words } from './unit-words.ts'
import { useDeed } from './use-deed.ts'

/** Closes a unit at once or after a last day; what is still open is named. */
export function CloseUnit({ unit, onClose }: { unit: Answer<'getUnit'>; onClose: () => void }) {
  const { say } = useWords()
  const [lastOn, setLastOn] = useState<string | null>(null)
  const { run, isPending, errorAt, rest, isOpenWork } = useDeed(
    (commandId) =>
      call('closeUnit', {
        params: { id: unit.id },
        body: { commandId, lastOn },
      }),
    lastOn === null ? [] : ['lastOn'],
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
      <LastDay
        label={words.when}
        atOnce={words.now}
        value={lastOn}
        error={errorAt('lastOn')}
        onChange={setLastOn}
      />
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
