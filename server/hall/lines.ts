import type { StaffActor } from '#domain/actor.ts'
import { forecastOf } from '#domain/hall/forecast.ts'
import { type HallFacts, isFor, type Numbered } from '#domain/hall/moves.ts'
import { type InLine, lineOf } from '#domain/hall/order.ts'
import { type Ticket, ticketLabel } from '#domain/hall/ticket.ts'
import type { HallRow, TicketRow } from '../db/tables.gen.ts'

export const labelOf = (t: Pick<TicketRow, 'letter' | 'number'>) => ticketLabel(t.letter, t.number)

export const numberedOf = (t: TicketRow): Numbered => ({
  id: t.id,
  label: labelOf(t),
  state: t.state as Ticket['state'],
  passes: t.passes,
  callerId: t.caller_id,
  forUnitId: t.for_unit_id,
  forAccountId: t.for_account_id,
})

export const isSent = (t: Pick<TicketRow, 'for_unit_id' | 'for_account_id'>) =>
  t.for_unit_id !== null || t.for_account_id !== null

type Waiting<T> = InLine & { row: T }

/** The line of the whole hall: who waits for anybody, in the order of the calls. A booking waits from its slot on. */
export function hallLine<T extends TicketRow>(open: readonly T[], hall: HallRow, now: number): T[] {
  const waiting: Waiting<T>[] = open
    .filter((t) => t.state === 'waiting' && !isSent(t) && (t.slot_at === null || t.slot_at <= now))
    .map((row) => ({
      id: row.id,
      number: row.number,
      lineAt: row.line_at,
      isFavoured: row.priority !== null || row.slot_at !== null,
      afterCalls: row.after_calls,
      row,
    }))
  return lineOf(waiting, { calls: hall.calls, wasFavoured: hall.was_favoured }).map(({ row }) => row)
}

/** Numbers that were sent on to a window or a person and wait there, the first sent first. */
export function sentLine<T extends TicketRow>(open: readonly T[]): T[] {
  return open
    .filter((t) => t.state === 'waiting' && isSent(t))
    .toSorted((a, b) => a.line_at - b.line_at || a.number - b.number)
}

/** What somebody at a window calls next: what was sent there first, for it has waited once already, then the line of the hall. */
export function lineAt<T extends TicketRow>(
  open: readonly T[],
  hall: HallRow,
  actor: StaffActor,
  windowId: string | undefined,
  now: number,
): T[] {
  const mine = sentLine(open).filter((t) => isFor(numberedOf(t), actor, windowId ?? null))
  return [...mine, ...hallLine(open, hall, now)]
}

/** The number that somebody has at the window. */
export function mineOf<T extends TicketRow>(open: readonly T[], actor: StaffActor): T | undefined {
  return open.find((t) => t.caller_id === actor.accountId && (t.state === 'called' || t.state === 'serving'))
}

export function factsOf(
  open: readonly TicketRow[],
  hall: HallRow,
  actor: StaffActor,
  windowId: string | undefined,
  now: number,
): HallFacts {
  const mine = mineOf(open, actor)
  return {
    busyWith: mine ? labelOf(mine) : null,
    firstId: hallLine(open, hall, now)[0]?.id ?? null,
    windowId: windowId ?? null,
  }
}

/** How long a number with so many ahead will wait; null under five cases. */
export function forecastFor(
  served: { minutes: readonly number[]; windows: number },
  ahead: number,
): { from: number; to: number } | null {
  return forecastOf(served.minutes, ahead, served.windows) ?? null
}
