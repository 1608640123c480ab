import { type RawBuilder, sql } from 'kysely'
import type { matterRoutes } from '#contract/matter.ts'
import type { RouteAnswer } from '#contract/route.ts'
import type { StaffActor } from '#domain/actor.ts'
import { isUuidv7 } from '#domain/id.ts'
import { reachOf } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import { queryText } from '#domain/search/grams.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { factHolds, isCounted, isLate, isWithinDays, readByIndex } from '../insight/conditions.ts'
import { type Listed, rowView } from './views.ts'

type Query = Call<typeof matterRoutes.listMatters>['query']
type Answer = RouteAnswer<typeof matterRoutes.listMatters>

/** What waits for a centre; closed where reopening was asked for. */
const waitingForCentre = ['received', 'accepted', 'returned', 'submitted', 'revisiting', 'closed']

/** What the lists are sorted by, as the index has it; nothing due comes last. */
const dueKey = sql`coalesce(m.due_at, 'infinity'::timestamptz)`

/** The condition of a box. `mine`: my units' turn; `pool`: what my centre has to sort, check or ask about. */
function boxOf(actor: StaffActor, box: Query['box']): RawBuilder<unknown> {
  const units = actor.seats.map((s) => s.unitId)
  const handled = actor.seats.filter((s) => reachOf(s, 'matter.handle') !== undefined).map((s) => s.unitId)
  if (box === 'mine')
    return sql`m.holder_id = any (${handled.length > 0 ? handled : units}::uuid[]) and m.state <> 'closed'`
  if (box === 'pool') {
    // A centre sorts what it holds; a grid worker sees at once what happens in the grid and its own
    // community has to sort, whoever holds it.
    const grids = actor.seats.filter(
      (s) => s.unitKind === 'grid' && reachOf(s, 'matter.accept') !== undefined,
    )
    const mine = [
      sql`m.holder_id = any (${units}::uuid[])`,
      ...grids.map(
        (s) =>
          sql`(starts_with(m.place_path, ${s.servesPath}) and starts_with(${s.unitPath}, m.centre_path))`,
      ),
    ]
    return sql`(m.state <> 'closed' or m.reopen_asked) and m.state = any (${waitingForCentre}) and (${sql.join(mine, sql` or `)})`
  }
  if (box === 'all') return sql`true`
  if (box === 'request') {
    const areas = actor.seats
      .filter((s) => reachOf(s, 'matter.approve') !== undefined)
      .map((s) => sql`starts_with(m.centre_path, ${s.servesPath})`)
    return areas.length === 0 ? sql`false` : sql`m.request is not null and (${sql.join(areas, sql` or `)})`
  }
  // Not `= district`, as for the search: the rows are found by the table that no policy of matters reads through.
  if (box === 'assist')
    return sql`m.state <> 'closed' and m.id in (select matter_id from matter_assistant t
      where t.district_id = any (${[actor.districtId]}) and t.unit_id = any (${units}::uuid[]))`
  return box === 'closed' ? sql`m.state = 'closed'` : sql`m.state <> 'closed'`
}

/** Where a page goes on: the sort key and the id of its last row. */
type Cursor = { key: string | null; id: string }
const writeCursor = (c: Cursor) => Buffer.from(JSON.stringify(c)).toString('base64url')
function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined
  try {
    const { key, id } = JSON.parse(Buffer.from(text, 'base64url').toString()) as Cursor
    const isKey = key === null || new Date(key).toISOString() === key
    if (isKey && isUuidv7(id)) return { key, id }
  } catch {
    // not one of ours
  }
  throw new Refused(refuse('badInput', { field: 'cursor', hint: '' }, 'cursor'))
}

