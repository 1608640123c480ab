import { sql } from 'kysely'
import type { meetingRoutes } from '#contract/meeting.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { reachOf } from '#domain/org/grants.ts'
import { roles } from '#domain/org/roles.ts'
import { servesPath } from '#domain/org/tree.ts'
import { refuse } from '#domain/refusal.ts'
import { anywhere } from '../db/like.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { findUnit, pathsAbove, type UnitFacts } from '../org/queries.ts'

const sitting = roles.filter((role) => reachOf({ role }, 'meeting.read') !== undefined)

type Sitting = { unit_id: string; path: string; id: string; name: string }

/** Who may sit in meetings today, by the units they hold a post at. */
async function listSitting(
  tx: Tx,
  district: number,
  unitIds: readonly string[],
  above: readonly string[],
  now: number,
): Promise<Sitting[]> {
  const today = dayOf(now)
  const { rows } = await sql<Sitting>`select distinct on (u.id, a.id) u.id unit_id, u.path, a.id, p.name
    from unit u
    join post o on o.district_id = u.district_id and o.unit_id = u.id and o.role = any (${sitting})
      and o.from_on <= ${today}::date and (o.to_on is null or o.to_on >= ${today}::date)
    join person p on p.district_id = o.district_id and p.id = o.person_id
    join account a on a.district_id = p.district_id and a.person_id = p.id and a.disabled_at is null
    where u.district_id = ${district} and (u.id = any (${[...unitIds]}::uuid[]) or u.path = any (${[...above]}))
    order by u.id, a.id limit 2000`.execute(tx)
  return rows
}

/** How many units are offered at once. */
const offered = 20

/** Units to call, with their people. */
export async function listMeetingUnits({
  tx,
  actor,
  query,
  now,
}: Call<typeof meetingRoutes.listMeetingUnits>) {
  const district = actor.districtId
  const caller = query.unitId === undefined ? undefined : await findUnit(tx, district, query.unitId, now)
  if (query.unitId !== undefined && !caller) return refuse('notFound', undefined, 'unitId')
  const typed = query.q.trim().toLowerCase()
  const pattern = anywhere(typed)
  const above = caller ? pathsAbove(servesPath(caller)) : []
  const { rows } = await sql<{ id: string; name: string }>`select id, name from unit
    where district_id = ${district} and (valid_to is null or valid_to >= ${dayOf(now)}::date)
      and ${caller ? sql`(id = ${caller.id} or path = any (${above}))` : sql`(${typed} = '' or name like ${pattern} or pinyin like ${pattern})`}
    order by kind in ('building','grid'), length(path), path limit ${offered}`.execute(tx)
  const people = await listSitting(
    tx,
    district,
    rows.map(({ id }) => id),
    [],
    now,
  )
  return {
    rows: rows.map(({ id, name }) => ({
      ...{ id, name },
      people: people.filter((one) => one.unit_id === id).map((one) => ({ id: one.id, name: one.name })),
    })),
  }
}

type Called = { unitId: string; accountIds: readonly string[] }

/**
 * Whether these units can be called, and whether chair and minute taker are of them, of the calling unit, or of one above it.
 * Throws `notATarget`, `closedUnit`, `sameUnit`, `notOfUnit`. Out: what the called units are called.
 */
export async function insistCallable(
  tx: Tx,
  district: number,
  caller: UnitFacts,
  { units, chairId, minuterId }: { units: readonly Called[]; chairId: string; minuterId: string },
  now: number,
): Promise<void> {
  const known = new Map<string, UnitFacts>()
  for (const { unitId } of units) {
    const unit = await findUnit(tx, district, unitId, now)
    if (!unit || known.has(unitId))
      throw new Refused(refuse('notATarget', { unit: unit?.name ?? '' }, 'units'))
    if (unit.isClosed) throw new Refused(refuse('closedUnit', { unit: unit.name }, 'units'))
    if (unit.id === caller.id) throw new Refused(refuse('sameUnit', { unit: unit.name }, 'units'))
    known.set(unitId, unit)
  }
  const above = pathsAbove(servesPath(caller))
  const sits = await listSitting(tx, district, [caller.id, ...known.keys()], above, now)
  const isAt = (unitId: string, id: string) => sits.some((one) => one.unit_id === unitId && one.id === id)
  for (const { unitId, accountIds } of units)
    if (!accountIds.every((id) => isAt(unitId, id)))
      throw new Refused(refuse('notOfUnit', { name: known.get(unitId)?.name ?? '' }, 'units'))
  for (const [field, id] of [
    ['chairId', chairId],
    ['minuterId', minuterId],
  ] as const)
    if (!sits.some((one) => one.id === id))
      throw new Refused(refuse('notOfUnit', { name: caller.name }, field))
}
