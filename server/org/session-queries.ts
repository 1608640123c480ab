import { sql } from 'kysely'
import type { Seat, StaffActor } from '#domain/actor.ts'
import { type Day, dayOf } from '#domain/calendar/days.ts'
import { seatsPassedOn } from '#domain/org/absence.ts'
import type { Role, UnitKind } from '#domain/org/roles.ts'
import { servesPath } from '#domain/org/tree.ts'
import type { Tx } from '../db/scope.ts'
import type { Token } from '../http/token.ts'

type SeatRow = {
  postId: string
  role: Role
  unitId: string
  unitKind: UnitKind
  unitName: string
  unitPath: string
}

type Row = {
  account_id: string
  seen_at: number
  must_change_password: boolean
  name: string
  seats: SeatRow[] | null
  lent: (SeatRow & NonNullable<Seat['standsInFor']>)[] | null
}

type Person = Pick<Row, 'account_id' | 'name' | 'seats' | 'lent'>

const seatColumns = sql`'postId', o.id, 'role', o.role, 'unitId', u.id, 'unitKind', u.kind, 'unitName', u.name, 'unitPath', u.path`

const countsOn = (
  today: Day,
) => sql`o.from_on <= ${today}::date and (o.to_on is null or o.to_on >= ${today}::date)
  and (u.valid_to is null or u.valid_to >= ${today}::date)`

const withArea = (seat: SeatRow): Seat => ({
  ...seat,
  servesPath: servesPath({ kind: seat.unitKind, path: seat.unitPath }),
})

/** A session lives at most this long, and ends after this long without a request (milliseconds). */
export const sessionLife = { absoluteMs: 12 * 3_600_000, idleMs: 2 * 3_600_000 }

/** Who holds a session, when it was last used, and whether its password was for one use. */
export type Held = { actor: StaffActor; seenAt: number; mustChangePassword: boolean }

/** The posts that account `a` holds on the day, at units that are not closed. */
const seatsOn = (district: number, today: Day) => sql`(
  select json_agg(json_build_object(${seatColumns}) order by o.from_on, o.id)
  from post o join unit u on u.district_id = o.district_id and u.id = o.unit_id
  where o.district_id = ${district} and o.person_id = a.person_id and ${countsOn(today)})`

/** The posts of those who are away on the day and for whom account `a` stands in. */
const lentOn = (district: number, today: Day) => sql`(
  select json_agg(json_build_object(${seatColumns}, 'name', q.name, 'toOn', b.to_on) order by b.from_on, b.id, o.from_on, o.id)
  from absence b
  join person q on q.district_id = b.district_id and q.id = b.person_id
  join account c on c.district_id = q.district_id and c.person_id = q.id and c.disabled_at is null
  join post o on o.district_id = b.district_id and o.person_id = b.person_id
  join unit u on u.district_id = o.district_id and u.id = o.unit_id
  where b.district_id = ${district} and b.substitute_id = a.person_id
    and b.from_on <= ${today}::date and b.to_on >= ${today}::date and ${countsOn(today)})`

/**
 * Who holds this session, with the posts held today. Read at every request, so that an ended post, a disabled account
 * or a signed-out session counts at once. Own posts come first, then those of people who are away and for whom this person
 * stands in; they are looked up from posts only, so that nothing stood in for is passed on.
 */
export async function findSession(tx: Tx, token: Token, now: number): Promise<Held | undefined> {
  const today = dayOf(now)
  const { rows } = await sql<Row>`
    select a.id account_id, p.name, s.seen_at, a.must_change_password, ${seatsOn(token.district, today)} seats,
      ${lentOn(token.district, today)} lent
    from session s
    join account a on a.district_id = s.district_id and a.id = s.account_id and a.disabled_at is null
    join person p on p.district_id = a.district_id and p.id = a.person_id
    where s.district_id = ${token.district} and s.token_hash = ${token.hash}
      and s.expires_at > ${new Date(now)} and s.seen_at > ${new Date(now - sessionLife.idleMs)}`.execute(tx)
  const row = rows[0]
  if (!row) return undefined
  const actor = actorFrom(row, token.district)
  return { actor, seenAt: row.seen_at, mustChangePassword: row.must_change_password }
}

/** The person behind an account as they would be signed in now; undefined when the account is disabled. */
export async function findStaff(
  tx: Tx,
  district: number,
  accountId: string,
  now: number,
): Promise<StaffActor | undefined> {
  const today = dayOf(now)
  const { rows } = await sql<Person>`
    select a.id account_id, p.name, ${seatsOn(district, today)} seats, ${lentOn(district, today)} lent from account a
    join person p on p.district_id = a.district_id and p.id = a.person_id
    where a.district_id = ${district} and a.id = ${accountId} and a.disabled_at is null`.execute(tx)
  return rows[0] && actorFrom(rows[0], district)
}

function actorFrom(row: Person, districtId: number): StaffActor {
  const own: Seat[] = (row.seats ?? []).map(withArea)
  const lent: Seat[] = (row.lent ?? []).map(({ name, toOn, ...seat }) => ({
    ...withArea(seat),
    standsInFor: { name, toOn },
  }))
  const seats = [...own, ...seatsPassedOn(own, lent)]
  return { kind: 'staff', districtId, accountId: row.account_id, name: row.name, seats }
}
