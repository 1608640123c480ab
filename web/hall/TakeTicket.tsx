import { Button } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { HallView } from '#contract/hall.ts'
import { priorityLabels } from '#contract/words/labels.ts'
import { addDays, dayOf } from '#domain/calendar/days.ts'
import { type Priority, priorities } from '#domain/hall/ticket.ts'
import { failureWords, fieldOf } from '#web/lib/failure-words.ts'
import { RefusalError } from '#web/lib/failures.ts'
import { dayWords, planTime } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { QrPicture } from '#web/ui/QrPicture.tsx'
import { type HallDone, useHallDeed } from './queries.ts'
import { hallKeys } from './use-hall-keys.ts'
import { hallWords as words } from './words.ts'

type Props = { hall: HallView; isOpen: boolean; onOpen: (isOpen: boolean) => void }

/** Gives a number at the desk with two keys, or books one for somebody who telephones. */
export function TakeTicket({ hall, isOpen, onOpen }: Props) {
  const { language, say } = useWords()
  const now = useNow()
  const [isBooking, setBooking] = useState(false)
  const [done, setDone] = useState<HallDone>()
  const finish = (answer: HallDone) => {
    setDone(answer)
    onOpen(false)
    setBooking(false)
  }
  const ticket = done?.ticket
  const ahead = ticket ? hall.line.findIndex((one) => one.id === ticket.id) : -1
  return (
    <section className="panel" aria-labelledby="take-ticket">
      <header>
        <h2 id="take-ticket">{say(words.take)}</h2>
      </header>
      <div className="panel-body form">
        {ticket && !isOpen && !isBooking && (ahead >= 0 || ticket.slotAt) && (
          <Notice tone="good" live>
            {ticket.slotAt
              ? say(words.takenFor, {
                  number: ticket.label,
                  time: planTime(Date.parse(ticket.slotAt), now, language),
                })
              : say(words.taken, { number: ticket.label, ahead })}
          </Notice>
        )}
        {done && ticket && !ticket.slotAt && !isOpen && !isBooking && ahead >= 0 && (
          <div className="taken-scan">
            <QrPicture text={done.pageUrl} label={say(words.scan)} />
            <span className="quiet">{say(words.scan)}</span>
          </div>
        )}
        {isOpen ? (
          <TakeForm hallId={hall.id} onDone={finish} onClose={() => onOpen(false)} />
        ) : isBooking ? (
          <BookForm hallId={hall.id} onDone={finish} onClose={() => setBooking(false)} />
        ) : (
          <div className="form-actions">
            <Button onClick={() => onOpen(true)}>
              {say(words.take)} <kbd aria-hidden="true">{hallKeys.take}</kbd>
            </Button>
            <Button onClick={() => setBooking(true)}>{say(words.book)}</Button>
          </div>
        )}
      </div>
    </section>
  )
}

type FormProps = { hallId: string; onDone: (done: HallDone) => void; onClose: () => void }

function TakeForm({ hallId, onDone, onClose }: FormProps) {
  const { language, say } = useWords()
  const deed = useHallDeed(hallId)
  const [priority, setPriority] = useState<Priority | 'none'>('none')
  const go = useRef<HTMLButtonElement>(null)
  useEffect(() => go.current?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    deed.mutate({ do: 'take', priority: priority === 'none' ? null : priority }, { onSuccess: onDone })
  }
  return (
    <form className="form" onSubmit={submit}>
      <Choices
        label={say(words.takePriority)}
        options={[
          { value: 'none' as const, label: say(words.noFavour) },
          ...priorities.map((value) => ({ value, label: say(priorityLabels[value]) })),
        ]}
        value={priority}
        onChoose={setPriority}
      />
      {deed.error && (
        <Notice tone="act" live>
          {failureWords(deed.error, language)}
        </Notice>
      )}
      <div className="form-actions">
        <Button ref={go} type="primary" htmlType="submit" loading={deed.isPending}>
          {say(words.takeGo)}
        </Button>
        <Button onClick={onClose}>{say(words.cancel)}</Button>
      </div>
    </form>
  )
}

/** Half hours of an office day. */
const slots = Array.from({ length: 20 }, (_, i) => {
  const minute = 8 * 60 + i * 30
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${minute % 60 === 0 ? '00' : '30'}`
})

function BookForm({ hallId, onDone, onClose }: FormProps) {
  const { language, say } = useWords()
  const now = useNow()
  const deed = useHallDeed(hallId)
  const today = dayOf(now)
  const [value, setValue] = useState({
    day: addDays(today, 1),
    slot: '09:00',
    name: '',
    phone: '',
    showsSurname: false,
  })
  const first = useRef<HTMLSelectElement>(null)
  useEffect(() => first.current?.focus(), [])
  const set = (change: Partial<typeof value>) => setValue((before) => ({ ...before, ...change }))
  const field = deed.error instanceof RefusalError ? fieldOf(deed.error.refusal.field) : undefined
  const failed = deed.error ? failureWords(deed.error, language) : undefined
  const errorAt = (name: string) => (field === name ? failed : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { name, phone, ...rest } = value
    const booking = { ...rest, ...(name === '' ? {} : { name }), ...(phone === '' ? {} : { phone }) }
    deed.mutate({ do: 'take', booking }, { onSuccess: onDone })
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      <div className="fields-2 narrow-fields">
        <Field label={say(words.day)}>
          {(wiring) => (
            <select
              {...wiring}
              ref={first}
              className="input"
              value={value.day}
              onChange={(e) => set({ day: e.target.value })}
            >
              {Array.from({ length: 8 }, (_, i) => addDays(today, i)).map((day) => (
                <option key={day} value={day}>
                  {dayWords(day, now, language)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say(words.slot)} error={errorAt('slot')}>
          {(wiring) => (
            <select
              {...wiring}
              className="input"
              value={value.slot}
              onChange={(e) => set({ slot: e.target.value })}
            >
              {slots.map((slot) => (
                <option key={slot}>{slot}</option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say(words.name)} error={errorAt('name')} isOptional>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              autoComplete="off"
              maxLength={40}
              value={value.name}
              onChange={(e) => set({ name: e.target.value })}
            />
          )}
        </Field>
        <Field label={say(words.phone)} error={errorAt('phone')} isOptional>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              inputMode="tel"
              autoComplete="off"
              value={value.phone}
              onChange={(e) => set({ phone: e.target.value })}
            />
          )}
        </Field>
      </div>
      <p className="field-hint">{say(words.bookHint)}</p>
      <label className="check">
        <input
          type="checkbox"
          checked={value.showsSurname}
          onChange={(e) => set({ showsSurname: e.target.checked })}
        />
        {say(words.showsSurname)}
      </label>
      {failed && !['slot', 'name', 'phone'].includes(field ?? '') && (
        <Notice tone="act" live>
          {failed}
        </Notice>
      )}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={deed.isPending}>
          {say(words.bookGo)}
        </Button>
        <Button onClick={onClose}>{say(words.cancel)}</Button>
      </div>
    </form>
  )
}
