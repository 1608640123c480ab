import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import type { HallView, TicketView } from '#contract/hall.ts'
import { priorityLabels } from '#contract/words/labels.ts'
import { type Priority, priorities } from '#domain/hall/ticket.ts'
import { clockTime, planTime, spanWords } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { type Sentence, useWords } from '#web/lib/words.ts'
import { BookedBy } from './BookedBy.tsx'
import type { HallDeed } from './queries.ts'
import { hallWords as words } from './words.ts'

type Props = { hall: HallView; run: (deed: HallDeed) => void; isBusy: boolean }

/** Who waits, in the order of the calls; who was absent; who is where; who has booked. */
export function HallLines({ hall, run, isBusy }: Props) {
  const { say } = useWords()
  const doing = { hall, run, isBusy }
  return (
    <div className="hall-lines">
      <Lines title={words.line} rows={hall.line} empty={say(words.lineEmpty)}>
        {(ticket) => <Waiting ticket={ticket} {...doing} />}
      </Lines>
      <Lines title={words.absent} rows={hall.absent}>
        {(ticket) => <Absent ticket={ticket} {...doing} />}
      </Lines>
      <Lines title={words.elsewhere} rows={hall.atWindows}>
        {(ticket) => (
          <span className="quiet">
            {say(words.at, { window: ticket.windowName ?? '', person: ticket.callerName ?? '' })}
          </span>
        )}
      </Lines>
      <Lines title={words.booked} rows={hall.booked}>
        {(ticket) => <Waiting ticket={ticket} {...doing} />}
      </Lines>
    </div>
  )
}

type LinesProps = {
  title: Sentence
  rows: readonly TicketView[]
  empty?: string
  children: (ticket: TicketView) => ReactNode
}

function Lines({ title, rows, empty, children }: LinesProps) {
  const { say } = useWords()
  if (rows.length === 0 && empty === undefined) return null
  return (
    <section className="panel">
      <header>
        <h2>{say(title, { count: rows.length })}</h2>
      </header>
      {rows.length === 0 && <p className="panel-body quiet">{empty}</p>}
      <ul className="tickets">
        {rows.map((ticket) => (
          <li key={ticket.id} className="ticket" data-mine={ticket.isForMe ? 'yes' : undefined}>
            <strong className="number">{ticket.label}</strong>
            {children(ticket)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Why a number stands where it stands. */
function Tags({ ticket }: { ticket: TicketView }) {
  const { language, say } = useWords()
  const now = useNow()
  const waited = Math.max(0, Math.floor((now - Date.parse(ticket.slotAt ?? ticket.takenAt)) / 60_000))
  const isDue = ticket.slotAt === null || Date.parse(ticket.slotAt) <= now
  return (
    <span className="flags ticket-tags">
      {isDue && <span className="quiet">{say(words.waited, { span: spanWords(waited, language) })}</span>}
      {ticket.slotAt && (
        <span className="flag" data-tone="info">
          {say(words.bookedAt, {
            time: isDue
              ? clockTime(Date.parse(ticket.slotAt))
              : planTime(Date.parse(ticket.slotAt), now, language),
          })}
        </span>
      )}
      {ticket.priority && (
        <span className="flag" data-tone="near">
          {say(words.priority, { who: say(priorityLabels[ticket.priority]) })}
        </span>
      )}
      {ticket.isBack && <span className="flag">{say(words.back)}</span>}
      {ticket.forName && (
        <span className="flag" data-tone="good">
          {ticket.isForMe ? say(words.sentToMe) : say(words.sentTo, { name: ticket.forName })}
        </span>
      )}
      <BookedBy ticket={ticket} />
    </span>
  )
}

type RowProps = Props & { ticket: TicketView }

function CallButton({ hall, ticket, run, isBusy }: RowProps) {
  const { say } = useWords()
  const { myWindowId } = hall
  if (!ticket.may.includes('call') || myWindowId === null) return null
  return (
    <Button
      disabled={isBusy}
      aria-label={say(words.callNumber, { number: ticket.label })}
      onClick={() => run({ do: 'move', id: ticket.id, verb: 'call', windowId: myWindowId })}
    >
      {say(words.callIt)}
    </Button>
  )
}

function Waiting(props: RowProps) {
  const { ticket, run, isBusy } = props
  const { say } = useWords()
  const number = { number: ticket.label }
  return (
    <>
      <Tags ticket={ticket} />
      <span className="ticket-actions">
        {ticket.isForMe && <CallButton {...props} />}
        {ticket.may.includes('favour') && ticket.forName === null && ticket.slotAt === null && (
          <select
            className="input"
            aria-label={say(words.favourOf, number)}
            disabled={isBusy}
            value={ticket.priority ?? ''}
            onChange={(event) =>
              run({
                ...{ do: 'move', id: ticket.id, verb: 'favour' },
                priority: (event.target.value || null) as Priority | null,
              })
            }
          >
            <option value="">{say(words.noFavour)}</option>
            {priorities.map((one) => (
              <option key={one} value={one}>
                {say(words.priority, { who: say(priorityLabels[one]) })}
              </option>
            ))}
          </select>
        )}
        <Drop {...props} />
      </span>
    </>
  )
}

function Drop({ ticket, run, isBusy }: RowProps) {
  const { say } = useWords()
  const { modal } = App.useApp()
  if (!ticket.may.includes('cancel')) return null
  const number = { number: ticket.label }
  const ask = () => {
    void modal.confirm({
      title: say(words.dropAsk, number),
      content: say(words.dropText),
      okText: say(words.drop),
      cancelText: say(words.cancel),
      onOk: () => run({ do: 'move', id: ticket.id, verb: 'cancel' }),
    })
  }
  return (
    <Button type="text" disabled={isBusy} aria-label={say(words.dropOf, number)} onClick={ask}>
      {say(words.drop)}
    </Button>
  )
}

function Absent(props: RowProps) {
  const { ticket, run, isBusy } = props
  const { say } = useWords()
  const number = { number: ticket.label }
  const rejoin = (isSoon: boolean) => (
    <Button
      disabled={isBusy}
      aria-label={say(isSoon ? words.rejoinSoonOf : words.rejoinEndOf, number)}
      onClick={() => run({ do: 'move', id: ticket.id, verb: 'rejoin', isSoon })}
    >
      {say(isSoon ? words.rejoinSoon : words.rejoinEnd)}
    </Button>
  )
  return (
    <>
      <span className="quiet ticket-tags">{say(words.passes, { count: ticket.passes })}</span>
      <span className="ticket-actions">
        <CallButton {...props} />
        {ticket.may.includes('rejoin') && (
          <>
            {rejoin(true)}
            {rejoin(false)}
          </>
        )}
        <Drop {...props} />
      </span>
    </>
  )
}
