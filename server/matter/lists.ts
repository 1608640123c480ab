import { type RawBuilder, sql } from 'kysely'
import { boxesWithoutDue, type ListQuery } from '#contract/list.ts'
import type { matterRoutes } from '#contract/matter.ts'
import type { RouteAnswer } from '#contract/route.ts'
import type { StaffActor } from '#domain/actor.ts'
import { seatsWith } from '#domain/org/grants.ts'
import type { UnitKind } from '#domain/org/roles.ts'
import { noteView } from '../audit/views.ts'
import type { Tx } from '../db/scope.ts'
import { countNews, listOpened, seenVersions } from '../follow/queries.ts'
import type { Call } from '../http/bind.ts'
import { isLate, keepPlan, readByIndex } from '../insight/conditions.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'
import { boxHolds, listConditions } from './list-conditions.ts'
import { type Named, nameConditions } from './list-names.ts'
import { type ListedRow, listedColumns } from './rows.ts'
import { type Listed, rowView } from './views.ts'

type Answer = RouteAnswer<typeof matterRoutes.listMatters>
type Condition = RawBuilder<unknown>

/** What the lists are sorted by, as the index has it; nothing due comes last. */
const dueKey = sql`coalesce(m.due_at, 'infinity'::timestamptz)`

/** What the pages of a list go by: the instant in its key, and which end of it comes first. */
type Order = 'due' | 'received' | 'changed'
const keys = { due: dueKey, received: sql`m.received_at`, changed: sql`m.changed_at` } as const
const columns = { due: sql`m.due_at`, received: sql`m.received_at`, changed: sql`m.changed_at` } as const

/** The order of a list; of closed matters nothing is due. */
function orderOf({ box, sort }: ListQuery): Order {
  if (sort === 'changed') return 'changed'
  return sort === 'due' && !boxesWithoutDue.includes(box) ? 'due' : 'received'
}

/** What of a list leaves little or much, so that the planner's guess must not read everything. */
const isNarrowed = ({ box: _box, sort: _sort, q: _q, state, channel, late, ...rest }: ListQuery) =>
  Object.values(rest).some((value) => value !== undefined)

const matterColumns = sql.raw(listedColumns.map((column) => `m.${column}`).join(', '))

/** By what a page is sorted, for the cursor behind a row. */
type Sorted = { sort_key: number | null }
type Line = ListedRow & Sorted

/**
 * One page of matters with what a row shows, by key. The one query of every list. The names behind the ids are a query of
 * their own: its text is always the same, so that its plan is kept, and the other's is of one table and quickly made.
 */
export async function readPage(
  tx: Tx,
  conditions: readonly Condition[],
  page: { by: Order; after: Cursor | undefined; limit: number },
): Promise<(Listed & Sorted)[]> {
  const key = keys[page.by]
  const isRising = page.by === 'due'
  const wanted = [...conditions]
  if (page.after) {
    const at = page.after.key === null ? sql`'infinity'::timestamptz` : sql`${page.after.key}::timestamptz`
    const here = sql`(${key}, m.id)`
    const there = sql`(${at}, ${page.after.id}::uuid)`
    wanted.push(isRising ? sql`${here} > ${there}` : sql`${here} < ${there}`)
  }
  const order = isRising ? sql`${key}, m.id` : sql`${key} desc, m.id desc`
  const { rows } = await sql<Line>`select ${matterColumns}, ${columns[page.by]} sort_key from matter m
    where ${sql.join(wanted, sql` and `)} order by ${order} limit ${sql.lit(page.limit)}`.execute(tx)
  return withNames(tx, rows)
}

/** A name behind an id, or the clock of a matter that ends first; the other columns are null. */
type Aside = {
  what: 'unit' | 'handler' | 'clock'
  id: string
  name: string
  kind: string | null
  due_at: number | null
  warn_at: number | null
  over_at: number | null
}

async function withNames(tx: Tx, lines: readonly Line[]): Promise<(Listed & Sorted)[]> {
  const [first] = lines
  if (!first) return []
  const ids = (of: (line: Line) => readonly (string | null)[]) => [...new Set(lines.flatMap(of))]
  const units = ids((line) => [line.holder_id, line.place_unit_id])
  const handlers = ids((line) => [line.handler_id]).filter((id) => id !== null)
  const { rows } = await sql<Aside>`
    select 'unit' what, u.id, u.name, u.kind, null::timestamptz due_at, null::timestamptz warn_at, null::timestamptz over_at
      from unit u where u.district_id = ${first.district_id} and u.id = any (${units}::uuid[])
    union all select 'handler', a.id, p.name, null, null, null, null from account a
      join person p on p.district_id = a.district_id and p.id = a.person_id
      where a.district_id = ${first.district_id} and a.id = any (${handlers}::uuid[])
    union all select * from (select distinct on (c.matter_id) 'clock', c.matter_id, '', c.kind, c.due_at, c.warn_at, c.over_at from clock c
      where c.district_id = ${first.district_id} and c.matter_id = any (${lines.map((line) => line.id)}::uuid[])
        and c.stopped_at is null order by c.matter_id, c.due_at nulls last) x`.execute(tx)
  const asides = (what: Aside['what']) =>
    new Map(rows.filter((row) => row.what === what).map((row) => [row.id, row]))
  const [unit, handler, clock] = [asides('unit'), asides('handler'), asides('clock')]
  return lines.map((line) => {
    const runs = clock.get(line.id)
    return {
      ...line,
      holder_name: unit.get(line.holder_id)?.name ?? '',
      holder_kind: unit.get(line.holder_id)?.kind as UnitKind,
      place_name: unit.get(line.place_unit_id)?.name ?? '',
      handler_name: line.handler_id === null ? null : (handler.get(line.handler_id)?.name ?? null),
      clock_kind: runs?.kind ?? null,
      clock_due_at: runs?.due_at ?? null,
      clock_warn_at: runs?.warn_at ?? null,
      clock_over_at: runs?.over_at ?? null,
    }
  })
}

