import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readColumns } from '#contract/list-columns.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { states } from '#domain/matter/matter.ts'
import { seatsPassedOn } from '#domain/org/absence.ts'
import { servesPath } from '#domain/org/tree.ts'
import { whyNotBody } from '#domain/template/template.ts'
import { makeDatabase, type TestDatabase } from '#test/database.ts'
import { expectToHold, listHistories } from '#test/replay.ts'
import { isPassword } from '../org/passwords.ts'
import { unseal, useKeys } from '../secrets.ts'
import { readStored } from '../view/queries.ts'
import { type DemoReport, loadDemo } from './build.ts'
import { describeDemo, loadDemoIfEmpty } from './load.ts'

const now = Date.UTC(2026, 10, 25, 3)
const password = 'lantern-orchid-2026'
let database: TestDatabase
let client: pg.Client
let home: string
let report: DemoReport

beforeAll(async () => {
  useKeys(Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 2).toString('base64'))
  home = mkdtempSync(join(tmpdir(), 'maple-demo-'))
  database = await makeDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  report = await loadDemo(client, database.url, { home, password, now })
})

afterAll(async () => {
  await client.end()
  await database.close()
  rmSync(home, { recursive: true, force: true })
})

async function one<T>(sql: string, values: unknown[] = []): Promise<T> {
  return (await client.query(sql, values)).rows[0] as T
}

test('no rule stands in the way of what is told', () => {
  expect(report.cutShort).toEqual([])
  expect(report).toMatchObject({ units: 532, staff: 123 })
})

test('matters of every state are there, some late, some with many voices', async () => {
  const { rows } = await client.query<{ state: string; count: number }>(
    'select state, count(*)::int count from matter group by 1',
  )
  const counts = new Map(rows.map((row) => [row.state, row.count]))
  for (const state of states) expect(counts.get(state) ?? 0, state).toBeGreaterThanOrEqual(5)
  const { late, group } = await one<{ late: number; group: number }>(
    `select count(*) filter (where state <> 'closed' and due_at < $1)::int late, count(*) filter (where appeals > 2)::int "group" from matter`,
    [new Date(now)],
  )
  expect(late).toBeGreaterThan(10)
  expect(group).toBeGreaterThan(5)
})

test('disputes have parties on both sides, sealed, and some matters hang together', async () => {
  const found = await one<{ sides: number; matters: number; links: number }>(
    `select count(distinct side)::int sides, count(distinct matter_id)::int matters,
      (select count(*)::int from matter_link) links from party`,
  )
  expect(found.sides).toBe(3)
  expect(found.matters).toBeGreaterThan(30)
  expect(found.links).toBeGreaterThan(5)
})

test('units have met: minutes are sealed, one task is done, one is late and came back, and one meeting waits for its minutes', async () => {
  const found = await one<Record<string, number>>(
    `select count(*) filter (where state = 'confirmed')::int confirmed,
      count(*) filter (where state = 'called' and starts_at < $1)::int waiting,
      count(*) filter (where state = 'called' and starts_at > $1)::int coming,
      (select count(*)::int from meeting_task where state = 'done') done,
      (select count(*)::int from meeting_task where state = 'open' and due_on < $1::date) late,
      (select count(*)::int from meeting_return) back from meeting`,
    [new Date(now)],
  )
  expect(found).toMatchObject({ confirmed: 1, waiting: 1, coming: 2, done: 1, late: 1, back: 1 })
})

test('some were returned, asked about, reopened, unhappy, refused, withdrawn', async () => {
  const { rows } = await client.query<{ verb: string }>('select distinct verb from matter_action')
  const done = rows.map((row) => row.verb)
  for (const verb of [
    'return',
    'ask',
    'answer',
    'redo',
    'askReopen',
    'reopen',
    'keepClosed',
    'refuse',
    'withdraw',
    'join',
    'rate',
    'note',
  ])
    expect(done).toContain(verb)
  const { unhappy } = await one<{ unhappy: number }>(
    `select count(*)::int unhappy from matter where satisfied = 'unsatisfied'`,
  )
  expect(unhappy).toBeGreaterThan(2)
})

test('nothing lies in the future and every history goes forward', async () => {
  const { future, backwards } = await one<{ future: number; backwards: number }>(
    `select count(*) filter (where at > $1)::int future, count(*) filter (where at < before)::int backwards
     from (select at, lag(at) over (partition by matter_id order by seq) before from matter_action) h`,
    [new Date(now)],
  )
  expect({ future, backwards }).toEqual({ future: 0, backwards: 0 })
})

test('every history replayed gives the columns of its matter, and is chained without a break', async () => {
  const histories = await listHistories(database.url)
  expect(histories.length).toBeGreaterThan(200)
  expectToHold(histories)
})

