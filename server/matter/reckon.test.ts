import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { goRound, reckonRound } from '#server/jobs/rounds.ts'
import { report } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const off = { day: '2026-11-24', name: '全区停工演练', isWorking: false }
const year = async () => server.as('admin').ok('getCalendar', { params: { year: 2026 } })
async function save(isOff: boolean) {
  const { version, days, source } = await year()
  const others = days.filter(({ day }) => day !== off.day)
  const body = { version, status: 'official' as const, source, days: isOff ? [...others, off] : others }
  return server.as('admin').ok('saveCalendar', { params: { year: 2026 }, body })
}
const changes = async () => (await server.as('leader').ok('listCalendarChanges', { query: {} })).rows
const clockOf = async (id: string) => {
  const [clock] = (await server.as('clerk').ok('getMatter', { params: { id } })).clocks
  if (!clock) throw new Error('no clock')
  return clock
}
const told = async (id: string) => {
  const { rows } = await server.owner.query(
    "select kind from notice where matter_id = $1 and kind like 'clock%' order by created_at",
    [id],
  )
  return rows.map(({ kind }) => kind)
}
/** Further clocks of a matter, as if it had been handled by a great many; older than any calendar, so that they come first. */
async function crowd(matterId: string, count: number): Promise<void> {
  await server.owner.query(
    `insert into clock (district_id, id, matter_id, kind, unit_id, started_at, amount, measure, calendar_version, warn_at, due_at, over_at)
      select c.district_id, gen_random_uuid(), c.matter_id, 'contact', c.unit_id, c.started_at, c.amount, c.measure, 0, c.warn_at, c.due_at, c.over_at
      from clock c, generate_series(1, $2) where c.matter_id = $1 and c.kind = 'accept'`,
    [matterId, count],
  )
}

describe('a change of the calendar', () => {
  beforeEach(async () => {
    await server.owner.query('delete from clock')
    server.now = Date.UTC(2026, 10, 23, 1, 30)
  })

  test('stands on each clock that it moved: when, from what to what, and on none that it did not', async () => {
    const moved = await report(server)
    expect((await clockOf(moved.id)).shifts).toEqual([])
    await save(true)
    const once = { was: '2026-11-24T09:30:00.000Z', is: '2026-11-25T09:30:00.000Z' }
    expect((await clockOf(moved.id)).shifts).toMatchObject([once])
    const after = await report(server)
    await save(true)
    expect((await clockOf(moved.id)).shifts).toMatchObject([once])
    await save(false)
    expect((await clockOf(moved.id)).shifts).toMatchObject([once, { was: once.is, is: once.was }])
    expect((await clockOf(after.id)).shifts).toHaveLength(1)
  })

  test('is kept with whom it was by and what it did', async () => {
    await report(server)
    await save(true)
    await save(false)
    const [back, there] = await changes()
    expect(there).toMatchObject({ clocks: 1, looked: 1, earlier: 0, later: 1, year: 2026 })
    expect(back).toMatchObject({ clocks: 1, looked: 1, earlier: 1, later: 0, by: expect.any(String) })
    expect([back?.finishedAt, there?.finishedAt]).not.toContain(null)
    const { rows, next } = await server.as('leader').ok('listCalendarChanges', { query: { limit: 1 } })
    expect([rows.length, next]).toEqual([1, back?.version])
    const further = await server.as('leader').ok('listCalendarChanges', { query: { limit: 1, before: next } })
    expect(further.rows[0]).toEqual(there)
  })

  test('moves thousands in the background, by two workers at once, each clock once', async () => {
    const { id } = await report(server)
    const other = await report(server)
    await crowd(id, 2300)
    await crowd(other.id, 1900)
    const saved = await save(true)
    expect(saved).toMatchObject({ recomputed: 1000, isDone: false })
    expect((await changes())[0]).toMatchObject({ clocks: 4202, looked: 1000, finishedAt: null })
    while ((await Promise.all([1, 2].map(() => reckonRound(server.platform)))).includes('more'));
    await reckonRound(server.platform)
    const [change] = await changes()
    expect(change).toMatchObject({ looked: 4202, earlier: 0, later: 4202 })
    expect(change?.finishedAt).not.toBeNull()
    const { rows } = await server.owner.query(
      `select count(*)::int n, min(jsonb_array_length(shifts)) fewest, max(jsonb_array_length(shifts)) most,
        (select due_at from matter where id = $1) due from clock`,
      [id],
    )
    expect(rows[0]).toMatchObject({ n: 4202, fewest: 1, most: 1, due: new Date('2026-11-25T09:30:00Z') })
    await save(false)
    while ((await reckonRound(server.platform)) === 'more');
    expect((await changes())[0]).toMatchObject({ looked: 4202, earlier: 4202 })
  })

  test('counts for a clock before anything is said of it, though its turn has not come', async () => {
    const { id } = await report(server)
    const other = await report(server)
    await crowd(other.id, 1500)
    expect(await save(true)).toMatchObject({ isDone: false })
    expect((await clockOf(id)).dueAt).toBe('2026-11-24T09:30:00.000Z')
    // late by the calendar as it was, not yet by the one that counts
    server.now = Date.UTC(2026, 10, 24, 10)
    await goRound(server.platform)
    expect((await clockOf(id)).dueAt).toBe('2026-11-25T09:30:00.000Z')
    expect(await told(id)).toEqual([])
    server.now = Date.UTC(2026, 10, 25, 10)
    await goRound(server.platform)
    expect(await told(id)).toEqual(['clockLate'])
    while ((await reckonRound(server.platform)) === 'more');
    await save(false)
    while ((await reckonRound(server.platform)) === 'more');
  })

  test('that gives more time lets a clock be told again when its new time is out', async () => {
    const { id } = await report(server)
    server.now = Date.UTC(2026, 10, 24, 10)
    await goRound(server.platform)
    expect(await told(id)).toEqual(['clockLate'])
    await save(true)
    await goRound(server.platform)
    expect(await told(id)).toEqual(['clockLate'])
    server.now = Date.UTC(2026, 10, 25, 10)
    await goRound(server.platform)
    expect(await told(id)).toEqual(['clockLate', 'clockLate'])
    await save(false)
  })
})
