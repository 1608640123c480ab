import { type RawBuilder, sql } from 'kysely'
import { boxesWithoutDue, type ListQuery } from '#contract/list.ts'
import type { matterRoutes } from '#contract/matter.ts'
import type { RouteAnswer } from '#contract/route.ts'
import type { StaffActor } from '#domain/actor.ts'
import { seatsWith } from '#domain/org/grants.ts'
import type { Tx } from '../db/scope.ts'
import { countNews, listOpened, seenVersions } from '../follow/queries.ts'
import type { Call } from '../http/bind.ts'
import { isLate, readByIndex } from '../insight/conditions.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'
import { boxHolds, listConditions } from './list-conditions.ts'
import { type Named, nameConditions } from './list-names.ts'
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

/** One page of matters with what a row shows, by key. The one query of every list. */
export async function readPage(
  tx: Tx,
  conditions: readonly Condition[],
  page: { by: Order; after: Cursor | undefined; limit: number },
): Promise<(Listed & { sort_key: number | null })[]> {
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
  const { rows } = await sql<Listed & { sort_key: number | null }>`
    select p.*, u.name holder_name, u.kind holder_kind, s.name place_name, hp.name handler_name, c.kind clock_kind, c.due_at clock_due_at, c.warn_at clock_warn_at,
      c.over_at clock_over_at
    from (select m.*, ${columns[page.by]} sort_key from matter m
      where ${sql.join(wanted, sql` and `)} order by ${order} limit ${page.limit}) p
    join unit u on u.district_id = p.district_id and u.id = p.holder_id
    join unit s on s.district_id = p.district_id and s.id = p.place_unit_id
    left join account ha on ha.district_id = p.district_id and ha.id = p.handler_id
    left join person hp on hp.district_id = ha.district_id and hp.id = ha.person_id
    left join lateral (select kind, due_at, warn_at, over_at from clock c where c.district_id = p.district_id and c.matter_id = p.id
      and c.stopped_at is null order by c.due_at nulls last limit 1) c on true
    order by ${isRising ? sql`coalesce(p.sort_key, 'infinity'::timestamptz), p.id` : sql`p.sort_key desc, p.id desc`}`.execute(
    tx,
  )
  return rows
}

/** The cursor behind a row. */
export const cursorOf = (row: { id: string; sort_key: number | null }): Cursor => ({
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
  const count = async (condition: Condition) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int n from
      (select from matter m where m.district_id = ${actor.districtId} and ${condition} limit ${cap + 1}) x`.execute(
      tx,
    )
    return rows[0]?.n ?? 0
  }
  return {
    cap,
    mine: await count(boxHolds(actor, 'mine')),
    pool: await count(boxHolds(actor, 'pool')),
    area: await count(boxHolds(actor, 'area')),
    // Who decides nothing has no such list, and asks the database nothing.
    request: seatsWith(actor, 'matter.approve').length === 0 ? 0 : await count(boxHolds(actor, 'request')),
    assist: await count(boxHolds(actor, 'assist')),
    news: await countNews(tx, actor),
    late: await count(sql`m.state <> 'closed' and ${isLate(now)}`),
  }
}
