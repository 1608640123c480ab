import { sql } from 'kysely'
import type { matterRoutes } from '#contract/matter.ts'
import type { RouteAnswer } from '#contract/route.ts'
import { dayOf } from '#domain/calendar/days.ts'
import type { UnitKind } from '#domain/org/roles.ts'
import type { Target } from '#domain/org/targets.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { anywhere } from '../db/like.ts'
import type { Database } from '../db/pool.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'

export type UnitFacts = Target & {
  parentId: string | null
  phone: string | null
  lng: number | null
  lat: number | null
}

type Row = {
  id: string
  name: string
  kind: UnitKind
  path: string
  parent_id: string | null
  phone: string | null
  lng: number | null
  lat: number | null
  valid_to: string | null
}

const factsOf = (row: Row, now: number): UnitFacts => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  path: row.path,
  parentId: row.parent_id,
  phone: row.phone,
  lng: row.lng,
  lat: row.lat,
  isClosed: row.valid_to !== null && row.valid_to < dayOf(now),
})

const columns = sql.raw('id, name, kind, path, parent_id, phone, lng, lat, valid_to')

/** Every district of this database, for what the product does by itself in each. */
export async function listDistricts(db: Database): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from district order by id`.execute(db)
  return rows.map(({ id }) => id)
}

export async function findUnit(
  tx: Tx,
  district: number,
  id: string,
  now: number,
): Promise<UnitFacts | undefined> {
  const { rows } =
    await sql<Row>`select ${columns} from unit where district_id = ${district} and id = ${id}`.execute(tx)
  return rows[0] && factsOf(rows[0], now)
}

/** The unit at a path, closed ones too. */
export async function findUnitByPath(
  tx: Tx,
  district: number,
  path: string,
  now: number,
): Promise<UnitFacts | undefined> {
  const { rows } =
    await sql<Row>`select ${columns} from unit where district_id = ${district} and path = ${path}`.execute(tx)
  return rows[0] && factsOf(rows[0], now)
}

/** The centre that serves an area: the office of that name, or the unit of the area itself; undefined above the district. */
export async function findCentreOf(
  tx: Tx,
  district: number,
  area: string,
  now: number,
): Promise<UnitFacts | undefined> {
  const { rows } =
    await sql<Row>`select ${sql.raw('c.id, c.name, c.kind, c.path, c.parent_id, c.phone, c.lng, c.lat, c.valid_to')}
    from unit a join unit c on c.district_id = a.district_id and (c.id = a.id or c.parent_id = a.id and c.kind = 'centre')
    where a.district_id = ${district} and a.path = ${area} order by c.kind = 'centre' desc, c.path`.execute(
      tx,
    )
  return rows.map((row) => factsOf(row, now)).find((unit) => !unit.isClosed)
}

/** `/339901/001/003/` → the paths of the unit and of everything above it, from the district down. */
export function pathsAbove(path: string): string[] {
  const codes = path.split('/').filter(Boolean)
  return codes.map((_, i) => `/${codes.slice(0, i + 1).join('/')}/`)
}

/** The units on the way from the district down to a path. */
export async function listChain(tx: Tx, district: number, path: string, now: number): Promise<UnitFacts[]> {
  const { rows } = await sql<Row>`select ${columns} from unit
    where district_id = ${district} and path = any (${pathsAbove(path)}) order by length(path)`.execute(tx)
  return rows.map((row) => factsOf(row, now))
}

type Found = RouteAnswer<typeof matterRoutes.listPlaceUnits>

/** Units by name, pinyin or initials, one's own area first, with the names above them: where a matter lies. */
export async function listPlaceUnits({
  tx,
  actor,
  query,
  now,
}: Call<typeof matterRoutes.listPlaceUnits>): Promise<Found | Refusal> {
  const under = query.under === undefined ? undefined : await findUnit(tx, actor.districtId, query.under, now)
  if (query.under !== undefined && !under) return refuse('notFound', undefined, 'under')
  // what one works for comes first
  const areas = actor.seats.map((seat) => seat.servesPath)
  const typed = query.q.trim().toLowerCase()
  const pattern = anywhere(typed)
  const { rows } = await sql<Row & { names: string[] }>`
    select u.id, u.name, u.kind, u.path, u.parent_id, u.phone, u.lng, u.lat, u.valid_to,
      (select array_agg(a.name order by length(a.path)) from unit a
        where a.district_id = u.district_id and a.kind <> 'district' and starts_with(u.path, a.path) and length(a.path) < length(u.path)) names
    from unit u
    where u.district_id = ${actor.districtId} and (u.valid_to is null or u.valid_to >= ${dayOf(now)}::date)
      and (${query.kind ?? null}::text is null or u.kind = ${query.kind ?? null})
      and (${under?.path ?? null}::text is null or starts_with(u.path, ${under?.path ?? ''}))
      and (${query.places ?? null}::text is null or u.kind in ('street', 'community', 'grid', 'building'))
      and (${typed} = '' or u.name like ${pattern} or u.pinyin like ${pattern})
    order by (u.path ^@ any (${areas}::text[])) desc, length(u.path), u.path limit 30`.execute(tx)
  return { rows: rows.map((r) => ({ id: r.id, name: r.name, kind: r.kind, names: r.names ?? [] })) }
}