test('every caller has a number that was never given to anybody', async () => {
  const { rows } = await client.query<{ id: string; phone_sealed: Buffer }>(
    'select id, phone_sealed from appeal where phone_sealed is not null limit 50',
  )
  expect(rows).toHaveLength(50)
  for (const { id, phone_sealed } of rows)
    expect(unseal(phone_sealed, `339901:${id}:phone`)).toMatch(/^1990000\d{4}$/)
})

test('every account is marked as a demo account and opens with the one password', async () => {
  const { rows } = await client.query<{ is_demo: boolean; password_hash: string }>(
    'select is_demo, password_hash from account',
  )
  expect(rows).toHaveLength(123)
  expect(rows.every((row) => row.is_demo)).toBe(true)
  expect(new Set(rows.map((row) => row.password_hash)).size).toBe(123)
  expect(await isPassword(rows[0]?.password_hash ?? '', password)).toBe(true)
})

test('the year without a notice is left missing, so that its alarm shows', async () => {
  const { rows } = await client.query<{ year: number }>('select year from calendar_year order by year')
  expect(rows.map((row) => row.year)).toEqual(Array.from({ length: 12 }, (_, i) => 2015 + i))
})

test('the next matter of a day goes on where the demo stopped counting', async () => {
  const { doubled } = await one<{ doubled: number }>(
    `select count(*)::int doubled from number_block b
     where b.next <= (select count(*) from matter m where to_char(m.received_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') = right(b.series, 10))`,
  )
  expect(doubled).toBe(0)
})

test('it is described for whoever starts it, and never loaded twice', async () => {
  expect(await loadDemoIfEmpty(database.url, { home, password, now })).toBe(false)
  const described = await describeDemo(database.url, home)
  expect(described?.accounts).toHaveLength(12)
  const code = described?.publicPath.split('/').at(-1)
  expect(await one('select count(*)::int found from place where code = $1', [code])).toEqual({ found: 1 })
})

test('the rules were changed once, with a reason; what came before keeps its version', async () => {
  const { rows } = await client.query('select version, reason from profile order by version desc')
  expect(rows).toMatchObject([
    { version: 2, reason: expect.stringMatching(/联席会议/) },
    { version: 1, reason: '' },
  ])
  expect(await one('select count(*)::int count from matter where profile_version <> 1')).toEqual({ count: 0 })
})

test('a dozen replies are written beforehand, and none has a field that nobody can fill', async () => {
  const { rows } = await client.query<{ body: string; unit_id: string | null }>(
    'select body, unit_id from template',
  )
  expect(rows.length).toBeGreaterThanOrEqual(12)
  expect(rows.filter(({ unit_id }) => unit_id !== null)).toHaveLength(1)
  for (const { body } of rows) expect(whyNotBody(body), body).toBeUndefined()
})

test('disputes of committees are mediated: some agreed by word of mouth, some asked, some with a session to come', async () => {
  const { rows } = await client.query<{ state: string; n: number; coming: number }>(
    `select state, count(*)::int n, count(next_at)::int coming from mediation group by state`,
  )
  const of = (state: string) => rows.find((row) => row.state === state)
  expect(of('agreed')?.n).toBeGreaterThan(5)
  expect((of('asking')?.n ?? 0) + (of('running')?.n ?? 0)).toBeGreaterThan(1)
  const { rows: gaps } = await client.query(
    `select 1 from mediation group by committee_id, year having max(no) <> count(*)`,
  )
  expect(gaps).toEqual([])
})

test('most mediators have said what they are good at and stand on the public page, of categories there are', async () => {
  const { rows } = await client.query<{ is_public: boolean; unknown: number; studios: number }>(
    `select f.is_public, (select count(*)::int from unnest(f.specialities) x
        where not exists (select from category c where c.district_id = f.district_id and c.code = x)) unknown,
      (select count(*)::int from post o join unit u on u.district_id = o.district_id and u.id = o.unit_id
        where o.person_id = f.person_id and u.kind in ('committee','studio')) studios
      from mediator_profile f`,
  )
  expect(rows.length).toBeGreaterThan(5)
  expect(rows.filter(({ is_public }) => is_public).length).toBeGreaterThan(rows.length / 2)
  for (const row of rows) {
    expect(row.unknown).toBe(0)
    expect(row.studios).toBeGreaterThan(0)
  }
})

