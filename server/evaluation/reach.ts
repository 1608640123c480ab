import { type RawBuilder, sql } from 'kysely'
import type { StaffActor } from '#domain/actor.ts'
import { type Permission, reachOf } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import { scopeOf, setScope, type Tx } from '../db/scope.ts'
import { Refused } from '../http/refused.ts'

/** The areas over which somebody watches, and the units for which they only see their own. */
export function reachIn(actor: StaffActor, permission: Permission): { areas: string[]; units: string[] } {
  const of = (reach: string) => actor.seats.filter((seat) => reachOf(seat, permission) === reach)
  const areas = [
    ...of('all').map(() => `/${actor.districtId}/`),
    ...of('subtree').map((seat) => seat.servesPath),
  ]
  return { areas: [...new Set(areas)], units: [...new Set(of('own').map((seat) => seat.unitId))] }
}

/** Whether a unit called `u` is in the reach of a reader of figures. */
export function isInReach(actor: StaffActor): RawBuilder<unknown> {
  const { areas, units } = reachIn(actor, 'evaluation.read')
  return sql`(u.id = any (${units}::uuid[]) or exists (select from unnest(${areas}::text[]) a where starts_with(u.path, a)))`
}

export type AskedUnit = { id: string; name: string; path: string }

/** The unit that somebody asks about. Throws the refusal `notFound` for one out of reach. */
export async function askedUnit(
  tx: Tx,
  actor: StaffActor,
  id: string | undefined,
): Promise<AskedUnit | undefined> {
  if (id === undefined) return undefined
  const { rows } =
    await sql<AskedUnit>`select u.id, u.name, u.path from unit u where u.district_id = ${actor.districtId}
    and u.id = ${id} and ${isInReach(actor)}`.execute(tx)
  if (!rows[0]) throw new Refused(refuse('notFound'))
  return rows[0]
}

/** Whether a unit called `u` is asked about by a reader: of their reach, and of the area named. */
export const isAsked = (actor: StaffActor, unit: AskedUnit | undefined): RawBuilder<unknown> =>
  unit ? sql`(${isInReach(actor)} and starts_with(u.path, ${unit.path}))` : isInReach(actor)

/**
 * A month is counted with the eyes of the district, so that a figure does not depend on who looks at it; only counts and ids leave.
 * What a matter is called is read with the reader's own eyes. In: the work. Out: what it found.
 */
export async function asDistrict<T>(tx: Tx, actor: StaffActor, work: () => Promise<T>): Promise<T> {
  await setScope(tx, scopeOf({ kind: 'system', districtId: actor.districtId }))
  const found = await work()
  await setScope(tx, scopeOf(actor))
  return found
}
