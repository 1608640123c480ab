import { type RawBuilder, sql } from 'kysely'
import type { RouteAnswer } from '#contract/route.ts'
import type { unitRoutes } from '#contract/unit.ts'
import type { StaffActor } from '#domain/actor.ts'
import { type Day, dayOf } from '#domain/calendar/days.ts'
import type { State } from '#domain/matter/matter.ts'
import { seatsWith } from '#domain/org/grants.ts'
import type { UnitKind } from '#domain/org/roles.ts'
import { isOpenOn } from '#domain/org/units.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { anywhere } from '../db/like.ts'
import { scopeOf, setScope, type Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { listChain } from './queries.ts'

type List = RouteAnswer<typeof unitRoutes.listUnits>
type Page = RouteAnswer<typeof unitRoutes.getUnit>

/** One level of the tree by code, or what was searched for by path. A cursor is the path of the last row. */
export async function listUnits({ tx, actor, query, now }: Call<typeof unitRoutes.listUnits>): Promise<List> {
  const district = actor.districtId
  const today = dayOf(now)
  const typed = query.q.trim().toLowerCase()
  const counts = (u: RawBuilder<unknown>) =>
    sql`(${u}.valid_from <= ${today}::date and (${u}.valid_to is null or ${u}.valid_to >= ${today}::date))`
  // What is to come is not closed: it is there to be prepared.
  const isLeft = sql`(u.valid_to is null or u.valid_to >= ${today}::date)`
  const level =
    query.parent === undefined ? sql`u.kind = 'district'` : sql`u.parent_id = ${query.parent}::uuid`
  const found = sql`(u.name like ${anywhere(typed)} or u.pinyin like ${anywhere(typed)} or lower(u.code) = ${typed})`
  const { rows } = await sql<List['rows'][number] & { path: string }>`
    select u.id, u.parent_id "parentId", u.kind, u.code, u.name, u.path, ${counts(sql.raw('u'))} "isOpen",
      exists (select from unit b where b.district_id = u.district_id and b.parent_id = u.id
        and (${query.closed ?? null}::text is not null or b.valid_to is null or b.valid_to >= ${today}::date)) "hasUnits",
      case when ${typed} = '' then '{}'::text[] else coalesce((select array_agg(a.name order by length(a.path)) from unit a
        where a.district_id = u.district_id and starts_with(u.path, a.path) and length(a.path) < length(u.path)), '{}') end names
    from unit u
    where u.district_id = ${district} and (${query.closed ?? null}::text is not null or ${isLeft})
      and ${typed === '' ? level : found} and u.path > ${query.cursor ?? ''}
    order by u.path limit ${query.limit + 1}`.execute(tx)
  const shown = rows.slice(0, query.limit)
  return {
    rows: shown.map(({ path: _, ...row }) => row),
    next: rows.length > query.limit ? (shown.at(-1)?.path ?? null) : null,
  }
}

export type UnitRow = {
  id: string
  parent_id: string | null
  kind: UnitKind
  code: string
  name: string
  path: string
  phone: string | null
  lng: number | null
  lat: number | null
  outline: unknown
  valid_from: Day
  valid_to: Day | null
  version: number
}

/** A unit as it stands. */
export async function findUnitRow(tx: Tx, district: number, id: string): Promise<UnitRow | undefined> {
  const { rows } = await sql<UnitRow>`select id, parent_id, kind, code, name, path, phone, lng, lat, outline,
      valid_from, valid_to, version from unit where district_id = ${district} and id = ${id}`.execute(tx)
  return rows[0]
}

type Work = { count: number; rows: { id: string; number: string; state: State }[] }

/** Open matters that a unit holds, handles or sorts: their number and state only, for whoever keeps the tree. */
export async function listUnitWork(tx: Tx, actor: StaffActor, unitId: string): Promise<Work> {
  const district = actor.districtId
  await setScope(tx, scopeOf({ kind: 'system', districtId: district }))
  const open = (column: string) => sql`select m.id, m.number, m.state from matter m
    where m.district_id = ${district} and m.${sql.raw(column)} = ${unitId} and m.state <> 'closed'`
  const { rows } = await sql<Work['rows'][number] & { count: number }>`
    select x.id, x.number, x.state, (count(*) over ())::int count
    from (${open('holder_id')} union ${open('handling_id')} union ${open('centre_id')}) x
    order by x.number limit 20`.execute(tx)
  await setScope(tx, scopeOf(actor))
  return { count: rows[0]?.count ?? 0, rows: rows.map(({ count: _, ...row }) => row) }
}

/** Numbers of today and bookings to come that wait at a hall, for a unit or at a window. */
export async function countTickets(tx: Tx, district: number, unitId: string, today: Day): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int count from ticket
    where district_id = ${district} and hall_id in (select id from hall where district_id = ${district})
      and day >= ${today}::date and state in ('waiting', 'called', 'serving', 'passed')
      and ${unitId} in (hall_id, for_unit_id, window_id)`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Open tasks of consultation meetings that a unit owns, or that its meetings gave out. */
export async function countTasks(tx: Tx, district: number, unitId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int count from meeting_task t
    where t.district_id = ${district} and t.state = 'open' and (t.unit_id = ${unitId} or t.meeting_id in
      (select id from meeting where district_id = ${district} and unit_id = ${unitId}))`.execute(tx)
  return rows[0]?.count ?? 0
}

