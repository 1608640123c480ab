import { App } from 'antd'
import { type FormEvent, useState } from 'react'
import type { MeetingPage } from '#contract/meeting.ts'
import { unitsThere } from '#domain/meeting/quorum.ts'
import { useMe } from '#web/console/queries.ts'
import { call } from '#web/lib/api.ts'
import { useDraft } from '#web/lib/drafts.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { type ItemRow, type Minutes, minutesBody, minutesOf } from './minutes-draft.ts'
import { PresentFields } from './PresentFields.tsx'
import { pageWords as words } from './page-words.ts'
import { TaskFields } from './TaskFields.tsx'

/** The minutes: who was there, and of each item what was said, concluded and charged. Kept while they are written. */
export function MinutesForm({ meeting, onClose }: { meeting: MeetingPage; onClose: () => void }) {
  const { say } = useWords()
  const { message } = App.useApp()
  const me = useMe()
  const [blank] = useState(() => minutesOf(meeting))
  // of a meeting that somebody else saved meanwhile nothing old is put back
  const draft = useDraft<Minutes>(`${me?.accountId}.minutes.${meeting.id}.${meeting.version}`, blank)
  const { value, set } = draft
  const deed = useDeed(
    ['meetings'],
    (commandId) =>
      call('saveMinutes', {
        params: { id: meeting.id },
        body: minutesBody(value, meeting.version, commandId),
      }),
    [],
    () => {
      draft.clear()
      message.success(say(words.saved))
      onClose()
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    deed.run()
  }
  const change = (id: string, more: Partial<ItemRow>) =>
    set({ items: value.items.map((item) => (item.id === id ? { ...item, ...more } : item)) })
  const called = meeting.units.map(({ id }) => id)
  const named = value.present
    .filter(({ name }) => name.trim() !== '')
    .map((one) => ({ unitId: one.unitId === '' ? null : one.unitId, came: one.came }))
  const there = unitsThere(called, named)
  const isFew = there < meeting.quorum
  return (
    <section className="panel" aria-labelledby="minutes-title">
      <header>
        <h2 id="minutes-title">{say(words.minutesOf)}</h2>
      </header>
      <form className="form panel-body" onSubmit={submit} noValidate>
        <PresentFields meeting={meeting} present={value.present} onChange={(present) => set({ present })} />
        <Notice tone={isFew ? 'near' : 'info'}>
          {say(words.thereNow, { there, quorum: meeting.quorum })}
          {isFew && ` ${say(words.few)}`}
        </Notice>
        {meeting.agenda.map((item) => {
          const row = value.items.find(({ id }) => id === item.id)
          if (!row) return null
          return (
            <section key={item.id} className="meeting-part" aria-label={say(words.item, { no: item.no })}>
              <header>
                <b>
                  {say(words.item, { no: item.no })}　{item.title}
                </b>
              </header>
              <Field label={say(words.said)} isOptional>
                {(wiring) => (
                  <textarea
                    {...wiring}
                    className="input"
                    rows={3}
                    maxLength={8000}
                    value={row.said}
                    onChange={(event) => change(item.id, { said: event.target.value })}
                  />
                )}
              </Field>
              <Field label={say(words.conclusion)} isOptional>
                {(wiring) => (
                  <textarea
                    {...wiring}
                    className="input"
                    rows={2}
                    maxLength={4000}
                    value={row.conclusion}
                    onChange={(event) => change(item.id, { conclusion: event.target.value })}
                  />
                )}
              </Field>
              <TaskFields
                meeting={meeting}
                tasks={row.tasks}
                onChange={(tasks) => change(item.id, { tasks })}
              />
            </section>
          )
        })}
        <FormEnd
          refused={deed.rest}
          act={say(words.save)}
          later={say(words.later)}
          isPending={deed.isPending}
          onClose={onClose}
        />
      </form>
    </section>
  )
}
