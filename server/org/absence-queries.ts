import { type RawBuilder, sql } from 'kysely'
import type { AbsenceView, absenceRoutes } from '#contract/absence.ts'
import type { StaffActor } from '#domain/actor.ts'
import { type Day, dayOf } from '#domain/calendar/days.ts'
import { type Away, keptApart, type Span, seatsPassedOn } from '#domain/org/absence.ts'
import { reachOf } from '#domain/org/grants.ts'
import type { Role, UnitKind } from '#domain/org/roles.ts'
import { isWithin, servesPath } from '#domain/org/tree.ts'
import { refuse } from '#domain/refusal.ts'
import { anywhere } from '../db/like.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'

type SeatRow = {
  postId: string
  role: Role
  unitId: string
  unitKind: UnitKind
  unitName: string
  unitPath: string
}
type Chair = SeatRow & { servesPath: string }

/** A person with the posts that count on at least one of some days. */
export type OnDuty = { id: string; name: string; accountId: string; seats: Chair[] }

/** People with an enabled account and their posts in a span of days. In: the span, and a condition on person `p`. */
async function listOnDuty(
  tx: Tx,
  district: number,
  { fromOn, toOn }: Span,
  which: RawBuilder<unknown>,
  limit: number,
): Promise<OnDuty[]> {
  const { rows } = await sql<Omit<OnDuty, 'seats'> & { seats: SeatRow[] }>`
    select p.id, p.name, a.id "accountId", (
      select coalesce(json_agg(json_build_object('postId', o.id, 'role', o.role, 'unitId', u.id, 'unitKind', u.kind,
        'unitName', u.name, 'unitPath', u.path) order by o.from_on, o.id), '[]')
      from post o join unit u on u.district_id = o.district_id and u.id = o.unit_id
      where o.district_id = p.district_id and o.person_id = p.id and o.from_on <= ${toOn}::date
        and (o.to_on is null or o.to_on >= ${fromOn}::date) and (u.valid_to is null or u.valid_to >= ${fromOn}::date)) seats
    from person p join account a on a.district_id = p.district_id and a.person_id = p.id and a.disabled_at is null
    where p.district_id = ${district} and ${which} order by p.pinyin, p.id limit ${limit}`.execute(tx)
  return rows.map((row) => ({
    ...row,
    seats: row.seats.map((seat) => ({
      ...seat,
      servesPath: servesPath({ kind: seat.unitKind, path: seat.unitPath }),
    })),
  }))
}

export async function findOnDuty(
  tx: Tx,
  district: number,
  personId: string,
  span: Span,
): Promise<OnDuty | undefined> {
  return (await listOnDuty(tx, district, span, sql`p.id = ${personId}`, 1))[0]
}

/** Absences that touch a span and in which one of some people is away or stands in. */
export async function listAway(
  tx: Tx,
  district: number,
  people: readonly string[],
  { fromOn, toOn }: Span,
): Promise<Away[]> {
  const ids = [...people]
  const { rows } = await sql<Away>`
    select b.person_id "personId", b.substitute_id "substituteId", b.from_on "fromOn", b.to_on "toOn", p.name "personName"
    from absence b join person p on p.district_id = b.district_id and p.id = b.person_id
    where b.district_id = ${district} and b.to_on >= ${fromOn}::date and b.from_on <= ${toOn}::date and b.to_on >= b.from_on
      and (b.person_id = any (${ids}::uuid[]) or b.substitute_id = any (${ids}::uuid[]))`.execute(tx)
  return rows
}

/** Whether an actor may set the absences of a person: the own, those of a unit one leads, all for an administrator. */
export function mayKeepAbsences(actor: StaffActor, person: OnDuty): boolean {
  return (
    person.accountId === actor.accountId ||
    actor.seats.some(
      (seat) =>
        reachOf(seat, 'org.edit') === 'all' ||
        // What is stood in for is the work, not the say over colleagues.
        (seat.role === 'leader' &&
          !seat.standsInFor &&
          person.seats.some((held) => isWithin(held.unitPath, seat.servesPath))),
    )
  )
}

const viewOf = (which: RawBuilder<unknown>, today: Day) => sql<AbsenceView>`
  select b.id, json_build_object('id', p.id, 'name', p.name) person, json_build_object('id', s.id, 'name', s.name) substitute,
    b.from_on "fromOn", b.to_on "toOn",
    case when b.to_on < ${today}::date then 'past' when b.from_on > ${today}::date then 'coming' else 'now' end "when"
  from absence b
  join person p on p.district_id = b.district_id and p.id = b.person_id
  join person s on s.district_id = b.district_id and s.id = b.substitute_id
  where ${which}`

export async function findAbsence(
  tx: Tx,
  district: number,
  id: string,
  today: Day,
): Promise<AbsenceView | undefined> {
  const which = sql`b.district_id = ${district} and b.id = ${id}`
  return (await viewOf(which, today).execute(tx)).rows[0]
}