/** What of a unit goes on after a day: posts, and units below it. */
export async function countLeft(
  tx: Tx,
  district: number,
  unitId: string,
  lastOn: Day,
): Promise<{ posts: number; units: number }> {
  const { rows } = await sql<{ posts: number; units: number }>`select
    (select count(*) from post where district_id = ${district} and unit_id = ${unitId}
      and (to_on is null or to_on > ${lastOn}::date) and (to_on is null or to_on >= from_on))::int posts,
    (select count(*) from unit where district_id = ${district} and parent_id = ${unitId}
      and (valid_to is null or valid_to > ${lastOn}::date))::int units`.execute(tx)
  return rows[0] ?? { posts: 0, units: 0 }
}

async function listPosts(tx: Tx, district: number, unitId: string, today: Day): Promise<Page['posts']> {
  const { rows } = await sql<Page['posts'][number]>`
    select o.id, o.role, json_build_object('id', p.id, 'name', p.name) person, o.from_on "fromOn", o.to_on "toOn",
      case when o.from_on > ${today}::date then 'coming' else 'now' end "when"
    from post o join person p on p.district_id = o.district_id and p.id = o.person_id
    where o.district_id = ${district} and o.unit_id = ${unitId} and (o.to_on is null or o.to_on >= ${today}::date)
    order by o.role, p.pinyin, o.id limit 200`.execute(tx)
  return rows
}

async function listCodes(tx: Tx, district: number, unitId: string, today: Day): Promise<Page['places']> {
  const { rows } = await sql<Page['places'][number]>`
    select code, label, valid_from "validFrom", (valid_to is null or valid_to >= ${today}::date) "isOpen"
    from place where district_id = ${district} and unit_id = ${unitId}
    order by (valid_to is null or valid_to >= ${today}::date) desc, label, code limit 200`.execute(tx)
  return rows
}

/** Everything the page of a unit shows. Refusal: `notFound`. */
export async function unitPageOf(
  { tx, actor, now }: { tx: Tx; actor: StaffActor; now: number },
  id: string,
): Promise<Page | Refusal> {
  const district = actor.districtId
  const today = dayOf(now)
  const row = await findUnitRow(tx, district, id)
  if (!row) return refuse('notFound')
  const parent = row.parent_id === null ? undefined : await findUnitRow(tx, district, row.parent_id)
  const openToday = (unit: UnitRow) => isOpenOn({ validFrom: unit.valid_from, validTo: unit.valid_to }, today)
  const work = await listUnitWork(tx, actor, id)
  const mayRead = seatsWith(actor, 'matter.read').length > 0
  return {
    ...{ id: row.id, parentId: row.parent_id, kind: row.kind, code: row.code, name: row.name, names: [] },
    ...{ path: row.path, version: row.version, phone: row.phone, lng: row.lng, lat: row.lat },
    ...{ outline: row.outline, validFrom: row.valid_from, validTo: row.valid_to },
    isOpen: openToday(row),
    hasUnits: (await countLeft(tx, district, id, today)).units > 0,
    parent: parent
      ? { id: parent.id, name: parent.name, kind: parent.kind, isOpen: openToday(parent) }
      : null,
    above: (await listChain(tx, district, row.path, now)).map((unit) => unit.id).filter((one) => one !== id),
    posts: await listPosts(tx, district, id, today),
    places: await listCodes(tx, district, id, today),
    openWork: { count: work.count, rows: work.rows.map((matter) => ({ ...matter, mayRead })) },
  }
}

export async function getUnit(call: Call<typeof unitRoutes.getUnit>): Promise<Page | Refusal> {
  return unitPageOf(call, call.params.id)
}