test('no page of administration stands empty: views, an absence of today, another system, a receiver, choices', async () => {
  const { rows: views } = await client.query<{ query: unknown; columns: string[]; unit_id: string | null }>(
    'select query, columns, unit_id from list_view',
  )
  expect(views.filter(({ unit_id }) => unit_id !== null)).toHaveLength(3)
  for (const { query, columns } of views) {
    expect(readStored(query).unknown).toEqual([])
    expect(readColumns(columns).unknown).toEqual([])
  }
  const [away] = (
    await client.query<{ person_id: string; substitute_id: string }>(
      'select * from absence where $1::date between from_on and to_on',
      [dayOf(now)],
    )
  ).rows
  const seatsOf = async (personId: string | undefined) =>
    (
      await client.query(
        `select o.role, u.id, u.path, u.kind from post o join unit u on u.district_id = o.district_id and u.id = o.unit_id
          where o.person_id = $1`,
        [personId],
      )
    ).rows.map(({ role, id, path, kind }) => ({
      ...{ role, unitId: id, unitPath: path },
      servesPath: servesPath({ kind, path }),
    }))
  const absent = await seatsOf(away?.person_id)
  expect(absent.length).toBeGreaterThan(0)
  expect(seatsPassedOn(await seatsOf(away?.substitute_id), absent)).toEqual(absent)
  expect(await one('select count(*)::int n from partner_key where used_at is not null')).toEqual({ n: 1 })
  expect(await one('select count(*)::int n from outlet where is_on')).toEqual({ n: 0 })
  expect(await one('select count(*)::int n from outlet')).toEqual({ n: 1 })
  expect(await one('select count(*)::int n from notice_choice where mail_sealed is null')).toEqual({ n: 2 })
})

test('whistles of every kind are there: over and rated, late, objected to, one that waits for a second leader', async () => {
  const { rows } = await client.query<{ kind: string; state: string; steps: string[] | null }>(
    `select w.kind, w.state, array_agg(distinct l.step) steps from whistle w
      join whistle_line l on l.district_id = w.district_id and l.whistle_id = w.id group by w.id, w.kind, w.state`,
  )
  expect(new Set(rows.map(({ kind }) => kind)).size).toBe(3)
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['waiting', 'sounding', 'over']))
  expect(rows.some(({ steps }) => steps?.includes('rule'))).toBe(true)
  const late = await one<{ n: number }>('select count(*)::int n from whistle_line where due_at < $1', [
    new Date(now),
  ])
  expect(late.n).toBeGreaterThan(0)
})

test('two months are frozen, and of the exclusions one was granted, one refused and appealed, one waits for votes', async () => {
  const { rows: months } = await client.query<{ month: string; lines: number }>(
    'select month::text, lines from evaluation_month order by month',
  )
  expect(months.map(({ month }) => month)).toEqual(['2026-09-01', '2026-10-01'])
  for (const { lines } of months) expect(lines).toBeGreaterThan(40)
  const { rows } = await client.query<{ state: string }>('select state from exclusion order by asked_at')
  expect(rows.map(({ state }) => state).sort()).toEqual(['excluded', 'upheld', 'voting'])
  // what was decided after the month was frozen is a difference, not another frozen month
  const { before } = await one<{ before: number }>(
    `select count(*)::int before from exclusion e join evaluation_month m on m.month = '2026-10-01' where e.state = 'excluded'
      and e.decided_at < m.frozen_at`,
  )
  expect(before).toBe(0)
  const { ahead } = await one<{ ahead: number }>(
    'select count(*)::int ahead from evaluation_action where at > $1',
    [new Date(now)],
  )
  expect(ahead).toBe(0)
})

test('orders for help of every state are there: done and rated, late, passed up, refused; a team at work, one that ended with an open order', async () => {
  const { rows } = await client.query<{ state: string; steps: string[] }>(
    `select a.state, array(select l.step from aid_line l where l.district_id = a.district_id and l.aid_id = a.id
      and l.step is not null) steps from aid a`,
  )
  expect(new Set(rows.map(({ state }) => state))).toEqual(
    new Set(['posted', 'sentBack', 'dispatched', 'over', 'declined']),
  )
  const steps = new Set(rows.flatMap((row) => row.steps))
  expect(steps).toEqual(new Set(['accept', 'plan', 'finish', 'handOver']))
  const late = await one<{ n: number }>('select count(*)::int n from aid where due_at < $1', [new Date(now)])
  expect(late.n).toBeGreaterThan(0)
  const teams = await client.query<{ kind: string; ending: string | null }>('select kind, ending from team')
  expect(new Set(teams.rows.map(({ kind, ending }) => `${kind} ${ending}`))).toEqual(
    new Set(['branch null', 'project term']),
  )
})

test('petitions stand at every stage: late with the body, extended, told another route, under way to a re-review', async () => {
  const { rows } = await client.query<{ state: string; ending: string | null; due_at: Date | null }>(
    'select state, ending, due_at from petition',
  )
  expect(rows.map(({ state, ending }) => ending ?? state).sort()).toEqual(
    ['accepted', 'replied', 'reviewed', 'routed', 'sent', 'sorting'].sort(),
  )
  const late = rows.filter(
    ({ state, due_at }) => state === 'sent' && due_at !== null && due_at.getTime() < now,
  )
  expect(late).toHaveLength(1)
})
