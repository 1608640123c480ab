import type { HallView, TicketView } from '#contract/hall.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { isFor, ticketVerbs, whyNotTicket } from '#domain/hall/moves.ts'
import { type Hall, seatsIn } from '#domain/hall/places.ts'
import { maskName, maskPhone } from '#domain/person/mask.ts'
import type { Tx } from '../db/scope.ts'
import type { HallRow, TicketRow } from '../db/tables.gen.ts'
import { iso, isoOrNull } from '../matter/views.ts'
import { unseal } from '../secrets.ts'
import { factsOf, forecastFor, hallLine, labelOf, lineAt, mineOf, numberedOf, sentLine } from './lines.ts'
import {
  countServed,
  findSeat,
  type HallUnit,
  listOpen,
  listWindows,
  type TicketLine,
  type WindowLine,
} from './queries.ts'

export const sealedAs = (t: Pick<TicketRow, 'district_id' | 'id'>, what: 'name' | 'phone') =>
  `ticket:${t.district_id}:${t.id}:${what}`

export function openBooked(t: TicketRow, what: 'name' | 'phone'): string | null {
  const sealed = what === 'name' ? t.name_sealed : t.phone_sealed
  return sealed === null ? null : unseal(sealed, sealedAs(t, what))
}

/** The surname for the display, masked, only where the person agreed to it. */
export function shownSurname(t: TicketRow): string | null {
  const name = t.shows_surname ? openBooked(t, 'name') : null
  return name === null ? null : maskName(name)
}

type Reader = {
  actor: StaffActor
  unit: Hall
  hall: HallRow
  open: readonly TicketLine[]
  windowId: string | undefined
  now: number
}

function ticketView(t: TicketLine, { actor, unit, hall, open, windowId, now }: Reader): TicketView {
  const facts = factsOf(open, hall, actor, windowId, now)
  const [name, phone] = [openBooked(t, 'name'), openBooked(t, 'phone')]
  return {
    id: t.id,
    label: labelOf(t),
    state: t.state as TicketView['state'],
    source: t.source as TicketView['source'],
    takenAt: iso(t.taken_at),
    slotAt: isoOrNull(t.slot_at),
    priority: t.priority as TicketView['priority'],
    isBack: t.after_calls !== null,
    passes: t.passes,
    forName: t.for_name,
    isForMe: isFor(numberedOf(t), actor, windowId ?? null),
    windowName: t.window_name,
    callerName: t.caller_name,
    calledAt: isoOrNull(t.called_at),
    startedAt: isoOrNull(t.started_at),
    matter:
      t.matter_id !== null && t.matter_number !== null
        ? { id: t.matter_id, number: t.matter_number, title: t.matter_title ?? '' }
        : null,
    name: name === null ? null : maskName(name),
    phone: phone === null ? null : maskPhone(phone),
    may: ticketVerbs.filter((verb) => whyNotTicket(verb, numberedOf(t), unit, actor, facts) === undefined),
  }
}

/** Where numbers are called to for somebody: the window chosen today, or the one unit of theirs that is a window. */
export async function windowOf(
  tx: Tx,
  actor: StaffActor,
  hallId: string,
  windows: readonly WindowLine[],
  now: number,
): Promise<string | undefined> {
  const chosen = await findSeat(tx, actor, hallId, dayOf(now))
  if (chosen !== undefined && windows.some((w) => w.id === chosen)) return chosen
  const own = windows.filter((w) => actor.seats.some((seat) => seat.unitId === w.id))
  return own.length === 1 ? own[0]?.id : undefined
}

/** A number of another day, such as one just booked; undefined where it is over. */
export async function viewBooked(
  tx: Tx,
  actor: StaffActor,
  unit: HallUnit,
  hall: HallRow,
  ticket: TicketRow,
  now: number,
): Promise<TicketView | undefined> {
  const open = await listOpen(tx, actor.districtId, hall.id, ticket.day)
  const line = open.find((t) => t.id === ticket.id)
  if (!line) return undefined
  const view = ticketView(line, { actor, unit, hall, open, windowId: undefined, now })
  // before its day a number can only be cancelled
  return { ...view, may: view.may.filter((verb) => verb === 'cancel') }
}

type Pages = { publicUrl: string }

/** The hall as one of its staff sees it. */
export async function viewHall(
  tx: Tx,
  actor: StaffActor,
  unit: HallUnit,
  hall: HallRow,
  { publicUrl }: Pages,
  now: number,
): Promise<HallView> {
  const district = actor.districtId
  const today = dayOf(now)
  const present = hall.day === today ? hall : { ...hall, calls: 0, was_favoured: false }
  const open = await listOpen(tx, district, hall.id, today)
  const windows = await listWindows(tx, district, unit, today)
  const windowId = await windowOf(tx, actor, hall.id, windows, now)
  const served = await countServed(tx, district, hall.id, today, now)
  const reader = { actor, unit, hall: present, open, windowId, now }
  const view = (t: TicketLine) => ticketView(t, reader)
  const line = hallLine(open, present, now)
  const sent = sentLine(open)
  const mine = mineOf(open, actor)
  const first = lineAt(open, present, actor, windowId, now)
  const waiting = [...first, ...sent.filter((t) => !first.includes(t))]
  const since = waiting.map((t) => t.slot_at ?? t.taken_at)
  const address = (page: string, code: string) => `${publicUrl}/${page}/${district}/${code}`
  return {
    id: hall.id,
    name: unit.name,
    version: hall.version,
    notice: hall.notice_on === today ? hall.notice : '',
    kioskUrl: address('kiosk', hall.kiosk_code),
    displayUrl: address('hall', hall.display_code),
    windows: windows.map(({ path: _, ...w }) => w),
    myWindowId: windowId ?? null,
    mayTake: seatsIn(actor, unit, 'hall.take').length > 0,
    mine: mine ? view(mine) : null,
    line: waiting.map(view),
    atWindows: open.filter((t) => (t.state === 'called' || t.state === 'serving') && t !== mine).map(view),
    absent: open.filter((t) => t.state === 'passed').map(view),
    booked: open.filter((t) => t.state === 'waiting' && t.slot_at !== null && t.slot_at > now).map(view),
    waiting: waiting.length,
    longestSince: since.length === 0 ? null : iso(Math.min(...since)),
    served: served.served,
    forecast: forecastFor(served, line.length),
  }
}
