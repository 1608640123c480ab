import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { addDays, type Day, dayOf, weekday } from '#domain/calendar/days.ts'
import { clockTime, dueTime } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { sentences, useWords } from '#web/lib/words.ts'
import { ErrorState } from '#web/ui/States.tsx'
import type { Slot } from './clashes.ts'
import { useSlots } from './queries.ts'

const words = sentences({
  title: { zh: '这一周的场次', en: 'Sessions of the week' },
  before: { zh: '上一周', en: 'The week before' },
  after: { zh: '下一周', en: 'The week after' },
  now: { zh: '本周', en: 'This week' },
  nothing: { zh: '没有场次', en: 'nothing' },
  taken: { zh: '已占用', en: 'taken' },
  mine: { zh: '我的', en: 'mine' },
})

/** Seven days beside each other at the desk, one below the other on a phone: what stands in which room, and what is mine. */
export function Week() {
  const { language, say } = useWords()
  const now = useNow()
  const today = dayOf(now)
  const [away, setAway] = useState(0)
  const monday = addDays(today, 1 - weekday(today) + away * 7)
  const slots = useSlots(monday, addDays(monday, 6))
  const days = Array.from({ length: 7 }, (_, i) => addDays(monday, i))
  const of = (day: Day) =>
    (slots.data?.rows ?? [])
      .filter((one) => dayOf(Date.parse(one.startsAt)) === day)
      .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
  return (
    <section className="panel" aria-labelledby="week-title">
      <header>
        <h2 id="week-title">{say(words.title)}</h2>
        <span className="session-acts">
          <Button
            size="small"
            icon={<LeftOutlined />}
            aria-label={say(words.before)}
            onClick={() => setAway(away - 1)}
          />
          <Button size="small" disabled={away === 0} onClick={() => setAway(0)}>
            {say(words.now)}
          </Button>
          <Button
            size="small"
            icon={<RightOutlined />}
            aria-label={say(words.after)}
            onClick={() => setAway(away + 1)}
          />
        </span>
      </header>
      {slots.error && <ErrorState error={slots.error} onRetry={() => void slots.refetch()} />}
      <ol className="week">
        {days.map((day) => (
          <li
            key={day}
            data-today={day === today ? 'yes' : 'no'}
            data-empty={of(day).length === 0 ? 'yes' : 'no'}
          >
            <h3>{dueTime(Date.parse(`${day}T00:00:00+08:00`), now, language).replace(/ 00:00$/, '')}</h3>
            {of(day).length === 0 && <p className="quiet">{say(words.nothing)}</p>}
            {of(day).map((slot) => (
              <SlotLine key={`${slot.startsAt}${slot.room?.id}`} slot={slot} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}

function SlotLine({ slot }: { slot: Slot }) {
  const { say } = useWords()
  const from = Date.parse(slot.startsAt)
  const { matterId, mediationId } = slot
  const span = `${clockTime(from)}–${clockTime(from + slot.minutes * 60_000)}`
  return (
    <p className="slot" data-mine={slot.isMine ? 'yes' : 'no'}>
      <b className="number">{span}</b>
      {slot.room && <span>{slot.room.name}</span>}
      {matterId && mediationId ? (
        <Link
          className="link"
          to="/matters/$id/mediations/$mediationId"
          params={{ id: matterId, mediationId }}
        >
          {slot.title ?? say(words.mine)}
        </Link>
      ) : (
        <span className="quiet">{say(words.taken)}</span>
      )}
    </p>
  )
}
