import { sql } from 'kysely'
import type { StaffActor } from '#domain/actor.ts'
import type { Day } from '#domain/calendar/days.ts'
import { type Hall, hallKinds, isWindowOf, seatsIn } from '#domain/hall/places.ts'
import type { UnitKind } from '#domain/org/roles.ts'
import { parentPath } from '#domain/org/tree.ts'
import type { Tx } from '../db/scope.ts'
import type { HallRow, TicketRow } from '../db/tables.gen.ts'
import { pathsAbove } from '../org/queries.ts'

export type HallUnit = Hall & { name: string; isOpen: boolean }

type UnitLine = { id: string; kind: UnitKind; path: string; name: string; is_open: boolean }

const unitOf = ({ is_open, ...unit }: UnitLine): HallUnit => ({ ...unit, isOpen: is_open })

/** A unit that is a hall or may become one; undefined for any other. */
export async function findHallUnit(tx: Tx, district: number, id: string): Promise<HallUnit | undefined> {
  const { rows } = await sql<UnitLine>`select u.id, u.kind, u.path, u.name, h.id is not null is_open
    from unit u left join hall h on h.district_id = u.district_id and h.id = u.id
    where u.district_id = ${district} and u.id = ${id}`.execute(tx)
  const [row] = rows
  return row && hallKinds.has(row.kind) ? unitOf(row) : undefined
}

/** The halls that somebody works in, opened or not. */
export async function listHallUnits(tx: Tx, actor: StaffActor, today: Day): Promise<HallUnit[]> {
  const seats = actor.seats.map((seat) => seat.unitPath)
  const { rows } = await sql<UnitLine>`select u.id, u.kind, u.path, u.name, h.id is not null is_open
    from unit u left join hall h on h.district_id = u.district_id and h.id = u.id
    where u.district_id = ${actor.districtId} and (u.valid_to is null or u.valid_to >= ${today}::date)
      and (u.path = any (${seats.flatMap(pathsAbove)}) or (u.kind = 'centre' and u.parent_id in (
        select p.id from unit p where p.district_id = ${actor.districtId} and p.path = any (${seats.map(parentPath)}))))
    order by length(u.path), u.path`.execute(tx)
  return rows
    .map(unitOf)
    .filter((unit) => hallKinds.has(unit.kind) && seatsIn(actor, unit, 'hall.serve').length > 0)
}

export async function findHallRow(tx: Tx, district: number, id: string): Promise<HallRow | undefined> {
  const { rows } = await sql<HallRow>`select * from hall
    where district_id = ${district} and id = ${id}`.execute(tx)
  return rows[0]
}

/** A hall by one of its codes; people type O for 0 and I or L for 1. */
export async function findHallByCode(
  tx: Tx,
  district: number,
  typed: string,
  which: 'kiosk_code' | 'display_code',
): Promise<(HallRow & { name: string }) | undefined> {
  const code = typed.normalize('NFKC').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')
  const { rows } = await sql<HallRow & { name: string }>`select h.*, u.name from hall h
    join unit u on u.district_id = h.district_id and u.id = h.id
    where h.district_id = ${district} and h.${sql.ref(which)} = ${code}`.execute(tx)
  return rows[0]
}

/** A hall with its name, by its unit. */
export async function findHallNamed(
  tx: Tx,
  district: number,
  id: string,
): Promise<(HallRow & { name: string }) | undefined> {
  const { rows } = await sql<HallRow & { name: string }>`select h.*, u.name from hall h
    join unit u on u.district_id = h.district_id and u.id = h.id
    where h.district_id = ${district} and h.id = ${id}`.execute(tx)
  return rows[0]
}

export type WindowLine = {
  id: string
  name: string
  kind: UnitKind
  path: string
  people: { accountId: string; name: string }[]
}

/** Where numbers of a hall are called to, and who sits there today. */
export async function listWindows(tx: Tx, district: number, hall: Hall, today: Day): Promise<WindowLine[]> {
  const { rows } = await sql<WindowLine>`select u.id, u.name, u.kind, u.path,
      coalesce((select json_agg(json_build_object('accountId', s.account_id, 'name', p.name) order by p.pinyin, p.id)
        from hall_seat s join account a on a.district_id = s.district_id and a.id = s.account_id
        join person p on p.district_id = a.district_id and p.id = a.person_id
        where s.district_id = u.district_id and s.hall_id = ${hall.id} and s.day = ${today}::date and s.window_id = u.id), '[]') people
    from unit u where u.district_id = ${district} and u.kind in ('room','studio','committee')
      and starts_with(u.path, ${parentPath(hall.path)}) and (u.valid_to is null or u.valid_to >= ${today}::date)
    order by u.path`.execute(tx)
  return rows.filter((unit) => isWindowOf(unit, hall))
}

