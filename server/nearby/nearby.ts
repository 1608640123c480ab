import { sql } from 'kysely'
import type { NearbyMatter, nearbyRoutes } from '#contract/nearby.ts'
import type { RouteAnswer } from '#contract/route.ts'
import type { Matter } from '#domain/matter/matter.ts'
import { boxAround, metresBetween, offset, type Spot } from '#domain/nearby/metres.ts'
import { type Outline, readOutline } from '#domain/org/outline.ts'
import type { UnitKind } from '#domain/org/roles.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { MatterRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { findMatter } from '../matter/queries.ts'

type Answer = RouteAnswer<typeof nearbyRoutes.listNearby>

/** Matters named around one; outlines drawn; how far beyond the range the middle of a drawn unit may lie. */
const most = { matters: 40, outlines: 80 } as const
const beyond = 1200

type Found = Pick<MatterRow, 'id' | 'number' | 'title' | 'state' | 'category_code'> & {
  lng: number
  lat: number
}

/** The open matters in the box around a spot, the nearest first; the second lock decides which there are. */
async function listOpenAround(tx: Tx, district: number, own: string, spot: Spot, within: number) {
  const { west, east, south, north } = boxAround(spot, within)
  const squeeze = Math.cos((spot.lat * Math.PI) / 180)
  const { rows } = await sql<Found>`select id, number, title, state, category_code, lng, lat from matter
    where district_id = ${district} and state <> 'closed' and lng between ${west} and ${east}
      and lat between ${south} and ${north} and id <> ${own}
    order by power((lng - ${spot.lng}::float8) * ${squeeze}::float8, 2) + power(lat - ${spot.lat}::float8, 2), id
    limit ${most.matters + 1}`.execute(tx)
  return rows.filter((row) => metresBetween(spot, row) <= within)
}

const metresOf = (spot: Spot, ring: readonly number[][]) =>
  ring.map(([lng = 0, lat = 0]): [number, number] => {
    const { east, north } = offset(spot, { lng, lat })
    return [Math.round(east), Math.round(north)]
  })

const ringsOf = (outline: Outline) =>
  outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat()

/** Outlines of the grids and communities there; a survey with thousands of points is no help on a sketch of a kilometre. */
async function listOutlines(
  tx: Tx,
  district: number,
  spot: Spot,
  within: number,
  placePath: string,
): Promise<Answer['outlines']> {
  const { west, east, south, north } = boxAround(spot, within + beyond)
  const { rows } = await sql<{ id: string; name: string; kind: UnitKind; path: string; outline: unknown }>`
    select id, name, kind, path, outline from unit where district_id = ${district} and kind in ('grid', 'community')
      and outline is not null and lng between ${west} and ${east} and lat between ${south} and ${north}
    order by length(path), path limit ${most.outlines}`.execute(tx)
  return rows.flatMap(({ id, name, kind, path, outline }) => {
    const read = readOutline(outline)
    if (isRefusal(read)) return []
    const rings = ringsOf(read).map((ring) => metresOf(spot, ring))
    const isOwn = placePath.startsWith(path)
    const isThere = rings.flat().some(([x, y]) => Math.max(Math.abs(x), Math.abs(y)) <= within * 1.3)
    return isThere || isOwn ? [{ id, name, kind, isOwn, rings }] : []
  })
}

/** What is open around a matter. Refusal: `notFound`. */
export async function listNearby({ tx, actor, params, query }: Call<typeof nearbyRoutes.listNearby>) {
  const district = actor.districtId
  const row = await findMatter(tx, district, params.id)
  if (!row) return refuse('notFound')
  const within = Number(query.within)
  if (row.lng === null || row.lat === null)
    return { within, isPlaced: false, rows: [], hasMore: false, outlines: [] }
  const spot = { lng: row.lng, lat: row.lat }
  const found = await listOpenAround(tx, district, row.id, spot, within)
  const rows = found.slice(0, most.matters).map((other): NearbyMatter => {
    const { east, north } = offset(spot, other)
    return {
      ...{ id: other.id, number: other.number, title: other.title, state: other.state as Matter['state'] },
      ...{ categoryCode: other.category_code, east: Math.round(east), north: Math.round(north) },
      isSameCategory: row.category_code !== null && other.category_code === row.category_code,
      metres: Math.round(metresBetween(spot, other)),
    }
  })
  return {
    within,
    isPlaced: true,
    rows,
    hasMore: found.length > rows.length,
    outlines: await listOutlines(tx, district, spot, within, row.place_path),
  }
}
