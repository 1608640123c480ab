import { sql } from 'kysely'
import type { closureSampleRoutes } from '#contract/closure-sample.ts'
import { type Day, startOfDay } from '#domain/calendar/days.ts'
import { reachOf } from '#domain/org/grants.ts'
import { isWithin } from '#domain/org/tree.ts'
import { refuse } from '#domain/refusal.ts'
import { type Closed, drawSample, type Stratum, sampledKinds } from '#domain/supervision/sample.ts'
import { scopeOf, setScope, type Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { findUnit } from '../org/queries.ts'
import { freshBytes } from '../random.ts'
import { record, wasDone } from './log.ts'
import { isOver, samplePageOf } from './samples.ts'

/** The first day of the month after. */
function monthAfter(month: Day): Day {
  const [year, at] = month.split('-').map(Number)
  return at === 12 ? `${(year ?? 0) + 1}-01-01` : `${year}-${String((at ?? 0) + 1).padStart(2, '0')}-01`
}

/**
 * What was closed in a month in an area and says that something was done, by the unit that handled it. What is need-to-know is left out:
 * whoever checks would learn of it.
 */
async function listClosed(tx: Tx, district: number, area: string, month: Day): Promise<Closed[]> {
  const [from, behind] = [new Date(startOfDay(month)), new Date(startOfDay(monthAfter(month)))]
  const { rows } = await sql<Closed>`select m.id, coalesce(m.handling_id, m.centre_id) "unitId" from matter m
    where m.district_id = ${district} and m.closed_at >= ${from} and m.closed_at < ${behind} and m.state = 'closed'
      and m.closure_kind = any (${[...sampledKinds]}::text[]) and not m.sensitive and m.destroyed_at is null
      and starts_with(m.place_path, ${area})`.execute(tx)
  return rows
}

/**
 * Draws the sample of a month that is over. Refusals: `notFound` (no such unit), `notYours`, `monthOpen`, `sampleDrawn`,
 * `nothingClosed`, `commandReused`.
 */
export async function drawClosureSample({
  tx,
  actor,
  body,
  now,
}: Pick<Call<typeof closureSampleRoutes.drawClosureSample>, 'tx' | 'actor' | 'body' | 'now'>) {
  const { districtId: district, accountId } = actor
  const { commandId, id, unitId, share, minimum } = body
  const month = `${body.month.slice(0, 7)}-01`
  const unit = await findUnit(tx, district, unitId, now)
  const isArea = unit !== undefined && (unit.kind === 'district' || unit.kind === 'street')
  const seat =
    isArea &&
    actor.seats.find(
      (one) => reachOf(one, 'supervision.decide') !== undefined && isWithin(unit.path, one.servesPath),
    )
  if (!seat) return refuse('notFound', undefined, 'unitId')
  const payload = { unitId, month, share, minimum }
  const deed = { district, id: commandId, accountId, verb: 'draw', subjectId: id, payload }
  await sql`select pg_advisory_xact_lock(hashtext('closure_sample'), ${district})`.execute(tx)
  if (await wasDone(tx, deed, null)) return samplePageOf(tx, actor, id)
  if (!isOver(month, now)) return refuse('monthOpen', undefined, 'month')
  const { rows: before } =
    await sql`select 1 from closure_sample where district_id = ${district} and unit_id = ${unitId}
    and month = ${month}::date`.execute(tx)
  if (before.length > 0) return refuse('sampleDrawn', undefined, 'month')
  // a sample is of everything, also of what whoever draws it may not read: only ids go in
  await setScope(tx, scopeOf({ kind: 'system', districtId: district }))
  const seed = freshBytes(8).toString('hex')
  const strata = drawSample(seed, await listClosed(tx, district, unit.path, month), { share, minimum })
  if (strata.length === 0) throw new Refused(refuse('nothingClosed', undefined, 'month'))
  const isNew =
    await sql`insert into closure_sample (district_id, id, unit_id, month, share, minimum, seed, drawn_by, drawn_at)
    values (${district}, ${id}, ${unitId}, ${month}::date, ${share}, ${minimum}, ${seed}, ${accountId}, ${new Date(now)})
    on conflict do nothing`.execute(tx)
  if (isNew.numAffectedRows !== 1n) throw new Refused(refuse('commandReused'))
  await writeStrata(tx, district, id, strata)
  await setScope(tx, scopeOf(actor))
  await record(tx, deed, { now, seat, matterId: null, text: null })
  return samplePageOf(tx, actor, id)
}

async function writeStrata(tx: Tx, district: number, id: string, strata: readonly Stratum[]): Promise<void> {
  const units = strata.map(({ unitId, closed }) => ({ unit_id: unitId, closed }))
  await sql`insert into closure_stratum (district_id, sample_id, unit_id, closed)
    select ${district}::int, ${id}::uuid, x.unit_id, x.closed
    from json_to_recordset(${JSON.stringify(units)}::json) x(unit_id uuid, closed int)`.execute(tx)
  const drawn = strata.flatMap(({ unitId, ids }) =>
    ids.map((matterId) => ({ unit_id: unitId, matter_id: matterId })),
  )
  const lines = drawn.map((one, i) => ({ ...one, no: i + 1 }))
  await sql`insert into closure_check (district_id, sample_id, matter_id, no, unit_id, closed_unit_id, handling_unit_id, closed_at)
    select ${district}::int, ${id}::uuid, x.matter_id, x.no, x.unit_id, coalesce((select a.unit_id from matter_action a
        where a.district_id = m.district_id and a.matter_id = m.id and a.verb = 'close' order by a.seq desc limit 1), m.centre_id),
      m.handling_id, m.closed_at
    from json_to_recordset(${JSON.stringify(lines)}::json) x(matter_id uuid, unit_id uuid, no int)
    join matter m on m.district_id = ${district} and m.id = x.matter_id`.execute(tx)
}
