import type { HallView, TicketView } from '#contract/hall.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { whyNotEnter } from '#domain/hall/moves.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { HallRow } from '../db/tables.gen.ts'
import { Refused } from '../http/refused.ts'
import { findHallRow, findHallUnit, findTicket, findTicketAction, type HallUnit } from './queries.ts'
import { insertTicketAction, lockHall, type TicketAction, writeHall } from './store.ts'
import { viewBooked, viewHall } from './views.ts'

export type Worker = { tx: Tx; actor: StaffActor; now: number; platform: { publicUrl: string } }

/** The hall that somebody works in, locked. Refusals: `notFound`, `hallNotOpen`. */
export async function enterHall(
  { tx, actor, now }: Worker,
  hallId: string,
): Promise<{ unit: HallUnit; hall: HallRow }> {
  const unit = await findHallUnit(tx, actor.districtId, hallId)
  if (!unit || whyNotEnter(unit, actor)) throw new Refused(refuse('notFound'))
  const hall = await lockHall(tx, actor.districtId, unit.id, dayOf(now))
  if (!hall) throw new Refused(refuse('hallNotOpen'))
  return { unit, hall }
}

export type HallDeed = Pick<TicketAction, 'verb' | 'payload'> & { commandId: string; hall: HallRow }

/** What a deed did: the number it is about, the hall as it counts afterwards, and the window. */
export type Worked = { ticketId: string; hall: HallRow; windowId: string | null }

/**
 * Does one thing in a locked hall once, and records it; the same command again does nothing. In: `accountId` is null for
 * the kiosk. Refusal: `commandReused`. Out: the number it was about.
 */
export async function onceInHall(
  tx: Tx,
  accountId: string | null,
  now: number,
  { commandId, hall, verb, payload }: HallDeed,
  work: () => Promise<Worked>,
): Promise<string> {
  const key = { district: hall.district_id, id: commandId, hallId: hall.id, accountId, verb, payload }
  const before = await findTicketAction(tx, key)
  if (before) {
    if (!before.same || before.ticket_id === null) throw new Refused(refuse('commandReused'))
    return before.ticket_id
  }
  const done = await work()
  await insertTicketAction(tx, { ...key, ticketId: done.ticketId, at: now, windowId: done.windowId })
  await writeHall(tx, done.hall)
  return done.ticketId
}

/** The page that whoever holds a number looks at. */
export const ticketUrl = ({ publicUrl }: { publicUrl: string }, district: number, ticketId: string) =>
  `${publicUrl}/n/${district}/${ticketId}`

/** What a command answers: the hall as it is now, and in it the number that was worked on. */
export async function answerHall(
  worker: Worker,
  unit: HallUnit,
  ticketId: string,
): Promise<{ ticket: TicketView | null; hall: HallView; pageUrl: string }> {
  const { tx, actor, now, platform } = worker
  const hall = await findHallRow(tx, actor.districtId, unit.id)
  if (!hall) throw new Error(`the hall ${unit.id} is gone`)
  const view = await viewHall(tx, actor, unit, hall, platform, now)
  const shown = [view.mine, ...view.line, ...view.absent, ...view.booked, ...view.atWindows]
  let ticket = shown.find((t) => t?.id === ticketId)
  const row = ticket ? undefined : await findTicket(tx, actor.districtId, ticketId)
  if (row && row.day > dayOf(now)) ticket = await viewBooked(tx, actor, unit, hall, row, now)
  return { ticket: ticket ?? null, hall: view, pageUrl: ticketUrl(platform, actor.districtId, ticketId) }
}
