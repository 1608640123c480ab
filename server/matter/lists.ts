import { type RawBuilder, sql } from 'kysely'
import { boxesWithoutDue, type ListQuery } from '#contract/list.ts'
import type { matterRoutes } from '#contract/matter.ts'
import type { RouteAnswer } from '#contract/route.ts'
import type { StaffActor } from '#domain/actor.ts'
import { seatsWith } from '#domain/org/grants.ts'
import type { UnitKind } from '#domain/org/roles.ts'
import { noteView } from '../audit/views.ts'
import { kept } from '../db/kept.ts'
import type { Tx } from '../db/scope.ts'
import { countNews, listOpened, seenVersions } from '../follow/queries.ts'
import type { Call } from '../http/bind.ts'
import { isLate, keepPlan, readByIndex } from '../insight/conditions.ts'
import { shareOfCommon } from '../search/common.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'
import { boxHolds, holdsGrams, isOfOneUnit, listConditions, wholeGrams } from './list-conditions.ts'
import { type Named, nameConditions } from './list-names.ts'
import {
  type ListedRow,
  listedColumns,
  type Marks,
  marksColumn,
  type ShownRow,
  shownColumns,
  unmarked,
} from './rows.ts'
import { type Names, rowView, type Shown } from './views.ts'

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

const columnsOf = (names: readonly string[], ...more: string[]) =>
  [...names.map((name) => `m.${name}`), ...more].join(', ')
const [shown, whole] = [columnsOf(shownColumns, marksColumn), columnsOf(listedColumns)]

/** By what a page is sorted, for the cursor behind a row. */
type Sorted = { sort_key: number | null }
type Page = { by: Order; after: Cursor | undefined; limit: number }
/** What is asked of each matter in turn, of so many at most. */
type Sift = { holds: Condition; among: number }

/** One page of matters with what a row shows, by key. */
export async function readPage(
  tx: Tx,
  conditions: readonly Condition[],
  page: Page,
  sift?: Sift,
): Promise<(Shown & Sorted)[]> {
  type Line = Omit<ShownRow, keyof Marks> & Sorted & { marks: Marks | null }
  const lines = await readLines<Line>(tx, shown, conditions, page, sift)
  return withNames(
    tx,
    lines.map((line) => Object.assign(line, line.marks ?? unmarked)),
  )
}

/** The same with all that the rules may be asked of. */
export const readWholePage = async (tx: Tx, conditions: readonly Condition[], page: Page) =>
  withNames(tx, await readLines<ListedRow & Sorted>(tx, whole, conditions, page))

/**
 * The one query of every list. The names behind the ids are a query of their own: its text is always the same, so that its
 * plan is kept, and this one's is of one table and quickly made.
 */
