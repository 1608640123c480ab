import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#domain/calendar/days.ts'
import type { Class, Figures, Measure } from '#domain/evaluation/measures.ts'
import { firstOf, type Month, monthOf } from '#domain/evaluation/month.ts'
import type { Tx } from '../db/scope.ts'
import type { EvaluationMonthRow } from '../db/tables.gen.ts'
import { type LineRow, presentLines } from './lines.ts'

/** A frozen month; undefined: it is not. */
export async function findFrozen(
  tx: Tx,
  district: number,
  month: Month,
): Promise<EvaluationMonthRow | undefined> {
  const { rows } =
    await sql<EvaluationMonthRow>`select * from evaluation_month where district_id = ${district}
    and month = ${firstOf(month)}::date`.execute(tx)
  return rows[0]
}

/** The last month that is frozen; undefined: none. */
export async function lastFrozen(tx: Tx, district: number): Promise<Month | undefined> {
  const { rows } = await sql<{ month: Day | null }>`select max(month) as month from evaluation_month
    where district_id = ${district}`.execute(tx)
  const month = rows[0]?.month
  return month ? monthOf(month) : undefined
}

/** One at a time in a district: who waited finds what the other did. */
export const lockMonths = (tx: Tx, district: number) =>
  sql`select pg_advisory_xact_lock(hashtext('evaluation'), ${district})`.execute(tx)

type Freezing = {
  district: number
  month: Month
  profileVersion: number
  /** Null: by itself. */
  accountId: string | null
  now: number
}

/**
 * Freezes a month: its lines, the figures of them, and last the month itself, after which the database adds nothing to it. All of
 * it in the transaction of the caller, or none. Out: how many lines.
 */
export async function writeMonth(tx: Tx, { district, month, profileVersion, accountId, now }: Freezing) {
  const first = firstOf(month)
  const at = new Date(now)
  const { numAffectedRows = 0n } =
    await sql`insert into evaluation_line (district_id, month, measure, unit_id, matter_id, voice_id, class, exclusion_id)
    select ${district}::int, ${first}::date, p.measure, p.unit_id, p.matter_id, p.voice_id, p.class, p.exclusion_id
    from ${presentLines({ district, month, now })} p`.execute(tx)
  await sql`insert into evaluation_figure (district_id, month, unit_id, measure, class, counted, excluded)
    select district_id, month, unit_id, measure, class, count(*) filter (where exclusion_id is null), count(exclusion_id)
    from evaluation_line where district_id = ${district} and month = ${first}::date group by 1, 2, 3, 4, 5`.execute(
    tx,
  )
  const lines = Number(numAffectedRows)
  await sql`insert into evaluation_month (district_id, month, profile_version, frozen_at, frozen_by, lines)
    values (${district}, ${first}::date, ${profileVersion}, ${at}, ${accountId}, ${lines})`.execute(tx)
  return lines
}

export type UnitFigures = { id: string; name: string; path: string; figures: Figures }
type Cell = {
  id: string
  name: string
  path: string
  measure: Measure
  class: Class
  counted: number
  excluded: number
}

/** The figures of units, in the order of the tree, out of cells a class each. */
function unitsOf(cells: readonly Cell[]): UnitFigures[] {
  const units = new Map<string, UnitFigures>()
  for (const { id, name, path, measure, class: one, counted, excluded } of cells) {
    const unit = units.get(id) ?? { id, name, path, figures: {} }
    units.set(id, unit)
    const counts = (unit.figures[measure] ??= {})
    counts[one] = { counted, excluded }
  }
  return [...units.values()]
}

/** The figures of a frozen month. In: a condition on a unit `u`. */
export async function frozenFigures(
  tx: Tx,
  district: number,
  month: Month,
  isWanted: RawBuilder<unknown>,
): Promise<UnitFigures[]> {
  const { rows } =
    await sql<Cell>`select u.id, u.name, u.path, f.measure, f.class, f.counted, f.excluded from evaluation_figure f
    join unit u on u.district_id = f.district_id and u.id = f.unit_id
    where f.district_id = ${district} and f.month = ${firstOf(month)}::date and ${isWanted} order by u.path`.execute(
      tx,
    )
  return unitsOf(rows)
}

/** The figures of some lines. In: a condition on a unit `u`. */
export async function figuresOfLines(
  tx: Tx,
  district: number,
  lines: RawBuilder<LineRow>,
  isWanted: RawBuilder<unknown>,
): Promise<UnitFigures[]> {
  const { rows } = await sql<Cell>`select u.id, u.name, u.path, l.measure, l.class,
      (count(*) filter (where l.exclusion_id is null))::int counted, count(l.exclusion_id)::int excluded
    from (select measure, unit_id, class, exclusion_id from ${lines} x) l
    join unit u on u.district_id = ${district} and u.id = l.unit_id
    where ${isWanted} group by u.id, u.name, u.path, l.measure, l.class order by u.path`.execute(tx)
  return unitsOf(rows)
}
