import { sql } from 'kysely'
import type { Gate } from '#contract/route.ts'
import type { Seat, StaffActor } from '#domain/actor.ts'
import { type Day, dayOf } from '#domain/calendar/days.ts'
import { seatsPassedOn } from '#domain/org/absence.ts'
import type { Role, UnitKind } from '#domain/org/roles.ts'
import { isIdle, isPasswordOld, needsFactor, type SecurityPolicy } from '#domain/org/security.ts'
import { servesPath } from '#domain/org/tree.ts'
import { kept } from '../db/kept.ts'
import type { Tx } from '../db/scope.ts'
import type { Token } from '../http/token.ts'
import { newestPolicy, policyFrom } from './policy.ts'

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
  proved_at: number | null
  step: 'factor' | 'in'
  must_change_password: boolean
  password_changed_at: number
  is_demo: boolean
  has_totp: boolean
  has_passkey: boolean
  policy: Partial<SecurityPolicy> | null
  name: string
  seats: SeatRow[] | null
  lent: (SeatRow & NonNullable<Seat['standsInFor']>)[] | null
}

type Person = Pick<Row, 'account_id' | 'name' | 'seats' | 'lent'>

const seatColumns = sql`'postId', o.id, 'role', o.role, 'unitId', u.id, 'unitKind', u.kind, 'unitName', u.name, 'unitPath', u.path`

const countsOn = (
  today: unknown,
) => sql`o.from_on <= ${today}::date and (o.to_on is null or o.to_on >= ${today}::date)
  and (u.valid_to is null or u.valid_to >= ${today}::date)`

const withArea = (seat: SeatRow): Seat => ({
  ...seat,
  servesPath: servesPath({ kind: seat.unitKind, path: seat.unitPath }),
})

/** Who holds a session, when it was last used and proved, what still stands before the work, and by which rules. */
export type Held = {
  actor: StaffActor
  seenAt: number
  provedAt: number | null
  gate: Gate | null
  ways: ('code' | 'passkey')[]
  policy: SecurityPolicy
}

/** Whether account `a` has an authenticator, and whether it has a passkey. */
export const factorsOf = sql`
  exists (select from totp t where t.district_id = a.district_id and t.account_id = a.id and t.confirmed_at is not null) has_totp,
  exists (select from passkey k where k.district_id = a.district_id and k.account_id = a.id) has_passkey`

/** The posts that account `a` holds on the day, at units that are not closed. */
const seatsOn = (district: unknown, today: unknown) => sql`(
  select json_agg(json_build_object(${seatColumns}) order by o.from_on, o.id)
  from post o join unit u on u.district_id = o.district_id and u.id = o.unit_id
  where o.district_id = ${district} and o.person_id = a.person_id and ${countsOn(today)})`

/** The posts of those who are away on the day and for whom account `a` stands in. */
const lentOn = (district: unknown, today: unknown) => sql`(
  select json_agg(json_build_object(${seatColumns}, 'name', q.name, 'toOn', b.to_on) order by b.from_on, b.id, o.from_on, o.id)
  from absence b
  join person q on q.district_id = b.district_id and q.id = b.person_id
  join account c on c.district_id = q.district_id and c.person_id = q.id and c.disabled_at is null
  join post o on o.district_id = b.district_id and o.person_id = b.person_id
  join unit u on u.district_id = o.district_id and u.id = o.unit_id
  where b.district_id = ${district} and b.substitute_id = a.person_id
    and b.from_on <= ${today}::date and b.to_on >= ${today}::date and ${countsOn(today)})`

const readSession = kept<{ district: number; hash: Buffer; today: Day; now: string }, Row>(
  ({ district, hash, today, now }) => sql`
    select a.id account_id, p.name, s.seen_at, s.proved_at, s.step, a.must_change_password, a.password_changed_at, a.is_demo,
      ${factorsOf}, ${newestPolicy(district)} policy, ${seatsOn(district, today)} seats, ${lentOn(district, today)} lent
    from session s
    join account a on a.district_id = s.district_id and a.id = s.account_id and a.disabled_at is null
    join person p on p.district_id = a.district_id and p.id = a.person_id
    where s.district_id = ${district} and s.token_hash = ${hash} and s.ended_for is null and s.expires_at > ${now}`,
)

/**
 * Who holds this session, with the posts held today. Read at every request, so that an ended post, a disabled account
 * or a signed-out session counts at once. Own posts come first, then those of people who are away and for whom this person
 * stands in; they are looked up from posts only, so that nothing stood in for is passed on.
 */
export async function findSession(
  tx: Tx,
  token: Token,
  now: number,
  isProduction = false,
): Promise<Held | undefined> {
  const [row] = await readSession(tx, {
    ...{ district: token.district, hash: token.hash },
    ...{ today: dayOf(now), now: new Date(now).toISOString() },
  })
  if (!row) return undefined
  const policy = policyFrom(row.policy, isProduction)
  if (isIdle(policy, row.seen_at, now)) return undefined
  const ways: Held['ways'] = [
    ...(row.has_totp ? (['code'] as const) : []),
    ...(row.has_passkey ? (['passkey'] as const) : []),
  ]
  const actor = actorFrom(row, token.district)
  return { actor, seenAt: row.seen_at, provedAt: row.proved_at, gate: gateOf(row, policy, now), ways, policy }
}

/** What stands between the password and the work, in this order. */
function gateOf(row: Row, policy: SecurityPolicy, now: number): Gate | null {
  if (row.step === 'factor') return 'factor'
  if (row.must_change_password || isPasswordOld(policy, row.password_changed_at, now)) return 'password'
  const held = (row.seats ?? []).map(({ role }) => role)
  const isSafe = row.has_totp || row.has_passkey
  return !isSafe && needsFactor(policy, { held, isDemo: row.is_demo }) ? 'setUp' : null
}

/** Why a session that was given out no longer counts: for the person at that device. */
export async function whyGone(
  tx: Tx,
  { district, hash }: Token,
  now: number,
): Promise<'more' | 'remote' | 'idle' | undefined> {
  const { rows } = await sql<{ ended_for: 'more' | 'remote' | null; expires_at: number }>`
    select ended_for, expires_at from session where district_id = ${district} and token_hash = ${hash}`.execute(
    tx,
  )
  const row = rows[0]
  return row && (row.ended_for ?? (row.expires_at > now ? 'idle' : undefined))
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
