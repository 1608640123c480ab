import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '#domain/actor.ts'
import { facts, factTable } from '#domain/insight/facts.ts'
import { type Period, periods } from '#domain/insight/periods.ts'
import { reachingSeat } from '#domain/org/grants.ts'
import { servesPath } from '#domain/org/tree.ts'
import type { MatterRow } from '#server/db/tables.gen.ts'
import { matterOf } from '#server/matter/rows.ts'
import type { Answer, Given } from '#test/client.ts'
import { district, type Login } from '#test/factory.ts'
import { fillMatters } from '#test/fill.ts'
import { matterIn, report } from '#test/matters.ts'
import { day, startServer, type TestServer } from '#test/server.ts'

type Query = Partial<Given<'listMatters'>['query']>
type Numbers = Answer<'getStartNumbers'>

let server: TestServer
const numbers = (login: Login, period: Period = 'thisMonth') =>
  server.as(login).ok('getStartNumbers', { query: { period } })

/** How many rows a list has, page by page. */
async function lengthOf(login: Login, query: Query): Promise<number> {
  let length = 0
  let cursor: string | undefined
  do {
    const page = await server.as(login).ok('listMatters', {
      query: { sort: 'new', ...query, limit: 100, ...(cursor ? { cursor } : {}) } as never,
    })
    length += page.rows.length
    cursor = page.next ?? undefined
  } while (cursor)
  return length
}

/** Holds every number against the list that it opens. */
async function expectLists(login: Login, told: Numbers): Promise<void> {
  const { from, to } = told
  const list = (query: Query) => lengthOf(login, { box: 'all', from, to, ...query })
  for (const fact of facts) expect(await list({ fact }), `${login} ${fact}`).toBe(told.facts[fact])
  for (const { channel, matters } of told.byChannel)
    expect(await list({ fact: 'received', channel }), channel).toBe(matters)
  for (const { closureKind, matters } of told.byClosure)
    expect(await list({ fact: 'closed', closureKind }), closureKind).toBe(matters)
  for (const { level, matters } of told.byLevel)
    expect(await list({ fact: 'settled', level }), level).toBe(matters)
}

describe('of matters in known states', () => {
  beforeAll(async () => {
    server = await startServer()
    const [clerk, housing] = [server.as('clerk'), server.as('housing')]
    const revisited = async (inputs: object[], kind: string) => {
      const { id } = await matterIn(server, 'revisiting')
      for (const input of inputs) await clerk.move(id, 'revisit', input)
      await clerk.move(id, 'close', { closureKind: kind, summary: '办完' } as never)
    }
    const spoken = { reached: true, how: 'phone' } as const
    await matterIn(server, 'closed')
    await revisited([{ ...spoken, solved: true, satisfied: 'basically' }], 'agreed')
    await revisited([{ ...spoken, solved: false, satisfied: 'unsatisfied' }], 'procedural')
    const missed = { reached: false, how: 'phone' }
    await revisited([missed, missed, missed], 'stabilised')
    const anonymous = { name: undefined, phone: undefined }
    const nobody = await matterIn(server, 'revisiting', anonymous)
    await clerk.move(nobody.id, 'close', { closureKind: 'resolved', summary: '灯已亮' })
    const refused = await report(server)
    await clerk.move(refused.id, 'refuse', { route: 'court', reason: '属于诉讼' })
    const contacted = await matterIn(server, 'handling')
    await housing.move(contacted.id, 'contact', { how: 'phone', note: '约好明天上门' })
    await matterIn(server, 'dispatched')
    await report(server, { placeCode: server.town.places.plum })
    await report(server, { placeCode: server.town.places.reed })
    const secret = await report(server)
    await server.owner.query('update matter set sensitive = true where id = $1', [secret.id])
    // One matter raised by five people.
    const many = await report(server)
    await server.owner.query('update matter set appeals = 5 where id = $1', [many.id])
  }, 60_000)
  afterAll(() => server.close())

  test('the clerk is told the numbers of the community, and they are right', async () => {
    const told = await numbers('clerk')
    expect(told).toMatchObject({ from: '2026-11-01', to: '2026-11-23', areas: ['柳岸社区'] })
    expect(told.facts).toEqual({
      ...{ received: 9, contactCounted: 1, contactMet: 1, handleCounted: 5, handleMet: 5 },
      ...{ open: 3, late: 0, nearing: 0, closed: 6, answered: 3, solved: 2, rated: 3, satisfied: 1 },
      ...{ basically: 1, notReached: 1, notAsked: 0, noContact: 1, settled: 3 },
      ...{ stayed: 9, keptGrid: 0, keptCommunity: 3, keptStreet: 3 },
    })
    expect(told.receivedVoices).toBe(13)
    expect(told.byClosure).toEqual([
      { closureKind: 'resolved', matters: 2 },
      { closureKind: 'agreed', matters: 1 },
      { closureKind: 'procedural', matters: 1 },
      { closureKind: 'stabilised', matters: 1 },
      { closureKind: 'notAccepted', matters: 1 },
    ])
    expect(told.byLevel).toEqual([{ level: 'district', matters: 3 }])
    expect(told.byChannel).toEqual([{ channel: 'qr', matters: 9, voices: 13 }])
  })

  test('the leader is told those of the district, the street those of the street, a department its own', async () => {
    expect((await numbers('leader')).facts).toMatchObject({ received: 11, open: 5 })
    expect((await numbers('supervisor')).facts).toMatchObject({ received: 10, open: 4 })
    expect((await numbers('housing')).areas).toEqual(['枫溪区住建局'])
    expect((await numbers('housing')).facts).toMatchObject({ received: 7, open: 2, closed: 5 })
    expect((await numbers('plumclerk')).facts).toMatchObject({ received: 1, open: 1, closed: 0 })
  })

  test('who reads no matters is told no numbers', async () => {
    expect((await server.as('admin').no('getStartNumbers', { query: {} })).status).toBe(403)
  })

  test('what is overdue and still open counts against both rates', async () => {
    server.pass(60 * day)
    const told = await numbers('clerk', 'thisYear')
    expect(told.from).toBe('2027-01-01')
    expect(told.facts).toMatchObject({ received: 0, open: 3, late: 3, nearing: 0 })
    server.pass(-60 * day)
    server.pass(7 * day)
    const week = await numbers('clerk', 'thisMonth')
    expect(week.facts).toMatchObject({ received: 9, contactCounted: 2, contactMet: 1 })
    expect(week.facts.late).toBeGreaterThan(0)
    for (const login of ['clerk', 'leader', 'housing'] as const)
      await expectLists(login, await numbers(login, 'last30'))
    server.pass(-7 * day)
  })

  test('a month begins and ends at midnight in China', async () => {
    const { id } = await report(server, { placeCode: server.town.places.reed })
    const at = async (text: string) => {
      await server.owner.query('update matter set received_at = $2 where id = $1', [id, text])
      return [
        (await numbers('reedclerk', 'thisMonth')).facts.received,
        (await numbers('reedclerk', 'lastMonth')).facts.received,
      ]
    }
    expect(await at('2026-10-31T15:59:59.999Z')).toEqual([1, 1])
    expect(await at('2026-10-31T16:00:00Z')).toEqual([2, 0])
    expect(await at('2026-09-30T16:00:00Z')).toEqual([1, 1])
    expect(await at('2026-09-30T15:59:59.999Z')).toEqual([1, 0])
  })
})

