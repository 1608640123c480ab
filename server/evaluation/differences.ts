import { type RawBuilder, sql } from 'kysely'
import type { DifferenceView, evaluationRoutes } from '#contract/evaluation.ts'
import { type Day, dayOf } from '#domain/calendar/days.ts'
import { type LaterReason, reasonOf, type Stand, verbsOf } from '#domain/evaluation/differences.ts'
import { type Class, type Measure, measures } from '#domain/evaluation/measures.ts'
import type { Month } from '#domain/evaluation/month.ts'
import type { ClosureKind } from '#domain/matter/matter.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { readByIndex } from '../insight/conditions.ts'
import { frozenLines, presentLines } from './lines.ts'
import { namedOf, readMatters } from './list.ts'
import { asDistrict, askedUnit, isAsked } from './reach.ts'
import { findFrozen } from './store.ts'

type Row = {
  measure: Measure
  unit_id: string
  unit_name: string
  matter_id: string
  voice_id: string
  was: Class | null
  was_excluded: boolean
  is_now: Class | null
  is_excluded: boolean
}

type Since = {
  id: string
  closure_kind: ClosureKind | null
  is_destroyed: boolean
  stopped_at: number | null
  excluded_at: number | null
}

/** The twin of `differencesBetween` (domain/evaluation): what stands otherwise now than in the frozen month. */
const otherwise = (district: number, month: Month, now: number): RawBuilder<Row> => sql<Row>`(select
    coalesce(p.measure, f.measure) measure, coalesce(p.unit_id, f.unit_id) unit_id, coalesce(p.matter_id, f.matter_id) matter_id,
    coalesce(p.voice_id, f.voice_id) voice_id, f.class was, f.exclusion_id is not null was_excluded, p.class is_now,
    p.exclusion_id is not null is_excluded
  from ${frozenLines({ district, month })} f full join ${presentLines({ district, month, now })} p
    on p.measure = f.measure and p.unit_id = f.unit_id and p.matter_id = f.matter_id and p.voice_id = f.voice_id
  where f.class is distinct from p.class or (f.exclusion_id is null) <> (p.exclusion_id is null))`

/** Where a page ended. */
const placeOf = (cursor: string | undefined): string[] | undefined => {
  const parts = cursor?.split(' ')
  const isPlace =
    parts?.length === 4 &&
    (measures as readonly string[]).includes(parts[0] ?? '') &&
    parts.slice(1).every((id) => /^[0-9a-f-]{36}$/.test(id))
  return isPlace ? parts : undefined
}

/** What a frozen month does not say, because it came after. Refusals: `notFound`, `monthNotFrozen`. */
export async function listDifferences({
  tx,
  actor,
  params,
  query,
  now,
}: Call<typeof evaluationRoutes.listDifferences>) {
  const district = actor.districtId
  const { month } = params
  const unit = await askedUnit(tx, actor, query.unit)
  const frozen = await findFrozen(tx, district, month)
  if (!frozen) throw new Refused(refuse('monthNotFrozen'))
  const after = placeOf(query.cursor)
  const isBehind = after
    ? sql`(d.measure, d.unit_id, d.matter_id, d.voice_id) > (${after[0]}, ${after[1]}::uuid, ${after[2]}::uuid, ${after[3]}::uuid)`
    : sql`true`
  const { rows, count, since, days } = await asDistrict(tx, actor, async () => {
    await readByIndex(tx)
    const found = await sql<Row & { whole: number }>`with d as materialized (select x.*, u.name unit_name
        from ${otherwise(district, month, now)} x join unit u on u.district_id = ${district} and u.id = x.unit_id
        where ${isAsked(actor, unit)})
      select d.*, (select count(*)::int from d) whole from d where ${isBehind}
      order by d.measure collate "C", d.unit_id, d.matter_id, d.voice_id limit ${query.limit + 1}`.execute(tx)
    const ids = [...new Set(found.rows.map(({ matter_id }) => matter_id))]
    return {
      ...{ rows: found.rows, count: found.rows[0]?.whole ?? 0 },
      ...{
        since: await readSince(tx, district, ids),
        days: await readDays(tx, district, ids, frozen.frozen_at),
      },
    }
  })
  const shown = rows.slice(0, query.limit)
  const called = await readMatters(
    tx,
    district,
    shown.map(({ matter_id }) => matter_id),
  )
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => ({
      ...viewOf(row, since.get(row.matter_id), days),
      matter: namedOf(called.get(row.matter_id)),
    })),
    next:
      rows.length > query.limit && last
        ? `${last.measure} ${last.unit_id} ${last.matter_id} ${last.voice_id}`
        : null,
    count,
  }
}

/** How the matters stand now. */
async function readSince(tx: Tx, district: number, ids: readonly string[]): Promise<Map<string, Since>> {
  const { rows } = await sql<Since>`select m.id, m.closure_kind, m.destroyed_at is not null is_destroyed,
      (select max(c.stopped_at) from clock c where c.district_id = m.district_id and c.matter_id = m.id
        and c.kind in ('contact', 'handle')) stopped_at,
      (select max(e.decided_at) from exclusion e where e.district_id = m.district_id and e.matter_id = m.id
        and e.state in ('excluded', 'granted')) excluded_at
    from matter m where m.district_id = ${district} and m.id = any (${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** When each verb was last done to the matters since the month was frozen. */
async function readDays(tx: Tx, district: number, ids: readonly string[], frozenAt: number) {
  const { rows } = await sql<{
    matter_id: string
    verb: string
    at: number
  }>`select x.matter_id, x.verb, max(x.at) at
    from matter_action x where x.district_id = ${district} and x.matter_id = any (${[...ids]}::uuid[])
      and x.at >= ${new Date(frozenAt)} group by 1, 2`.execute(tx)
  return new Map(rows.map((row) => [`${row.matter_id} ${row.verb}`, row.at]))
}

const standOf = (name: Class | null, isExcluded: boolean): Stand | undefined =>
  name === null ? undefined : { class: name, isExcluded }

function viewOf(row: Row, since: Since | undefined, days: ReadonlyMap<string, number>): DifferenceView {
  const [was, is] = [standOf(row.was, row.was_excluded), standOf(row.is_now, row.is_excluded)]
  const reason = reasonOf(
    { measure: row.measure, was, is },
    { closureKind: since?.closure_kind ?? null, isDestroyed: since?.is_destroyed ?? true },
  )
  return {
    ...{ measure: row.measure, unit: { id: row.unit_id, name: row.unit_name }, matter: null },
    ...{ was: was ?? null, is: is ?? null, reason, on: dayFor(reason, row.matter_id, since, days) },
  }
}

/** The day on which it came about, as far as the record says. */
function dayFor(
  reason: LaterReason,
  matterId: string,
  since: Since | undefined,
  days: ReadonlyMap<string, number>,
): Day | null {
  const instants = verbsOf[reason].map((verb) => days.get(`${matterId} ${verb}`) ?? 0)
  const at =
    reason === 'excluded'
      ? since?.excluded_at
      : reason === 'done'
        ? since?.stopped_at
        : Math.max(0, ...instants)
  return at ? dayOf(at) : null
}