/** Which window somebody has chosen today. */
export async function findSeat(
  tx: Tx,
  actor: StaffActor,
  hallId: string,
  today: Day,
): Promise<string | undefined> {
  const { rows } = await sql<{ window_id: string }>`select window_id from hall_seat
    where district_id = ${actor.districtId} and account_id = ${actor.accountId} and hall_id = ${hallId}
      and day = ${today}::date`.execute(tx)
  return rows[0]?.window_id
}

export type TicketLine = TicketRow & {
  window_name: string | null
  caller_name: string | null
  for_name: string | null
  matter_number: string | null
  matter_title: string | null
}

/** The numbers of a day that are not over, in the order in which they were taken. */
export async function listOpen(tx: Tx, district: number, hallId: string, day: Day): Promise<TicketLine[]> {
  const { rows } = await sql<TicketLine>`select t.*, w.name window_name, cp.name caller_name,
      coalesce(fp.name, f.name) for_name, m.number matter_number, m.title matter_title
    from ticket t
    left join unit w on w.district_id = t.district_id and w.id = t.window_id
    left join account c on c.district_id = t.district_id and c.id = t.caller_id
    left join person cp on cp.district_id = c.district_id and cp.id = c.person_id
    left join unit f on f.district_id = t.district_id and f.id = t.for_unit_id
    left join account fa on fa.district_id = t.district_id and fa.id = t.for_account_id
    left join person fp on fp.district_id = fa.district_id and fp.id = fa.person_id
    left join matter m on m.district_id = t.district_id and m.id = t.matter_id
    where t.district_id = ${district} and t.hall_id = ${hallId} and t.day = ${day}::date
      and t.state in ('waiting','called','serving','passed') order by t.taken_at, t.id`.execute(tx)
  return rows
}

/** What is over today: how many were served and how long each took, in minutes; and how many windows called in the last hour. */
export async function countServed(
  tx: Tx,
  district: number,
  hallId: string,
  day: Day,
  now: number,
): Promise<{ minutes: number[]; served: number; windows: number }> {
  const { rows } = await sql<{ minutes: number[] | null; served: number; windows: number }>`
    select array_agg((extract(epoch from done_at - coalesce(started_at, called_at)) / 60)::float8)
        filter (where state = 'done') minutes,
      (count(*) filter (where state = 'done'))::int served,
      (count(distinct window_id) filter (where called_at > ${new Date(now - 3_600_000)}))::int windows
    from ticket where district_id = ${district} and hall_id = ${hallId} and day = ${day}::date`.execute(tx)
  const [row] = rows
  return { minutes: row?.minutes ?? [], served: row?.served ?? 0, windows: row?.windows ?? 0 }
}

export async function findTicket(tx: Tx, district: number, id: string): Promise<TicketRow | undefined> {
  const { rows } = await sql<TicketRow>`select * from ticket
    where district_id = ${district} and id = ${id}`.execute(tx)
  return rows[0]
}

export type DoneBefore = { ticket_id: string | null; same: boolean }

/** What a command with this id did before, and whether it was this one. */
export async function findTicketAction(
  tx: Tx,
  a: {
    district: number
    id: string
    hallId: string
    accountId: string | null
    verb: string
    payload: object
  },
): Promise<DoneBefore | undefined> {
  const { rows } =
    await sql<DoneBefore>`select ticket_id, account_id is not distinct from ${a.accountId}::uuid
      and hall_id = ${a.hallId} and verb = ${a.verb} and payload = ${JSON.stringify(a.payload)}::jsonb same
    from ticket_action where district_id = ${a.district} and id = ${a.id}`.execute(tx)
  return rows[0]
}

/** How many are booked for a slot of a day. */
export async function countInSlot(tx: Tx, hall: HallRow, day: Day, slotAt: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int n from ticket
    where district_id = ${hall.district_id} and hall_id = ${hall.id} and day = ${day}::date
      and slot_at = ${new Date(slotAt)} and state <> 'cancelled'`.execute(tx)
  return rows[0]?.n ?? 0
}
