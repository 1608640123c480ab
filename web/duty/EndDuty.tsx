import { App } from 'antd'
import { useState } from 'react'
import type { DutyPage } from '#contract/duty.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { call } from '#web/lib/api.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { dutyWords as words } from './words.ts'

/** The last day of a line; an empty one lets it go on. */
export function EndDuty({ line, onClose }: { line: DutyPage; onClose: () => void }) {
  const { say } = useWords()
  const { message } = App.useApp()
  const [lastOn, setLastOn] = useState(line.toOn ?? dayOf(Date.now()))
  const [reason, setReason] = useState('')
  const { run, isPending, errorAt, rest } = useDeed(
    ['rules'],
    (commandId) =>
      call('endDuty', {
        params: { id: line.id },
        body: { commandId, version: line.version, lastOn: lastOn || null, reason },
      }),
    ['lastOn', 'reason'],
    () => {
      message.success(say(words.saved))
      onClose()
    },
  )
  return (
    <form
      className="form"
      aria-label={say(words.end)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        run()
      }}
    >
      <Field label={say(words.endOn)} isOptional hint={say(words.toOnHint)} error={errorAt('lastOn')}>
        {(wiring) => (
          <input
            {...wiring}
            className="input duty-day"
            type="date"
            value={lastOn}
            onChange={(event) => setLastOn(event.target.value)}
          />
        )}
      </Field>
      <Field label={say(words.reason)} hint={say(words.reasonHint)} error={errorAt('reason')}>
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <FormEnd
        refused={rest}
        act={say(lastOn === '' ? words.goOn : words.end)}
        later={say(words.cancel)}
        isPending={isPending}
        onClose={onClose}
      />
    </form>
  )
}
