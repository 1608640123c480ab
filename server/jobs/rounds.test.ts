import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { goRound, startRounds, tidy } from '#server/jobs/rounds.ts'
import { district, freshId } from '#test/factory.ts'
import { report } from '#test/matters.ts'
import { minute, startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const beats = async () => (await server.owner.query('select at, facts from heartbeat')).rows

test('a round leaves a sign of life with what it did', async () => {
  await report(server)
  server.now = Date.UTC(2026, 10, 24, 12)
  expect(await goRound(server.platform)).toMatchObject({ told: 1, overdueUntold: 0 })
  expect(await beats()).toMatchObject([{ at: new Date(server.now), facts: { told: 1 } }])
})

test('a round that fails is told and leaves no sign of life; the rounds stop at once when asked', async () => {
  const faults: unknown[] = []
  await server.owner.query('delete from heartbeat')
  await server.owner.query('alter table clock rename to mislaid')
  const rounds = startRounds(server.platform, (fault) => faults.push(fault))
  await vi.waitFor(() => expect(faults).toHaveLength(1), { timeout: 5000 })
  const since = performance.now()
  await rounds.stop()
  expect(performance.now() - since).toBeLessThan(3000)
  await server.owner.query('alter table mislaid rename to clock')
  expect(await beats()).toEqual([])
})

test('two workers at once tell a mark once between them', async () => {
  const matters = await Promise.all(Array.from({ length: 40 }, () => report(server)))
  server.now = Date.UTC(2026, 10, 26, 12)
  const rounds = await Promise.all([1, 2, 3, 4].map(() => goRound(server.platform)))
  expect(rounds.reduce((sum, round) => sum + round.told, 0)).toBeGreaterThanOrEqual(40)
  const { rows } = await server.owner.query(
    'select matter_id, unit_id, kind, count(*)::int n from notice group by 1, 2, 3 having count(*) > 1',
  )
  expect(rows).toEqual([])
  const told = await server.owner.query('select distinct matter_id from notice where matter_id = any ($1)', [
    matters.map((matter) => matter.id),
  ])
  expect(told.rows).toHaveLength(40)
})

test('the worker’s role may neither read past a district nor change what is history', async () => {
  const { rows } = await sql<{ role: string }>`select current_user as role`.execute(server.platform.db)
  expect(rows).toEqual([{ role: 'maple_app' }])
})

test('a session that has run out is forgotten, and one that still runs is kept', async () => {
  await server.as('clerk').cookie()
  const count = async () =>
    (await server.owner.query<{ n: number }>('select count(*)::int n from session')).rows[0]?.n
  await server.owner.query('update session set expires_at = $1', [new Date(server.now + 60_000)])
  const before = await count()
  await tidy(server.platform)
  expect(await count()).toBe(before)
  server.pass(120_000)
  await tidy(server.platform)
  expect(await count()).toBe(0)
})

test('what was written while a clock was ahead is sent now, and waits of its own making stay', async () => {
  const insert = (created: number, next: number) =>
    server.owner.query(
      `insert into outbox (district_id, id, topic, payload, created_at, next_at) values ($1, $2, 'mail', '{}', $3, $4)`,
      [district, freshId(), new Date(created), new Date(next)],
    )
  await server.owner.query('delete from outbox')
  await insert(server.now + 20 * minute, server.now + 20 * minute)
  await insert(server.now - minute, server.now + 30 * minute)
  await goRound(server.platform)
  const { rows } = await server.owner.query('select next_at from outbox order by next_at')
  expect(rows.map((row) => row.next_at.getTime() - server.now)).toEqual([0, 30 * minute])
})

test('a clock that leapt ahead is shown as that, and not as a worker that is silent', async () => {
  await goRound({ ...server.platform, aheadMs: () => 20 * minute })
  server.pass(5 * minute)
  const { rows } = await server.as('sorter').ok('listAlarms', {})
  expect(rows.map(({ kind }) => kind)).not.toContain('workerSilent')
  expect(rows).toContainEqual({ kind: 'clockAhead', facts: { minutes: 20 } })
  await goRound(server.platform)
  expect((await server.as('sorter').ok('listAlarms', {})).rows.map(({ kind }) => kind)).not.toContain(
    'clockAhead',
  )
})
