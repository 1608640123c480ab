import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope, scopeOf } from '#server/db/scope.ts'
import { goRound } from '#server/jobs/rounds.ts'
import { sweepClocks } from '#server/matter/sweep.ts'
import { district, freshId } from '#test/factory.ts'
import { bring, matterIn, report, triage } from '#test/matters.ts'
import { hour, minute, mondayMorning, startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const clocksOf = async (id: string) => (await server.as('sorter').ok('getMatter', { params: { id } })).clocks
async function clockOf(id: string, kind: string) {
  const found = (await clocksOf(id)).find((clock) => clock.kind === kind)
  if (!found) throw new Error(`no ${kind} clock`)
  return found
}
const notices = async (id: string) => {
  const { rows } = await server.owner.query(
    `select n.kind, u.name, n.facts->>'clock' clock from notice n join unit u using (district_id)
      where u.id = n.unit_id and n.matter_id = $1 and n.kind like 'clock%' order by n.created_at, n.kind, u.name`,
    [id],
  )
  return rows.map((row) => `${row.kind} ${row.clock} ${row.name}`)
}
const round = () => goRound(server.platform)
const at = (iso: string | null) => Date.parse(iso ?? '')

describe('a clock', () => {
  test('of accepting starts with the appeal, by the working calendar', async () => {
    const { id } = await report(server)
    expect(await clockOf(id, 'accept')).toMatchObject({
      unitName: '柳岸社区',
      startedAt: '2026-11-23T01:30:00.000Z',
      dueAt: '2026-11-24T09:30:00.000Z',
      warnAt: '2026-11-24T03:57:00.000Z',
      amount: 1,
      measure: 'workDays',
      remaining: { late: false, unit: 'workDays', amount: 1 },
    })
  })

  test('of a walk-in is an hour of office time, of a critical matter a quarter of an hour of any time', async () => {
    const words = '楼上漏水'
    const receive = async (more: object) => {
      const body = {
        ...{ id: freshId(), appealId: freshId(), commandId: freshId() },
        input: { channel: 'desk', words, placeUnitId: server.town.units.willow.id, ...more },
      }
      await server.as('desk').ok('receiveMatter', { body })
      return (await clockOf(body.id, 'accept')).dueAt
    }
    expect(await receive({})).toBe('2026-11-23T02:30:00.000Z')
    expect(await receive({ channel: 'phone', urgency: 'critical' })).toBe('2026-11-23T01:45:00.000Z')
  })

  test('starts at dispatch, not at signing', async () => {
    const { id } = await matterIn(server, 'dispatched')
    server.pass(3 * hour)
    await bring(server, id, 'handling')
    expect((await clockOf(id, 'handle')).startedAt).toBe('2026-11-23T01:30:00.000Z')
    server.pass(-3 * hour)
  })

  test('of contacting runs only where somebody can be contacted, and a try that reached nobody does not stop it', async () => {
    const silent = await matterIn(server, 'dispatched', { name: undefined, phone: undefined })
    expect((await clocksOf(silent.id)).map((clock) => clock.kind)).not.toContain('contact')
    const { id } = await matterIn(server, 'handling')
    await server.as('housing').move(id, 'contact', { how: 'unreached', note: '无人接听' })
    expect((await clockOf(id, 'contact')).stoppedAt).toBeNull()
    await server.as('housing').move(id, 'contact', { how: 'phone', note: '接通' })
    expect(await clockOf(id, 'contact')).toMatchObject({ outcome: 'met', remaining: null })
  })

  test('that ran out stays late with the unit that had it when the matter is returned', async () => {
    const { id } = await matterIn(server, 'dispatched')
    server.now = Date.UTC(2026, 10, 24, 12)
    await server.as('housing').move(id, 'return', { reason: '不归' })
    expect(await clockOf(id, 'sign')).toMatchObject({ outcome: 'late', unitName: '枫溪区住建局' })
    expect(await clockOf(id, 'contact')).toMatchObject({ outcome: 'late', unitName: '枫溪区住建局' })
    expect(await clockOf(id, 'handle')).toMatchObject({ outcome: 'dropped', unitName: '枫溪区住建局' })
    const running = (await clocksOf(id)).filter((clock) => clock.stoppedAt === null)
    expect(running).toMatchObject([{ kind: 'dispatch', unitName: '柳岸社区' }])
    const page = await server.as('sorter').ok('getMatter', { params: { id } })
    expect(page.flags).not.toContain('late')
    server.now = mondayMorning
  })
})

describe('a triage that changes how urgent a matter is', () => {
  const sorted = (id: string, urgency: 'normal' | 'urgent' | 'critical', kind = triage.kind) =>
    server.as('sorter').move(id, 'triage', { ...triage, kind, urgency })
  const first = async (number: string) =>
    (await server.as('clerk').ok('listMatters', { query: { box: 'area', q: number } })).rows[0]?.clock
  const toldOf = async (id: string) =>
    (await server.owner.query(`select told from clock where id = $1`, [id])).rows[0].told

  test('gives the running clock its new limit from the start it had, and the list and the history say so', async () => {
    const { id, number } = await matterIn(server, 'accepted')
    const { startedAt } = await clockOf(id, 'dispatch')
    server.pass(10 * minute)
    await sorted(id, 'critical')
    const dueAt = new Date(at(startedAt) + 15 * minute).toISOString()
    expect(await clockOf(id, 'dispatch')).toMatchObject({ startedAt, dueAt, amount: 15, measure: 'minutes' })
    expect(await first(number)).toEqual({ kind: 'dispatch', dueAt })
    const { actionLog } = await server.as('sorter').ok('getMatter', { params: { id } })
    expect(actionLog.at(-1)).toMatchObject({
      verb: 'triage',
      payload: { urgency: 'critical', before: { urgency: 'normal' } },
    })
    await sorted(id, 'urgent')
    expect(await clockOf(id, 'dispatch')).toMatchObject({ startedAt, amount: 60, measure: 'workMinutes' })
    server.now = mondayMorning
  })

  test('leaves alone a clock whose limit stays the same', async () => {
    const { id } = await matterIn(server, 'accepted')
    const before = await clockOf(id, 'dispatch')
    await sorted(id, 'normal')
    expect(await clockOf(id, 'dispatch')).toEqual(before)
  })

  test('tells anew what lies ahead again, and at once what the new limit has made late', async () => {
    const { id } = await matterIn(server, 'accepted')
    const { id: clock, startedAt } = await clockOf(id, 'dispatch')
    server.now = at(startedAt) + 20 * minute
    await sorted(id, 'critical')
    await round()
    expect((await notices(id)).filter((line) => line.includes('dispatch'))).toEqual([
      'clockLate dispatch 柳岸社区',
    ])
    expect(await toldOf(clock)).toBe(2)
    await sorted(id, 'normal')
    expect(await toldOf(clock)).toBe(0)
    await round()
    expect(await notices(id)).toHaveLength(1)
    server.now = at((await clockOf(id, 'dispatch')).warnAt)
    await round()
    expect((await notices(id)).at(-1)).toBe('clockNearing dispatch 柳岸社区')
    server.now = mondayMorning
  })
})

describe('the sweep', () => {
  test('tells the unit once when a limit nears, and unit and centre once when it is late and when it is far over', async () => {
    const { id } = await matterIn(server, 'dispatched', { name: undefined, phone: undefined })
    const sign = await clockOf(id, 'sign')
    const { rows } = await server.owner.query(`select over_at from clock where id = $1`, [sign.id])
    await round()
    expect(await notices(id)).toEqual([])
    server.now = at(sign.warnAt)
    await round()
    expect(await notices(id)).toEqual(['clockNearing sign 枫溪区住建局'])
    server.now = at(sign.dueAt)
    await Promise.all([round(), round(), round()])
    await round()
    const late = ['clockLate sign 枫溪区住建局', 'clockLate sign 柳岸社区']
    expect((await notices(id)).slice(1)).toEqual(late)
    server.now = rows[0].over_at.getTime()
    await Promise.all([round(), round()])
    expect((await notices(id)).filter((line) => line.startsWith('clockFarOver sign'))).toHaveLength(2)
    expect(await server.as('housing').ok('listNotices', {})).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ kind: 'clockFarOver', clock: 'sign' })]),
    })
    server.now = mondayMorning
  })

  test('tells only the last mark when it slept through the others', async () => {
    const { id } = await report(server)
    server.now = Date.UTC(2026, 11, 10)
    await round()
    expect(await notices(id)).toEqual(['clockFarOver accept 柳岸社区'])
    server.now = mondayMorning
  })

  test('that is killed has told nothing, and the next one tells', async () => {
    const { id } = await report(server)
    server.now = at((await clockOf(id, 'accept')).dueAt)
    const scope = scopeOf({ kind: 'system', districtId: district })
    await expect(
      inScope(server.platform.db, scope, async (tx) => {
        expect(await sweepClocks(tx, district, server.now)).toBeGreaterThan(0)
        throw new Error('killed')
      }),
    ).rejects.toThrow('killed')
    expect(await notices(id)).toEqual([])
    await round()
    expect(await notices(id)).toEqual(['clockLate accept 柳岸社区'])
    server.now = mondayMorning
  })

  test('leaves a clock alone that stopped in time', async () => {
    const { id } = await matterIn(server, 'accepted')
    server.now = Date.UTC(2026, 10, 24, 12)
    await round()
    expect((await notices(id)).filter((line) => line.includes('accept'))).toEqual([])
    server.now = mondayMorning
  })

  test('proves that it is alive, and its silence raises an alarm', async () => {
    await server.owner.query('delete from heartbeat')
    const alarms = async () => (await server.as('leader').ok('listAlarms', {})).rows.map((row) => row.kind)
    expect(await server.visitor.ok('health', {})).toMatchObject({
      ok: false,
      database: true,
      workerSeconds: null,
    })
    expect(await alarms()).toContain('workerSilent')
    await round()
    expect(await server.visitor.ok('health', {})).toMatchObject({ ok: true, workerSeconds: 0 })
    expect(await alarms()).not.toContain('workerSilent')
    server.pass(3 * minute)
    expect(await server.visitor.ok('health', {})).toMatchObject({ ok: false, workerSeconds: 180 })
    expect(await alarms()).toContain('workerSilent')
    server.now = mondayMorning
  })
})

test('a late matter shows as late in the list, the count and the flags', async () => {
  const { id, number } = await report(server)
  server.now = Date.UTC(2026, 10, 24, 12)
  const clerk = server.as('clerk')
  const { rows } = await clerk.ok('listMatters', { query: { box: 'area', late: '1', q: number } })
  expect(rows).toMatchObject([{ id, flags: ['late'], clock: { kind: 'accept' } }])
  expect((await clerk.ok('countMatters', {})).late).toBeGreaterThan(0)
  server.now = mondayMorning
})
