import { sql } from 'kysely'
import type { Day } from '#domain/calendar/days.ts'
import type { TicketVerb } from '#domain/hall/moves.ts'
import type { Tx } from '../db/scope.ts'
import type { HallRow, TicketRow } from '../db/tables.gen.ts'
import { nudge } from '../matter/store.ts'

/** Locks a hall: one change at a time, so that no number is given or called twice. A new day begins at nothing. */
export async function lockHall(
  tx: Tx,
  district: number,
  id: string,
  today: Day,
): Promise<HallRow | undefined> {
  const { rows } = await sql<HallRow>`select * from hall
    where district_id = ${district} and id = ${id} for update`.execute(tx)
  const [row] = rows
  return row && (row.day === today ? row : { ...row, day: today, calls: 0, was_favoured: false })
}

/** Writes what the hall counts, and tells every open page. */
export async function writeHall(tx: Tx, hall: HallRow): Promise<void> {
  await sql`update hall set day = ${hall.day}::date, calls = ${hall.calls}, was_favoured = ${hall.was_favoured},
      version = version + 1 where district_id = ${hall.district_id} and id = ${hall.id}`.execute(tx)
  await nudge(tx, { kind: 'hall', district: hall.district_id, id: hall.id, version: hall.version + 1 })
}

/** Opens a hall, or changes the line of the day. */
export async function saveNotice(
  tx: Tx,
  h: { district: number; id: string; codes: { kiosk: string; display: string }; notice: string; today: Day },
): Promise<void> {
  const noticeOn = h.notice === '' ? null : h.today
  const { rows } = await sql<{ version: number }>`
    insert into hall (district_id, id, kiosk_code, display_code, notice, notice_on, day)
    values (${h.district}, ${h.id}, ${h.codes.kiosk}, ${h.codes.display}, ${h.notice}, ${noticeOn}::date, ${h.today}::date)
    on conflict (district_id, id) do update set notice = excluded.notice, notice_on = excluded.notice_on,
      version = hall.version + 1 returning version`.execute(tx)
  await nudge(tx, { kind: 'hall', district: h.district, id: h.id, version: rows[0]?.version ?? 1 })
}

export async function writeSeat(
  tx: Tx,
  s: { district: number; accountId: string; hallId: string; windowId: string; today: Day },
): Promise<void> {
  await sql`insert into hall_seat (district_id, account_id, hall_id, day, window_id)
    values (${s.district}, ${s.accountId}, ${s.hallId}, ${s.today}::date, ${s.windowId})
    on conflict (district_id, account_id, hall_id) do update set day = excluded.day, window_id = excluded.window_id`.execute(
    tx,
  )
}

export type NewTicket = Pick<
  TicketRow,
  | 'district_id'
  | 'id'
  | 'hall_id'
  | 'day'
  | 'letter'
  | 'source'
  | 'priority'
  | 'name_sealed'
  | 'phone_sealed'
  | 'shows_surname'
> & { takenAt: number; slotAt: number | null }

/** The next number of the letter and day. The hall is locked, so that the highest one is the last. */
export async function insertTicket(tx: Tx, t: NewTicket): Promise<void> {
  const slotAt = t.slotAt === null ? null : new Date(t.slotAt)
  await sql`insert into ticket (district_id, id, hall_id, day, letter, number, source, state, taken_at, line_at, slot_at,
      priority, name_sealed, phone_sealed, shows_surname)
    select ${t.district_id}::int, ${t.id}::uuid, ${t.hall_id}::uuid, ${t.day}::date, ${t.letter}, coalesce(max(number), 0) + 1,
      ${t.source}, 'waiting', ${new Date(t.takenAt)}::timestamptz, ${slotAt ?? new Date(t.takenAt)}::timestamptz,
      ${slotAt}::timestamptz, ${t.priority}, ${t.name_sealed}::bytea, ${t.phone_sealed}::bytea, ${t.shows_surname}::boolean
    from ticket where district_id = ${t.district_id} and hall_id = ${t.hall_id} and day = ${t.day}::date and letter = ${t.letter}`.execute(
    tx,
  )
}

/** What a move changes of a number; instants in epoch milliseconds. */
export type Change = Partial<
  Pick<
    TicketRow,
    | 'state'
    | 'line_at'
    | 'priority'
    | 'after_calls'
    | 'passes'
    | 'for_unit_id'
    | 'for_account_id'
    | 'window_id'
    | 'caller_id'
    | 'called_at'
    | 'calls'
    | 'started_at'
    | 'done_at'
    | 'matter_id'
  >
>

/** What makes a number wait for a window or room, or for a person there. */
export function sentTo(unitId: string | null, now: number, accountId: string | null = null): Change {
  return {
    ...{ state: 'waiting', for_unit_id: unitId, for_account_id: accountId, line_at: now, after_calls: null },
    ...{ window_id: null, caller_id: null, called_at: null, started_at: null },
  }
}

const instants = new Set(['line_at', 'called_at', 'started_at', 'done_at'])

export async function writeTicket(tx: Tx, district: number, id: string, change: Change): Promise<void> {
  const values = Object.entries(change).map(
    ([column, value]) =>
      sql`${sql.ref(column)} = ${instants.has(column) && value !== null ? new Date(Number(value)) : value}`,
  )
  await sql`update ticket set ${sql.join([...values, sql`version = version + 1`])}
    where district_id = ${district} and id = ${id}`.execute(tx)
}

export type TicketAction = {
  district: number
  id: string
  hallId: string
  ticketId: string | null
  verb: TicketVerb | 'take' | 'open'
  at: number
  accountId: string | null
  windowId: string | null
  payload: object
}

export async function insertTicketAction(tx: Tx, a: TicketAction): Promise<void> {
  await sql`insert into ticket_action (district_id, id, hall_id, ticket_id, verb, at, account_id, window_id, payload)
    values (${a.district}, ${a.id}, ${a.hallId}, ${a.ticketId}, ${a.verb}, ${new Date(a.at)}, ${a.accountId},
      ${a.windowId}, ${JSON.stringify(a.payload)}::jsonb)`.execute(tx)
}

/** Erases who booked, once the day is so long over that nobody asks any more. Out: how many. */
export async function forgetBookers(tx: Tx, district: number, before: Day): Promise<number> {
  const { numAffectedRows } = await sql`update ticket set name_sealed = null, phone_sealed = null
    where district_id = ${district} and day < ${before}::date
      and (name_sealed is not null or phone_sealed is not null)`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