type List<R extends keyof typeof absenceRoutes> = Call<(typeof absenceRoutes)[R]>

/** What of absences concerns a person. Refusals: `notFound`, also for a person whose absences are not one's to keep. */
export async function listAbsences({ tx, actor, query, now }: List<'listAbsences'>) {
  const district = actor.districtId
  const today = dayOf(now)
  const person = await findOnDuty(tx, district, query.personId, { fromOn: today, toOn: '9998-12-31' })
  const maySet = person !== undefined && mayKeepAbsences(actor, person)
  const isKeeper = actor.seats.some((seat) => reachOf(seat, 'org.edit') === 'all')
  if (!maySet && !isKeeper) return refuse('notFound', undefined, 'personId')
  const which = sql`b.district_id = ${district} and b.id in (
    select id from absence where district_id = ${district} and person_id = ${query.personId} union
    select id from absence where district_id = ${district} and substitute_id = ${query.personId})
    order by b.to_on desc, b.id limit 50`
  return { rows: (await viewOf(which, today).execute(tx)).rows, maySet }
}

const likeOf = (q: string) => anywhere(q.trim().toLowerCase())
const called = (q: string) => sql`(p.name like ${likeOf(q)} or p.pinyin like ${likeOf(q)})`

/** Whose absences one may set, oneself first; thirty at most, more by name. */
export async function listAbsencePeople({ tx, actor, query, now }: List<'listAbsencePeople'>) {
  const district = actor.districtId
  const span = { fromOn: dayOf(now), toOn: '9998-12-31' }
  const isKeeper = actor.seats.some((seat) => reachOf(seat, 'org.edit') === 'all')
  const areas = isKeeper
    ? [`/${district}/`]
    : actor.seats.flatMap((seat) => (seat.role === 'leader' && !seat.standsInFor ? [seat.servesPath] : []))
  const mine = sql`a.id = ${actor.accountId}`
  const led = sql`exists (select from post o join unit u on u.district_id = o.district_id and u.id = o.unit_id
    where o.district_id = p.district_id and o.person_id = p.id and (o.to_on is null or o.to_on >= ${span.fromOn}::date)
      and u.path ^@ any (${areas}::text[]))`
  const me = await listOnDuty(tx, district, span, mine, 1)
  const others = await listOnDuty(tx, district, span, sql`not ${mine} and ${called(query.q)} and ${led}`, 30)
  return { rows: [...me, ...others].map(({ id, name }) => ({ id, name })) }
}

/** Who covers every post of a person on some days and is not away on one of them. Refusals: `notFound`, `badSpan`. */
export async function listSubstitutes({ tx, actor, query }: List<'listSubstitutes'>) {
  const district = actor.districtId
  const { personId, fromOn, toOn, q } = query
  if (toOn < fromOn) return refuse('badSpan', { day: fromOn }, 'toOn')
  const person = await findOnDuty(tx, district, personId, { fromOn, toOn })
  if (!person || !mayKeepAbsences(actor, person)) return refuse('notFound', undefined, 'personId')
  const passed = person.seats.filter(({ role }) => !keptApart.has(role))
  const units = passed.map(({ unitId }) => unitId)
  const paths = passed.map(({ unitPath }) => unitPath)
  // Only the units on the way up and the offices beside them can cover: the rest is not read.
  const near = sql`exists (select from post o join unit u on u.district_id = o.district_id and u.id = o.unit_id
      left join unit v on v.district_id = u.district_id and v.id = u.parent_id
    where o.district_id = p.district_id and o.person_id = p.id and (o.unit_id = any (${units}::uuid[])
      or exists (select from unnest(${paths}::text[]) x(path) where x.path ^@ u.path or x.path ^@ v.path)))`
  const free = sql`not exists (select from absence b where b.district_id = p.district_id and b.person_id = p.id
    and b.from_on <= ${toOn}::date and b.to_on >= ${fromOn}::date and b.to_on >= b.from_on)`
  const which = sql`p.id <> ${personId} and ${called(q)} and ${near} and ${free}`
  const candidates = await listOnDuty(tx, district, { fromOn, toOn }, which, 300)
  const able = candidates.filter(
    ({ seats }) => passed.length > 0 && seatsPassedOn(seats, passed).length === passed.length,
  )
  const isBeside = ({ seats }: OnDuty) => seats.some(({ unitId }) => units.includes(unitId))
  return {
    rows: [...able.filter(isBeside), ...able.filter((one) => !isBeside(one))].slice(0, 30).flatMap((one) => {
      const seat = one.seats.find(({ unitId }) => units.includes(unitId)) ?? one.seats[0]
      return seat ? [{ id: one.id, name: one.name, role: seat.role, unitName: seat.unitName }] : []
    }),
  }
}
