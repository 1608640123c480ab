import { type RawBuilder, sql } from 'kysely'
import type { StuckRow, supervisionRoutes } from '#contract/supervision.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { refuse } from '#domain/refusal.ts'
import { type StuckColumn, stuckCap, stuckColumnNames, stuckColumns } from '#domain/supervision/board.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { readCursor, writeCursor } from '../matter/cursor.ts'
import { findUnit } from '../org/queries.ts'
import { reachIn } from './queries.ts'
import { stuckViews } from './stuck-views.ts'

type Where = { unitPath: string | undefined; level: string | undefined }

/** Of what one may know the matter of: in one's own hands, or in the area by unit or by place. */
function conditions(actor: StaffActor, { unitPath, level }: Where): RawBuilder<unknown> {
  const { areas, units } = reachIn(actor, 'supervision.read')
  const area = areas.join(',')
  return sql`(is_within_any(u.path, ${area}) or is_within_any(m.place_path, ${area}) or u.id = any (${units}::uuid[]))
    ${unitPath === undefined ? sql`` : sql`and starts_with(u.path, ${unitPath})`}
    ${level === undefined ? sql`` : sql`and m.centre_level = ${level}`}`
}

type At = {
  district: number
  now: number
  after: { key: Date | null; id: string } | undefined
  limit: number
}

/** What is stuck by one kind of clock, the longest first. A matter with another clock of the column that was due before stands there once. */
const byClock = (
  column: StuckColumn,
  kind: string,
  where: RawBuilder<unknown>,
  { district, now, after, limit }: At,
) =>
  sql`(select m.id matter_id, c.id clock_id, null::uuid instrument_id, c.due_at sort_at, c.id sort_id
    from clock c join matter m on m.district_id = c.district_id and m.id = c.matter_id
    join unit u on u.district_id = c.district_id and u.id = c.unit_id
    where c.district_id = ${district} and c.kind = ${kind} and c.stopped_at is null and c.due_at < ${new Date(now)} and ${where}
      ${column === 'sorting' ? sql`and m.state <> 'returned'` : sql``}
      and not exists (select from clock d where d.district_id = c.district_id and d.matter_id = c.matter_id and d.stopped_at is null
        and d.kind = any (${[...stuckColumns[column].clocks]}::text[]) and (d.due_at, d.id) < (c.due_at, c.id))
      ${after ? sql`and (c.due_at, c.id) > (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
    order by c.due_at, c.id limit ${limit})`

const dueKey = sql`coalesce(m.due_at, 'infinity'::timestamptz)`

const returned = (where: RawBuilder<unknown>, { district, after, limit }: At) =>
  sql`select m.id matter_id, null::uuid clock_id, null::uuid instrument_id, m.due_at sort_at, m.id sort_id
    from matter m join unit u on u.district_id = m.district_id and u.id = m.holder_id
    where m.district_id = ${district} and m.state = 'returned' and ${where}
      ${after ? sql`and (${dueKey}, m.id) > (coalesce(${after.key}::timestamptz, 'infinity'), ${after.id}::uuid)` : sql``}
    order by ${dueKey}, m.id limit ${limit}`

const unanswered = (where: RawBuilder<unknown>, { district, now, after, limit }: At) =>
  sql`select m.id matter_id, null::uuid clock_id, s.id instrument_id, s.answer_on::timestamptz sort_at, s.id sort_id
    from supervision s join matter m on m.district_id = s.district_id and m.id = s.matter_id
    join unit u on u.district_id = s.district_id and u.id = s.unit_id
    where s.district_id = ${district} and s.state = 'waiting' and s.answer_on < ${dayOf(now)}::date and ${where}
      ${after ? sql`and (s.answer_on, s.id) > (${after.key}::timestamptz::date, ${after.id}::uuid)` : sql``}
    order by s.answer_on, s.id limit ${limit}`

function rowsOf(column: StuckColumn, where: RawBuilder<unknown>, at: At): RawBuilder<unknown> {
  if (column === 'returned') return returned(where, at)
  if (column === 'answering') return unanswered(where, at)
  const parts = stuckColumns[column].clocks.map((kind) => byClock(column, kind, where, at))
  return sql`select * from (${sql.join(parts, sql` union all `)}) x order by sort_at, sort_id limit ${at.limit}`
}

/** The unit by which the board is narrowed. Refusal: `notFound`. */
async function unitOf(tx: Tx, actor: StaffActor, id: string | undefined, now: number) {
  if (id === undefined) return { path: undefined, name: null }
  const unit = await findUnit(tx, actor.districtId, id, now)
  return unit ? { path: unit.path, name: unit.name } : refuse('notFound', undefined, 'unit')
}

/** How many are stuck in what. Refusal: `notFound` (no such unit). */
export async function getSupervisionBoard({
  tx,
  actor,
  query,
  now,
}: Call<typeof supervisionRoutes.getSupervisionBoard>) {
  const unit = await unitOf(tx, actor, query.unit, now)
  if ('refused' in unit) return unit
  const where = conditions(actor, { unitPath: unit.path, level: query.level })
  const at = { district: actor.districtId, now, after: undefined, limit: stuckCap + 1 }
  const columns = []
  for (const column of stuckColumnNames) {
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int n from (${rowsOf(column, where, at)}) n`.execute(tx)
    columns.push({ column, count: rows[0]?.n ?? 0 })
  }
  return { columns, cap: stuckCap, unitName: unit.name }
}

export type Stuck = {
  matter_id: string
  clock_id: string | null
  instrument_id: string | null
  sort_at: number | null
  sort_id: string
}

/** The matters of one column, by key. Refusals: `notFound` (no such unit), `badInput` (cursor). */
export async function listStuck({ tx, actor, query, now }: Call<typeof supervisionRoutes.listStuck>) {
  const unit = await unitOf(tx, actor, query.unit, now)
  if ('refused' in unit) return unit
  const cursor = readCursor(query.cursor)
  const after = cursor && { key: cursor.key === null ? null : new Date(cursor.key), id: cursor.id }
  const where = conditions(actor, { unitPath: unit.path, level: query.level })
  const at = { district: actor.districtId, now, after, limit: query.limit + 1 }
  const { rows } = await sql<Stuck>`${rowsOf(query.column, where, at)}`.execute(tx)
  const shown = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? shown.at(-1) : undefined
  const views: StuckRow[] = await stuckViews(tx, actor, shown, now)
  return {
    rows: views,
    next: last
      ? writeCursor({
          key: last.sort_at === null ? null : new Date(last.sort_at).toISOString(),
          id: last.sort_id,
        })
      : null,
  }
}
