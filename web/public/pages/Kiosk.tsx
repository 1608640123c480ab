/** @jsxImportSource preact */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Outcome } from '../api.ts'
import { findKiosk, type Kiosk as HallNow, type TakenTicket, takeNumber } from '../hall-api.ts'
import { newId } from '../new-id.ts'
import { QrCode } from '../parts/QrCode.tsx'
import { useSay } from '../reader.ts'
import { refusedWords } from '../refused.ts'
import '../styles/hall.css'
import { atWords } from '../when.ts'
import { hallWords } from '../words/hall.ts'
import { startWords } from '../words/start.ts'

const lookEveryMs = 10_000
/** The next visitor stands before a fresh page. */
const ticketShownMs = 30_000

/** The touch screen of a hall: one large button, a number, a slip. */
export function Kiosk({ district, code }: { district: number; code: string }) {
  const { say, language } = useSay()
  const [hall, setHall] = useState<HallNow>()
  const [isUnknown, setUnknown] = useState(false)
  const [ticket, setTicket] = useState<TakenTicket>()
  const [problem, setProblem] = useState<Outcome<TakenTicket>>()
  const [isTaking, setTaking] = useState(false)
  const idsRef = useRef<{ commandId: string; id: string } | undefined>(undefined)

  const look = useCallback(async () => {
    const outcome = await findKiosk(district, code)
    if ('ok' in outcome) setHall(outcome.ok)
    else if ('refused' in outcome) setUnknown(true)
  }, [district, code])
  useEffect(() => {
    void look()
    const timer = setInterval(() => void look(), lookEveryMs)
    return () => clearInterval(timer)
  }, [look])
  useEffect(() => {
    if (!ticket) return
    const timer = setTimeout(() => setTicket(undefined), ticketShownMs)
    return () => clearTimeout(timer)
  }, [ticket])

  const take = async () => {
    if (isTaking) return
    setTaking(true)
    setProblem(undefined)
    // Pressed again after a lost answer it is the same number.
    idsRef.current ??= { commandId: newId(), id: newId() }
    const outcome = await takeNumber(district, code, idsRef.current)
    setTaking(false)
    if ('unreached' in outcome) return setProblem(outcome)
    idsRef.current = undefined
    if ('ok' in outcome) setTicket(outcome.ok)
    else setProblem(outcome)
    void look()
  }

  if (isUnknown && !hall)
    return (
      <section class="sheet" role="alert">
        <h1>{say(hallWords.unknown)}</h1>
        <p>{say(hallWords.unknownText)}</p>
      </section>
    )
  if (ticket) return <TicketSlip ticket={ticket} onDone={() => setTicket(undefined)} />
  return (
    <section class="kiosk">
      <h1>{hall?.hallName ?? say(startWords.opening)}</h1>
      <p>{say(hallWords.welcome)}</p>
      <button type="button" class="primary kiosk-take" onClick={() => void take()}>
        {say(isTaking ? hallWords.taking : hallWords.take)}
      </button>
      <div role="alert" class="error">
        {problem && ('refused' in problem ? refusedWords(problem.refused, language) : say(hallWords.again))}
      </div>
      {hall && (
        <p class="kiosk-now">
          <strong>
            {hall.waiting === 0 ? say(hallWords.nobody) : say(hallWords.waiting, { count: hall.waiting })}
          </strong>
          <br />
          {hall.forecast ? say(hallWords.forecast, hall.forecast) : say(hallWords.noForecast)}
        </p>
      )}
      <p>{say(hallWords.noName)}</p>
      <p>{say(hallWords.help)}</p>
    </section>
  )
}

function TicketSlip({ ticket, onDone }: { ticket: TakenTicket; onDone: () => void }) {
  const { say, language } = useSay()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const { ahead, forecast } = ticket
  return (
    <section class="kiosk">
      <p class="kiosk-hall">{ticket.hallName}</p>
      <h1 ref={title} tabIndex={-1}>
        <small>{say(hallWords.yours)}</small>
        <span class="kiosk-number">{ticket.label}</span>
      </h1>
      <p class="kiosk-now">
        <strong>{ahead === 0 ? say(hallWords.first) : say(hallWords.ahead, { count: ahead })}</strong>
        <br />
        {forecast ? say(hallWords.forecast, forecast) : say(hallWords.noForecast)}
      </p>
      <div class="kiosk-scan">
        <QrCode url={ticket.pageUrl} label={say(hallWords.scan)} />
        <p>{say(hallWords.scan)}</p>
      </div>
      <p>{say(hallWords.listen)}</p>
      <p class="hint">
        {say(hallWords.takenAt, { time: atWords(Date.parse(ticket.takenAt), Date.now(), language) })}
      </p>
      <div class="row kiosk-buttons">
        <button type="button" onClick={() => window.print()}>
          {say(hallWords.print)}
        </button>
        <button type="button" class="primary" onClick={onDone}>
          {say(hallWords.finish)}
        </button>
      </div>
    </section>
  )
}