async function readLines<Line>(
  tx: Tx,
  selected: string,
  conditions: readonly Condition[],
  page: Page,
  sift?: Sift,
): Promise<Line[]> {
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
  const where = sql.join(wanted, sql` and `)
  // the limit inside keeps the planner from asking for the words first
  const from = sift
    ? sql`(select m.*, ${key} list_key from matter m where ${where} order by ${order} limit ${sql.lit(sift.among)}) m
        where ${sift.holds} order by ${isRising ? sql`m.list_key, m.id` : sql`m.list_key desc, m.id desc`}`
    : sql`matter m where ${where} order by ${order}`
  const { rows } =
    await sql<Line>`select ${sql.raw(selected)}, ${columns[page.by]} sort_key from ${from} limit ${sql.lit(page.limit)}`.execute(
      tx,
    )
  return rows
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

const readAsides = kept<{ district: number; units: string[]; handlers: string[]; matters: string[] }, Aside>(
  ({ district, units, handlers, matters }) => sql`
    select 'unit' what, u.id, u.name, u.kind, null::timestamptz due_at, null::timestamptz warn_at, null::timestamptz over_at
      from unit u where u.district_id = ${district} and u.id = any (${units}::uuid[])
    union all select 'handler', a.id, p.name, null, null, null, null from account a
      join person p on p.district_id = a.district_id and p.id = a.person_id
      where a.district_id = ${district} and a.id = any (${handlers}::uuid[])
    union all select * from (select distinct on (c.matter_id) 'clock', c.matter_id, '', c.kind, c.due_at, c.warn_at, c.over_at from clock c
      where c.district_id = ${district} and c.matter_id = any (${matters}::uuid[])
        and c.stopped_at is null order by c.matter_id, c.due_at nulls last) x`,
)

type Unnamed = Pick<ShownRow, 'district_id' | 'id' | 'holder_id' | 'place_unit_id' | 'handler_id'>

async function withNames<Line extends Unnamed>(tx: Tx, lines: readonly Line[]): Promise<(Line & Names)[]> {
  const [first] = lines
  if (!first) return []
  const units = [...new Set(lines.flatMap((line) => [line.holder_id, line.place_unit_id]))]
  const handlers = [...new Set(lines.flatMap((line) => line.handler_id ?? []))]
  const district = first.district_id
  const rows = await readAsides(tx, { district, units, handlers, matters: lines.map((line) => line.id) })
  const asides: Record<Aside['what'], Map<string, Aside>> = {
    unit: new Map(),
    handler: new Map(),
    clock: new Map(),
  }
  for (const row of rows) asides[row.what].set(row.id, row)
  return lines.map((line) => {
    const holder = asides.unit.get(line.holder_id)
    const runs = asides.clock.get(line.id)
    const names: Names = {
      holder_name: holder?.name ?? '',
      holder_kind: holder?.kind as UnitKind,
      place_name: asides.unit.get(line.place_unit_id)?.name ?? '',
      handler_name: line.handler_id === null ? null : (asides.handler.get(line.handler_id)?.name ?? null),
      clock_kind: runs?.kind ?? null,
      clock_due_at: runs?.due_at ?? null,
      clock_warn_at: runs?.warn_at ?? null,
      clock_over_at: runs?.over_at ?? null,
    }
    // the rows are ours and new: to copy each of their columns took as long as to read them
    return Object.assign(line, names)
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
  const by = orderOf(list)
  if (isNarrowed(list)) await readByIndex(tx)
  else if (by === 'due' && list.q === undefined && isOfOneUnit(actor, list.box)) await keepPlan(tx)
  const page = { by, after, limit: limit + 1 }
  const rows =
    (await readCommon(tx, actor, list, named, page, now)) ??
    (await readPage(tx, listConditions(actor, list, named, now), page))
  const lines = rows.slice(0, limit)
  const last = lines.at(-1)
  const seen =
    list.box === 'followed'
      ? await seenVersions(
          tx,
          actor,
          lines.map((row) => row.id),
        )
      : undefined
  return {
    rows: lines.map((row) =>
      seen
        ? { ...rowView(row, now), hasNews: row.version > (seen.get(row.id) ?? row.version) }
        : rowView(row, now),
    ),
    next: rows.length > limit && last ? writeCursor(cursorOf(last)) : null,
    names: named.names,
  }
}

/** How many times as much of a list is looked through as should be needed, before the index is asked after all. */
const patience = 4

/**
 * A page of a list that is searched for something common, found by looking through the list: of a word that stands in every
 * tenth matter the index of the words gathers a hundred thousand of a million, to show thirty. Undefined: it is not common, or
 * too little was found where it was looked for.
 */
async function readCommon(
  tx: Tx,
  actor: StaffActor,
  list: ListQuery,
  named: Named,
  page: Page,
  now: number,
): Promise<(Shown & Sorted)[] | undefined> {
  const grams = wholeGrams(list.q)
  const share = grams && (await shareOfCommon(tx, grams, page.limit, now))
  if (!grams || share === undefined) return undefined
  await readByIndex(tx)
  const conditions = listConditions(actor, { ...list, q: undefined }, named, now)
  // a power of two, so that there are few texts to keep plans for
  const among = 2 ** Math.ceil(Math.log2((page.limit * patience) / share))
  const rows = await readPage(tx, conditions, page, { holds: holdsGrams(grams), among })
  return rows.length === page.limit ? rows : undefined
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
