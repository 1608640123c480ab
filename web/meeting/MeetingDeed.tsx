import { Modal } from 'antd'
import { type FormEvent, useState } from 'react'
import type { MeetingPage } from '#contract/meeting.ts'
import type { MeetingMove } from '#contract/meeting-steps.ts'
import { call } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { instantOf, localOf } from './draft.ts'
import { formWords } from './form-words.ts'
import { PersonSelect } from './PersonSelect.tsx'
import { pageWords as words } from './page-words.ts'
import { useMeetingUnits } from './queries.ts'

export type Deed = 'confirm' | 'note' | 'change' | 'adjourn' | 'cancel'

const saidLabels = {
  note: words.noteWhat,
  change: words.changeWhy,
  adjourn: words.adjournWhy,
  cancel: words.cancelWhy,
}

/** One deed: its reason, and for a change or an adjournment what is new. */
export function MeetingDeed({
  meeting,
  deed: verb,
  onClose,
}: {
  meeting: MeetingPage
  deed: Deed
  onClose: () => void
}) {
  const { say } = useWords()
  const [said, setSaid] = useState('')
  const [startsAt, setStartsAt] = useState(verb === 'change' ? localOf(meeting.startsAt) : '')
  const [place, setPlace] = useState(meeting.place)
  const [chairId, setChairId] = useState(meeting.chair.id)
  const [minuterId, setMinuterId] = useState(meeting.minuter.id)
  const [newMeetingId] = useState(newId)
  const own = useMeetingUnits({ unitId: meeting.unitId }, verb === 'change')
  const bodyOf = (commandId: string): MeetingMove => {
    const when = instantOf(startsAt)
    switch (verb) {
      case 'confirm':
        return { commandId, verb, version: meeting.version }
      case 'change':
        return {
          ...{ commandId, verb, startsAt: when, minutes: meeting.minutes, place, link: meeting.link },
          ...{ chairId, minuterId, words: said },
        }
      case 'adjourn':
        return { commandId, verb, newId: newMeetingId, startsAt: when, words: said }
      case 'cancel':
      case 'note':
        return { commandId, verb, words: said }
    }
  }
  const deed = useDeed(
    ['meetings'],
    (commandId) => call('moveMeeting', { params: { id: meeting.id }, body: bodyOf(commandId) }),
    ['words', 'startsAt', 'chairId'],
    onClose,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    deed.run()
  }
  const people = [
    { ...meeting.chair, unitName: meeting.unitName },
    { ...meeting.minuter, unitName: meeting.unitName },
    ...(own.data?.rows ?? []).flatMap((unit) => unit.people.map((one) => ({ ...one, unitName: unit.name }))),
  ]
  return (
    <Modal open onCancel={onClose} footer={null} title={say(words[verb])} width={520}>
      <form className="form" aria-label={say(words[verb])} onSubmit={submit} noValidate>
        {verb === 'confirm' && <p>{say(words.confirmText)}</p>}
        {verb === 'adjourn' && <p className="quiet">{say(words.adjournText)}</p>}
        {(verb === 'change' || verb === 'adjourn') && (
          <Field
            label={say(verb === 'change' ? words.when : words.adjournTo)}
            error={deed.errorAt('startsAt')}
          >
            {(wiring) => (
              <input
                {...wiring}
                className="input"
                type="datetime-local"
                value={startsAt}
                onChange={(event) => setStartsAt(event.target.value)}
              />
            )}
          </Field>
        )}
        {verb === 'change' && (
          <>
            <Field label={say(words.place)} isOptional>
              {(wiring) => (
                <input
                  {...wiring}
                  className="input"
                  maxLength={60}
                  value={place}
                  onChange={(event) => setPlace(event.target.value)}
                />
              )}
            </Field>
            <PersonSelect
              label={say(formWords.chair)}
              people={people}
              value={chairId}
              error={deed.errorAt('chairId')}
              onChange={setChairId}
            />
            <PersonSelect
              label={say(formWords.minuter)}
              people={people}
              value={minuterId}
              onChange={setMinuterId}
            />
          </>
        )}
        {verb !== 'confirm' && (
          <Field label={say(saidLabels[verb])} error={deed.errorAt('words')}>
            {(wiring) => (
              <textarea
                {...wiring}
                className="input"
                rows={3}
                maxLength={verb === 'note' ? 2000 : 500}
                value={said}
                onChange={(event) => setSaid(event.target.value)}
              />
            )}
          </Field>
        )}
        <FormEnd
          refused={deed.rest}
          act={say(words.confirmDeed)}
          later={say(words.later)}
          isGrave={verb === 'cancel'}
          isPending={deed.isPending}
          onClose={onClose}
        />
      </form>
    </Modal>
  )
}