/** One page of a box, by key. What the reader may not see is not there: the second lock decides, row by row. */
export async function listMatters({
  tx,
  actor,
  query,
  now,
}: Call<typeof matterRoutes.listMatters>): Promise<Answer> {
  const district = actor.districtId
  const conditions = [sql`m.district_id = ${district}`, boxOf(actor, query.box)]
  if (query.state) conditions.push(sql`m.state = ${query.state}`)
  if (query.channel) conditions.push(sql`m.channel = ${query.channel}`)
  if (query.late) conditions.push(isLate(now))
  if (query.fact) conditions.push(isCounted, factHolds[query.fact](now))
  if (query.from || query.to) conditions.push(isWithinDays(query.fact ?? 'received', query))
  if (query.closureKind) conditions.push(sql`m.closure_kind = ${query.closureKind}`)
  if (query.level) conditions.push(sql`m.level = ${query.level}`)
  const typed = query.q?.trim() ?? ''
  if (typed !== '') conditions.push(searched(district, typed))
  const isByDue = query.sort === 'due' && query.box !== 'closed' && query.box !== 'all'
  const key = isByDue ? dueKey : sql`m.received_at`
  const cursor = readCursor(query.cursor)
  if (cursor) {
    const at = cursor.key === null ? sql`'infinity'::timestamptz` : sql`${cursor.key}::timestamptz`
    conditions.push(
      isByDue
        ? sql`(${key}, m.id) > (${at}, ${cursor.id}::uuid)`
        : sql`(${key}, m.id) < (${at}, ${cursor.id}::uuid)`,
    )
  }
  const order = isByDue ? sql`${key}, m.id` : sql`m.received_at desc, m.id desc`
  if (query.fact || query.from || query.to || query.closureKind || query.level) await readByIndex(tx)
  const { rows } = await sql<Listed & { sort_key: number | null }>`
    select p.*, u.name holder_name, u.kind holder_kind, c.kind clock_kind, c.due_at clock_due_at, c.warn_at clock_warn_at,
      c.over_at clock_over_at
    from (select m.*, ${isByDue ? sql`m.due_at` : sql`m.received_at`} sort_key from matter m
      where ${sql.join(conditions, sql` and `)} order by ${order} limit ${query.limit + 1}) p
    join unit u on u.district_id = p.district_id and u.id = p.holder_id
    left join lateral (select kind, due_at, warn_at, over_at from clock c where c.district_id = p.district_id and c.matter_id = p.id
      and c.stopped_at is null order by c.due_at nulls last limit 1) c on true
    order by ${isByDue ? sql`coalesce(p.sort_key, 'infinity'::timestamptz), p.id` : sql`p.received_at desc, p.id desc`}`.execute(
    tx,
  )
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  const next =
    rows.length > query.limit && last
      ? writeCursor({
          key: last.sort_key === null ? null : new Date(last.sort_key).toISOString(),
          id: last.id,
        })
      : null
  return { rows: shown.map((row) => rowView(row, now)), next }
}

/** A number finds its matter; words find what was said and where. */
function searched(district: number, typed: string): RawBuilder<unknown> {
  const number = typed.normalize('NFKC').replace(/\s/g, '')
  const digits = number.replaceAll('-', '')
  // The day, at least five digits of running number, a check digit.
  if (/^\d{6}-?\d{5,}-?\d$/.test(number))
    return sql`m.number = ${`${digits.slice(0, 6)}-${digits.slice(6, -1)}-${digits.slice(-1)}`}`
  const grams = queryText(typed)
  if (grams === undefined) return sql`false`
  // Not `= district`: the planner would make it one with the policy's own condition, and then keep the index from a match
  // that might leak.
  return sql`m.id in (select matter_id from matter_text t where t.district_id = any (${[district]}) and t.grams @@ ${grams}::tsquery)`
}

/** Counting stops here; the screen then says "999+". */
const cap = 999

export async function countMatters({ tx, actor, now }: Call<typeof matterRoutes.countMatters>) {
  const count = async (condition: RawBuilder<unknown>) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int n from
      (select from matter m where m.district_id = ${actor.districtId} and ${condition} limit ${cap + 1}) x`.execute(
      tx,
    )
    return rows[0]?.n ?? 0
  }
  return {
    cap,
    mine: await count(boxOf(actor, 'mine')),
    pool: await count(boxOf(actor, 'pool')),
    area: await count(boxOf(actor, 'area')),
    request: await count(boxOf(actor, 'request')),
    assist: await count(boxOf(actor, 'assist')),
    late: await count(sql`m.state <> 'closed' and ${isLate(now)}`),
  }
}