/** The cursor behind a row. */
export const cursorOf = (row: { id: string } & Sorted): Cursor => ({
  key: row.sort_key === null ? null : new Date(row.sort_key).toISOString(),
  id: row.id,
})

/** One page of a box, by key. What the reader may not see is not there: the second lock decides, row by row. */
export async function listMatters({
  tx,
  actor,
  query,
  now,
}: Call<typeof matterRoutes.listMatters>): Promise<Answer> {
  const { cursor, limit, ...list } = query
  await noteView(tx, {
    ...{ district: actor.districtId, accountId: actor.accountId, at: now },
    ...{ what: 'list', subject: `list:${list.box}`, facts: factsOf(list, cursor) },
  })
  const named = await nameConditions(tx, actor, list, now)
  if (list.box === 'recent') return listRecent(tx, actor, list, named, now)
  const after = readCursor(cursor)
  if (isNarrowed(list)) await readByIndex(tx)
  const rows = await readPage(tx, listConditions(actor, list, named, now), {
    by: orderOf(list),
    after,
    limit: limit + 1,
  })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const seen =
    list.box === 'followed'
      ? await seenVersions(
          tx,
          actor,
          shown.map((row) => row.id),
        )
      : undefined
  return {
    rows: shown.map((row) => ({
      ...rowView(row, now),
      ...(seen ? { hasNews: row.version > (seen.get(row.id) ?? row.version) } : {}),
    })),
    next: rows.length > limit && last ? writeCursor(cursorOf(last)) : null,
    names: named.names,
  }
}

/** What narrowed a list, in short; of words that were searched for only that there were some. */
function factsOf({ box: _, sort: _sort, q, ...conditions }: ListQuery, cursor: string | undefined): string {
  const set = Object.entries(conditions).filter(([, value]) => value !== undefined)
  return [
    ...set.map(([key, value]) => `${key}=${value}`),
    ...(q === undefined ? [] : ['q']),
    ...(cursor === undefined ? [] : ['more']),
  ].join(' ')
}

/** What the reader opened last, in that order, as far as the conditions hold; never more than a page. */
async function listRecent(
  tx: Tx,
  actor: StaffActor,
  list: ListQuery,
  named: Named,
  now: number,
): Promise<Answer> {
  const ids = await listOpened(tx, actor)
  const conditions = [...listConditions(actor, list, named, now), sql`m.id = any (${ids}::uuid[])`]
  const rows = await readPage(tx, conditions, { by: 'received', after: undefined, limit: ids.length })
  const places = new Map(ids.map((id, at) => [id, at]))
  const ordered = rows.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
  return { rows: ordered.map((row) => rowView(row, now)), next: null, names: named.names }
}

/** Counting a list stops here; the screen then says "1 000+". */
const totalCap = 1000

/** How many matters a list holds, and how many voices in them, counted up to a cap. */
export async function countList({ tx, actor, query, now }: Call<typeof matterRoutes.countList>) {
  const named = await nameConditions(tx, actor, query, now)
  await readByIndex(tx)
  const conditions = listConditions(actor, query, named, now)
  if (query.box === 'recent') conditions.push(sql`m.id = any (${await listOpened(tx, actor)}::uuid[])`)
  const { rows } = await sql<{ matters: number; appeals: number }>`
    select count(*)::int matters, coalesce(sum(x.appeals), 0)::int appeals from (select m.appeals from matter m
      where ${sql.join(conditions, sql` and `)} limit ${totalCap + 1}) x`.execute(tx)
  const { matters = 0, appeals = 0 } = rows[0] ?? {}
  return { cap: totalCap, matters, appeals: matters > totalCap ? null : appeals }
}

/** Counting a box stops here; the screen then says "999+". */
const cap = 999

export async function countMatters({ tx, actor, now }: Call<typeof matterRoutes.countMatters>) {
  const count = (condition: Condition) => sql<number>`(select count(*)::int from
    (select from matter m where m.district_id = ${actor.districtId} and ${condition} limit ${sql.lit(cap + 1)}) x)`
  // Who decides nothing has no such list, and asks the database nothing.
  const request =
    seatsWith(actor, 'matter.approve').length === 0 ? sql<number>`0` : count(boxHolds(actor, 'request'))
  await keepPlan(tx)
  // What is late comes first in the order of what is due: one look counts both.
  const { rows } = await sql<Record<'mine' | 'pool' | 'area' | 'asked' | 'assist' | 'late', number>>`
    select ${count(boxHolds(actor, 'mine'))} mine, ${count(boxHolds(actor, 'pool'))} pool, o.area, ${request} asked,
      ${count(boxHolds(actor, 'assist'))} assist, o.late
    from (select count(*)::int area, (count(*) filter (where ${isLate(now)}))::int late
      from (select m.due_at from matter m where m.district_id = ${actor.districtId} and ${boxHolds(actor, 'area')}
        order by ${dueKey}, m.id limit ${sql.lit(cap + 1)}) m) o`.execute(tx)
  const { asked, ...counted } = rows[0] ?? { mine: 0, pool: 0, area: 0, asked: 0, assist: 0, late: 0 }
  return { cap, ...counted, request: asked, news: await countNews(tx, actor) }
}