describe('of hundreds of matters that stand in every way', () => {
  beforeAll(async () => {
    server = await startServer()
    await fillMatters(server, 900)
    await server.owner.query(
      `update matter set solved = (array[true, false, null])[1 + h % 3],
        satisfied = case when h % 3 < 2 then (array['satisfied', 'basically', 'unsatisfied', null])[1 + h / 3 % 4] end,
        revisit_tries = h / 7 % 3, has_contact = h / 5 % 2 = 0, appeals = 1 + h / 11 % 4,
        received_at = received_at - make_interval(days => h / 13 % 60), closed_at = closed_at - make_interval(days => h / 17 % 60),
        level = (array['community', 'street', 'district'])[1 + h / 2 % 3], channel = (array['qr', 'desk', 'hotline'])[1 + h / 3 % 3],
        due_at = case when state <> 'closed' then $1::timestamptz + make_interval(hours => h % 40 - 20) end,
        closure_kind = case when state = 'closed' then (array['resolved', 'agreed', 'referred', 'procedural', 'withdrawn',
          'notAccepted'])[1 + h / 19 % 6] end
      from (select id i, abs(hashtext(number)) h from matter) x where id = i`,
      [new Date(server.now)],
    )
    await server.owner.query(
      `update clock set kind = (array['contact', 'handle', 'sign'])[1 + h % 3],
        outcome = case when stopped_at is not null then (array['met', 'late', 'dropped'])[1 + h / 3 % 3] end,
        due_at = $1::timestamptz + make_interval(hours => h / 7 % 40 - 20), warn_at = $1::timestamptz + make_interval(hours => h / 7 % 40 - 32)
      from (select id i, abs(hashtext(id::text)) h from clock) x where id = i`,
      [new Date(server.now)],
    )
  }, 60_000)
  afterAll(() => server.close())

  test.each(['clerk', 'leader', 'housing', 'gridder'] as const)(
    'every number that %s is told is the count of the list it opens',
    async (login) => {
      for (const period of periods) await expectLists(login, await numbers(login, period))
    },
    60_000,
  )

  test('what is counted is what the first lock reaches, secrets left out', async () => {
    await server.owner.query(
      `update matter set sensitive = abs(hashtext(number)) % 4 = 0,
      need_to_know = case when abs(hashtext(number)) % 8 = 0 then array[$1::uuid] else '{}' end`,
      [server.town.staff.clerk.accountId],
    )
    const { rows } = await server.owner.query<MatterRow>(
      `select * from matter where received_at >= '2025-12-31T16:00Z'`,
    )
    for (const login of ['clerk', 'plumclerk', 'sorter', 'leader', 'housing', 'gridder', 'expert'] as const) {
      const { accountId, seats } = await server.as(login).ok('getMe', {})
      const actor: StaffActor = {
        ...{ kind: 'staff', districtId: district, accountId, name: login },
        seats: seats.map((seat) => {
          const unit = Object.values(server.town.units).find((one) => one.id === seat.unitId)
          const unitPath = unit?.path ?? ''
          return { ...seat, unitPath, servesPath: servesPath({ kind: seat.unitKind, path: unitPath }) }
        }),
      }
      const reached = rows.filter((row) => reachingSeat(actor, 'matter.read', matterOf(row)))
      expect((await numbers(login, 'thisYear')).facts.received, login).toBe(reached.length)
    }
    await server.owner.query('update matter set sensitive = false')
  })

  test('no number here is right by being nothing', async () => {
    const told = await numbers('leader', 'last30')
    for (const fact of facts) expect(told.facts[fact], fact).toBeGreaterThan(0)
    expect(told.byChannel.length * told.byClosure.length * told.byLevel.length).toBeGreaterThan(30)
    for (const fact of facts.filter((one) => factTable[one].basis === 'received'))
      expect(told.facts[fact]).toBeLessThanOrEqual(told.facts.received)
  })
})
