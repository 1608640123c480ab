import { afterAll, beforeAll, expect, test } from 'vitest'
import { reckonRound } from '#server/jobs/rounds.ts'
import { statusesOf } from '#test/client.ts'
import { report } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const read = (year: number) => server.as('admin').ok('getCalendar', { params: { year } })
const acceptDue = async (id: string) =>
  (await server.as('clerk').ok('getMatter', { params: { id } })).clocks[0]?.dueAt

test('every published year can be saved as it was read', async () => {
  for (let year = 2015; year <= 2026; year++) {
    const { version, source, days } = await read(year)
    expect(days.length, String(year)).toBeGreaterThan(0)
    const saved = await server
      .as('admin')
      .ok('saveCalendar', { params: { year }, body: { version, status: 'official', source, days } })
    expect(saved.days, String(year)).toEqual(days)
  }
})

test('a day off entered late moves the running clocks at once, in every list, and back again', async () => {
  const { id } = await report(server)
  expect(await acceptDue(id)).toBe('2026-11-24T09:30:00.000Z')
  const before = await read(2026)
  const save = (version: number, days: typeof before.days) =>
    server.as('admin').ok('saveCalendar', {
      params: { year: 2026 },
      body: { version, status: 'official', source: before.source, days },
    })
  const off = { day: '2026-11-24', name: '全区停工演练', isWorking: false }
  const saved = await save(before.version, [...before.days, off])
  expect(saved.recomputed).toBe(1)
  expect(await acceptDue(id)).toBe('2026-11-25T09:30:00.000Z')
  const { rows } = await server.as('clerk').ok('listMatters', { query: { box: 'area' } })
  expect(rows.find((row) => row.id === id)?.clock?.dueAt).toBe('2026-11-25T09:30:00.000Z')
  const stored = await server.owner.query('select due_at from matter where id = $1', [id])
  expect(stored.rows[0].due_at.toISOString()).toBe('2026-11-25T09:30:00.000Z')
  const changes = () => server.as('admin').ok('listCalendarChanges', { query: {} })
  const [change] = (await changes()).rows
  expect(await reckonRound(server.platform)).toBe('done')
  expect((await changes()).rows[0]).toEqual(change)
  expect((await save(saved.version, before.days)).recomputed).toBe(1)
  expect(await acceptDue(id)).toBe('2026-11-24T09:30:00.000Z')
})

test('two people who edit a year at once: the second is told, and nothing of theirs is half there', async () => {
  const { version, source, days } = await read(2026)
  const body = { version, status: 'official' as const, source, days }
  const answers = await Promise.all(
    [1, 2].map(() => server.as('admin').send('saveCalendar', { params: { year: 2026 }, body })),
  )
  expect(statusesOf(answers)).toEqual([200, 409])
  expect(answers.find((a) => a.statusCode === 409)?.json()).toMatchObject({
    refused: 'staleVersion',
    facts: { version: version + 1 },
  })
})

test('two people who enter a new year at once: the second is told', async () => {
  const body = { version: 0, status: 'provisional' as const, source: '暂定', days: [] }
  const answers = await Promise.all(
    [1, 2].map(() => server.as('admin').send('saveCalendar', { params: { year: 2030 }, body })),
  )
  expect(statusesOf(answers)).toEqual([200, 409])
})

test('days that are none, of another year, or twice are refused with the day', async () => {
  const { version, source } = await read(2026)
  const day = (text: string) => ({ day: text, name: '某日', isWorking: false })
  const refused = (...days: ReturnType<typeof day>[]) =>
    server.as('admin').no('saveCalendar', {
      params: { year: 2026 },
      body: { version, status: 'official', source, days },
    })
  expect(await refused(day('2026-05-01'), day('2026-02-30'))).toMatchObject({
    status: 400,
    field: 'days.1.day',
  })
  const badDay = { status: 422, refused: 'badDay', field: 'days' }
  expect(await refused(day('2027-01-01'))).toMatchObject({
    ...badDay,
    facts: { day: '2027-01-01', year: 2026 },
  })
  expect(await refused(day('2026-05-01'), day('2026-05-01'))).toMatchObject({
    ...badDay,
    facts: { year: 2026 },
  })
})

test('a day that the notice of the next year arranged is not arranged twice', async () => {
  const { version, source, days } = await read(2022)
  const again = [...days, { day: '2022-12-31', name: '元旦', isWorking: true }]
  expect(
    await server.as('admin').no('saveCalendar', {
      params: { year: 2022 },
      body: { version, status: 'official', source, days: again },
    }),
  ).toMatchObject({ refused: 'badDay', facts: { day: '2022-12-31', year: 2022 } })
})

test('a year without a notice raises an alarm as soon as a clock may run into it, and a provisional one another', async () => {
  const alarms = async () =>
    (await server.as('clerk').ok('listAlarms', {})).rows.filter((row) => row.kind !== 'workerSilent')
  const here = server.now
  server.now = Date.UTC(2026, 9, 20)
  expect(await alarms()).toEqual([])
  server.now = here
  expect(await alarms()).toEqual([{ kind: 'calendarMissing', facts: { year: 2027 } }])
  const body = { version: 0, status: 'provisional' as const, source: '按法定节日暂排', days: [] }
  await server.as('admin').ok('saveCalendar', { params: { year: 2027 }, body })
  expect(await alarms()).toEqual([{ kind: 'calendarProvisional', facts: { year: 2027 } }])
})
