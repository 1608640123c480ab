import type { hallRoutes } from '#contract/hall.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { letters, type TicketState } from '#domain/hall/ticket.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { HallRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { iso, isoOrNull } from '../matter/views.ts'
import { forecastFor, hallLine, isSent, labelOf, sentLine } from './lines.ts'
import {
  countServed,
  findHallByCode,
  findHallNamed,
  findTicket,
  listOpen,
  type TicketLine,
} from './queries.ts'
import { insertTicket, lockHall } from './store.ts'
import { shownSurname } from './views.ts'
import { onceInHall, ticketUrl } from './work.ts'

/** Beyond this many people the kiosk gives no more numbers: the desk has to look, and a prank cannot fill the day. */
const mostWaiting = 150
const shownNext = 12

async function lineOf(tx: Tx, hall: HallRow, now: number) {
  const today = dayOf(now)
  const present = hall.day === today ? hall : { ...hall, calls: 0, was_favoured: false }
  const open = await listOpen(tx, hall.district_id, hall.id, today)
  const served = await countServed(tx, hall.district_id, hall.id, today, now)
  return { open, served, line: hallLine(open, present, now) }
}

const isSameAim = (a: TicketLine, b: TicketLine) =>
  a.for_unit_id === b.for_unit_id && a.for_account_id === b.for_account_id

/** Where a number that was sent on waits: never the name of a person. */
const placeOf = (t: TicketLine) => (t.for_account_id === null ? t.for_name : null)

/** What the kiosk says before somebody takes a number. Refusal: `unknownPlace`. */
export async function getKiosk({ tx, params, now }: Call<typeof hallRoutes.getKiosk>) {
  const hall = await findHallByCode(tx, params.district, params.code, 'kiosk_code')
  if (!hall) return refuse('unknownPlace', undefined, 'code')
  const { line, served } = await lineOf(tx, hall, now)
  return { hallName: hall.name, waiting: line.length, forecast: forecastFor(served, line.length) }
}

/** Gives a number to whoever stands before the kiosk. Refusals: `unknownPlace`, `hallFull`, `commandReused`. */
export async function takeAtKiosk({ tx, params, body, now, platform }: Call<typeof hallRoutes.takeAtKiosk>) {
  const { district } = params
  const found = await findHallByCode(tx, district, params.code, 'kiosk_code')
  if (!found) return refuse('unknownPlace', undefined, 'code')
  const hall = await lockHall(tx, district, found.id, dayOf(now))
  if (!hall) return refuse('unknownPlace', undefined, 'code')
  const deed = { commandId: body.commandId, hall, verb: 'take', payload: { id: body.id } } as const
  const ticketId = await onceInHall(tx, null, now, deed, async () => {
    if ((await lineOf(tx, hall, now)).line.length >= mostWaiting) throw new Refused(refuse('hallFull'))
    await insertTicket(tx, {
      ...{ district_id: district, id: body.id, hall_id: hall.id, day: dayOf(now), letter: letters.general },
      ...{ source: 'kiosk', takenAt: now, slotAt: null, priority: null },
      ...{ name_sealed: null, phone_sealed: null, shows_surname: false },
    })
    return { ticketId: body.id, hall, windowId: null }
  })
  const ticket = await findTicket(tx, district, ticketId)
  if (!ticket) throw new Error(`the ticket ${ticketId} was not written`)
  const { line, served } = await lineOf(tx, hall, now)
  const ahead = Math.max(
    line.findIndex((t) => t.id === ticketId),
    0,
  )
  return {
    label: labelOf(ticket),
    hallName: found.name,
    takenAt: iso(ticket.taken_at),
    ahead,
    forecast: forecastFor(served, ahead),
    displayUrl: `${platform.publicUrl}/hall/${district}/${hall.display_code}`,
    pageUrl: ticketUrl(platform, district, ticketId),
  }
}

/**
 * How far the line is for one number. It stands still for nobody: marked and booked ones come in between, so the number
 * before it may grow. Refusal: `unknownPlace` for an id that is none, or not of today or a day to come.
 */
export async function getTicket({ tx, params, now }: Call<typeof hallRoutes.getTicket>) {
  const ticket = await findTicket(tx, params.district, params.id)
  const hall =
    ticket && ticket.day >= dayOf(now) && (await findHallNamed(tx, params.district, ticket.hall_id))
  if (!ticket || !hall) return refuse('unknownPlace', undefined, 'id')
  const { open, served, line } = await lineOf(tx, hall, now)
  const here = open.find((t) => t.id === ticket.id)
  const isWaiting = ticket.state === 'waiting'
  const isHere = here !== undefined && isWaiting
  const own = isHere && isSent(here) ? sentLine(open).filter((t) => isSameAim(t, here)) : line
  const at = isHere ? own.findIndex((t) => t.id === ticket.id) : -1
  const ahead = at < 0 ? null : at
  return {
    label: labelOf(ticket),
    hallName: hall.name,
    state: ticket.state as TicketState,
    ahead,
    // what one room takes for its cases is not what the hall takes for all
    forecast: ahead === null || own !== line ? null : forecastFor(served, ahead),
    windowName: ticket.state === 'called' || ticket.state === 'serving' ? (here?.window_name ?? null) : null,
    isSent: isHere && isSent(here),
    waitsFor: isHere && isSent(here) ? placeOf(here) : null,
    slotAt: isoOrNull(ticket.slot_at),
    isEarly: isWaiting && ticket.slot_at !== null && ticket.slot_at > now,
    takenAt: iso(ticket.taken_at),
    now: iso(now),
  }
}

/** A booking comes into the line by the clock alone: so the whole is told anew each minute. */
const minuteOf = (now: number) => Math.floor(now / 60_000)

/** What the display shows; nothing where the reader has seen it. Refusal: `unknownPlace`. */
export async function getDisplay({ tx, params, query, now }: Call<typeof hallRoutes.getDisplay>) {
  const hall = await findHallByCode(tx, params.district, params.code, 'display_code')
  if (!hall) return refuse('unknownPlace', undefined, 'code')
  const version = `${hall.version}.${minuteOf(now)}`
  if (query.seen === version) return { version, now: iso(now), view: null }
  const { open, served, line } = await lineOf(tx, hall, now)
  const called = open
    .filter((t) => t.state === 'called' || t.state === 'serving')
    .toSorted((a, b) => (b.called_at ?? 0) - (a.called_at ?? 0))
  return {
    version,
    now: iso(now),
    view: {
      hallName: hall.name,
      notice: hall.notice_on === dayOf(now) ? hall.notice : '',
      called: called.map((t) => ({
        label: labelOf(t),
        windowName: t.window_name ?? '',
        calledAt: iso(t.called_at ?? now),
        calls: t.calls,
        isServing: t.state === 'serving',
        surname: shownSurname(t),
      })),
      next: line.slice(0, shownNext).map(labelOf),
      waiting: line.length,
      forecast: forecastFor(served, line.length),
    },
  }
}
