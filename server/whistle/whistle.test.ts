import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statusesOf } from '#test/client.ts'
import { district, freshId, type Login } from '#test/factory.ts'
import { matterIn, report, triage } from '#test/matters.ts'
import { day, hour, minute, startServer, type TestServer } from '#test/server.ts'
import { appointLeaders, blow, blowing, firstLeader, moving, secondLeader, work } from '#test/whistles.ts'
import { goRound } from '../jobs/rounds.ts'

const [housing, water, power] = ['枫溪区住建局', '枫溪区水务局', '枫溪供电公司']

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  await appointLeaders(server)
})
afterAll(() => server.close())

const no = (login: Login, given: ReturnType<typeof moving>) => server.as(login).no('moveWhistle', given)
const ok = (login: Login, given: ReturnType<typeof moving>) => server.as(login).ok('moveWhistle', given)
const see = (login: Login, id: string) => server.as(login).ok('getWhistle', { params: { id } })
const kindsTold = async (login: Login, id: string) =>
  (await server.as(login).ok('listNotices', { query: { limit: '100' } })).rows
    .filter(({ whistle }) => whistle?.id === id)
    .map(({ kind }) => kind)

describe('a whistle', () => {
  test('sounds at once, is told to whom it calls, and has a number of its year', async () => {
    const whistle = await blow(server)
    expect(whistle).toMatchObject({ state: 'sounding', unitName: '北桥街道', may: ['upgrade', 'callOff'] })
    expect(whistle.number).toMatch(/^CS2026-\d{4}$/)
    expect(whistle.lines.map(({ unitName, role, step }) => [unitName, role, step])).toEqual([
      [housing, 'lead', 'sign'],
      [water, 'assist', 'sign'],
    ])
    expect(await kindsTold('housing', whistle.id)).toEqual(['whistleCalled'])
    expect(await kindsTold('power', whistle.id)).toEqual([])
    const mine = await server.as('housing').ok('listWhistles', {})
    expect(mine.rows.find(({ id }) => id === whistle.id)).toMatchObject({
      problem: '河堤护栏断了两处，夜里有人散步',
    })
  })

  test('is one, sent twice or at once; another under the same id is refused', async () => {
    const given = blowing(server)
    const twins = await Promise.all([1, 2, 3].map(() => server.as('sorter').send('blowWhistle', given)))
    expect(statusesOf(twins)).toEqual([200, 200, 200])
    expect(new Set(twins.map((twin) => twin.json().number)).size).toBe(1)
    const other = { body: { ...given.body, kind: 'emergency' as const } }
    expect(await server.as('sorter').no('blowWhistle', other)).toMatchObject({ refused: 'commandReused' })
    const again = { body: { ...given.body, commandId: freshId() } }
    expect(await server.as('sorter').no('blowWhistle', again)).toMatchObject({ refused: 'commandReused' })
  })

  test('gives its numbers without a gap where many blow at once', async () => {
    const many = await Promise.all(Array.from({ length: 6 }, () => blow(server)))
    const numbers = many.map(({ number }) => Number(number.slice(-4))).toSorted((a, b) => a - b)
    expect(numbers.map((n) => n - (numbers[0] ?? 0))).toEqual([0, 1, 2, 3, 4, 5])
  })

  test('is refused with the place to mend: oneself, a closed unit, twice, who is no department, nobody known', async () => {
    const { units } = server.town
    const why = (more: object, login: Login = 'sorter') =>
      server.as(login).no('blowWhistle', blowing(server, more))
    expect(await why({ leadId: units.willow.id })).toMatchObject({ refused: 'whistleOwn', field: 'leadId' })
    expect(await why({ leadId: units.south.id })).toMatchObject({ refused: 'whistleNobody', field: 'leadId' })
    expect(await why({ assistIds: [units.water.id, units.housing.id] })).toMatchObject({
      ...{ refused: 'whistleTwice', field: 'assistIds.1', facts: { unit: housing } },
    })
    expect(await why({ leadId: freshId() })).toMatchObject({ refused: 'notFound', field: 'leadId' })
    expect(await why({ arrivalAt: new Date(server.now - day).toISOString() })).toMatchObject({
      ...{ refused: 'arrivalPast', field: 'arrivalAt' },
    })
    expect(await why({ matters: ['261123-99999-1'] })).toMatchObject({
      refused: 'notFound',
      field: 'matters.0',
    })
    expect(await why({ problem: '  ' })).toMatchObject({ refused: 'missingField', field: 'problem' })
    await server.owner.query(`update unit set valid_to = '2026-11-01' where id = $1`, [units.power.id])
    expect(await why({ leadId: units.power.id })).toMatchObject({ refused: 'closedUnit', field: 'leadId' })
    await server.owner.query('update unit set valid_to = null where id = $1', [units.power.id])
  })

  test('is blown by whom the unit lets: no desk, no other street, no department, a hard one by a leader only', async () => {
    const why = (login: Login, more: object = {}) => server.as(login).no('blowWhistle', blowing(server, more))
    expect(await why('desk')).toMatchObject({ refused: 'notYours' })
    expect(await why('housing')).toMatchObject({ refused: 'notYours' })
    expect(await why('southsorter')).toMatchObject({ refused: 'notYourWhistle', field: 'unitId' })
    expect(await why('topsorter')).toMatchObject({ refused: 'notYourWhistle', field: 'unitId' })
    expect(await why('sorter', { kind: 'hard' })).toMatchObject({ refused: 'notYourWhistle', field: 'kind' })
    const form = await server.as('clerk').ok('getWhistleForm', {})
    expect(form.units.map(({ name, kinds }) => [name, kinds])).toEqual([
      ['柳岸社区', ['routine', 'emergency']],
    ])
    expect(form.units[0]?.callable.map(({ name }) => name)).toEqual([housing, water, power])
  })
})

describe('a hard whistle', () => {
  test('waits for a second leader of the unit, who is never the one that asked', async () => {
    const whistle = await blow(server, { kind: 'hard' }, firstLeader)
    expect(whistle).toMatchObject({ state: 'waiting', may: ['callOff'] })
    expect(await server.as('housing').no('getWhistle', { params: { id: whistle.id } })).toMatchObject({
      status: 404,
    })
    const todo = await server.as(secondLeader).ok('listWhistles', {})
    expect(todo.rows.map(({ id }) => id)).toContain(whistle.id)
    const second = moving(whistle, null, { verb: 'second' })
    expect(await no(firstLeader, second)).toMatchObject({ refused: 'notYours' })
    expect(await no('sorter', second)).toMatchObject({ refused: 'notYours' })
    expect(await no('leader', second)).toMatchObject({ refused: 'notYours' })
    server.pass(hour)
    const sounding = await ok(secondLeader, second)
    expect(sounding.state).toBe('sounding')
    // the hour of the departments runs from the sound, not from when it was asked for
    expect(sounding.lines[0]?.calledAt).toBe(new Date(server.now).toISOString())
    expect(await kindsTold('water', whistle.id)).toEqual(['whistleCalled'])
  })

  test('that is declined has called nobody', async () => {
    const whistle = await blow(server, { kind: 'hard' }, firstLeader)
    const declined = await ok(
      secondLeader,
      moving(whistle, null, { verb: 'decline', reason: '先由社区协调' }),
    )
    expect(declined).toMatchObject({ state: 'declined', may: [] })
    expect(declined.lines.map(({ outcome }) => outcome)).toEqual(['calledOff', 'calledOff'])
    expect(await server.as('housing').no('getWhistle', { params: { id: whistle.id } })).toMatchObject({
      status: 404,
    })
    expect(await kindsTold(firstLeader, whistle.id)).toContain('whistleDeclined')
  })
})

describe('a called department', () => {
  test('does its steps in order, by its own people only, and each step once', async () => {
    const whistle = await blow(server)
    const sign = moving(whistle, housing, { verb: 'sign' })
    expect(await no('water', sign)).toMatchObject({ refused: 'notYours' })
    expect(await no('sorter', sign)).toMatchObject({ refused: 'notYours' })
    expect(await no('power', sign)).toMatchObject({ status: 404 })
    const early = moving(whistle, housing, { verb: 'plan', what: '换立柱', until: '2026-11-27' })
    expect(await no('housing', early)).toMatchObject({ refused: 'whistleNotNow' })
    const twins = await Promise.all([1, 2].map(() => server.as('housing').send('moveWhistle', sign)))
    expect(statusesOf(twins)).toEqual([200, 200])
    expect(await no('housing2', moving(whistle, housing, { verb: 'sign' }))).toMatchObject({
      refused: 'whistleNotNow',
    })
    expect(await no('housing2', sign)).toMatchObject({ refused: 'commandReused' })
    const nobody = {
      params: { id: whistle.id },
      body: { ...sign.body, commandId: freshId(), lineId: freshId() },
    }
    expect(await no('housing', nobody as never)).toMatchObject({ status: 404 })
  })

  test('goes from signing to a confirmed end, and both sides rate each other once', async () => {
    const whistle = await blow(server, { assistIds: [] })
    const done = await work(server, whistle, { login: 'housing', unit: housing, upTo: 'finish' })
    expect(done.lines[0]).toMatchObject({ step: 'confirm', finished: 'solved', may: ['rateBack'] })
    expect(await kindsTold('sorter', whistle.id)).toEqual(['whistleFinished'])
    await ok('housing', moving(done, housing, { verb: 'rateBack', accurate: true }))
    const over = await ok('sorter', moving(done, housing, { verb: 'confirm' }))
    expect(over).toMatchObject({
      state: 'over',
      lines: [{ outcome: 'confirmed', step: null, may: ['rate'] }],
    })
    const bad = { verb: 'rate', speed: 'satisfied', help: 'basically', result: 'unsatisfied' } as const
    expect(await no('sorter', moving(over, housing, bad))).toMatchObject({
      refused: 'missingField',
      field: 'reason',
    })
    expect(await no('housing', moving(over, housing, bad))).toMatchObject({ refused: 'notYours' })
    const rated = await ok('sorter', moving(over, housing, { ...bad, reason: '两根立柱又松了' }))
    expect(rated.lines[0]).toMatchObject({ rating: { result: 'unsatisfied' }, ratedBack: { accurate: true } })
    expect(await no('sorter', moving(over, housing, { ...bad, reason: '再说一次' }))).toMatchObject({
      refused: 'whistleRated',
    })
    expect(rated.told.map(({ verb }) => verb)).toEqual([
      ...['blow', 'sign', 'contact', 'arrive', 'plan', 'finish', 'rateBack', 'confirm', 'rate'],
    ])
    expect(rated.told.find(({ verb }) => verb === 'arrive')?.words).toMatchObject({
      found: '护栏立柱锈断两根',
    })
    const { rows } = await server.owner.query(
      `select count(*)::int n from whistle_action where whistle_id = $1 and payload::text ~ '立柱|护栏'`,
      [whistle.id],
    )
    expect(rows[0].n, 'what was said stands under seal only').toBe(0)
  })

  test('is sent back once with a reason, plans anew, and not again', async () => {
    const whistle = await blow(server, { assistIds: [] })
    const done = await work(server, whistle, { login: 'housing', unit: housing, upTo: 'finish' })
    const back = await ok('sorter', moving(done, housing, { verb: 'sendBack', reason: '只修了一处' }))
    expect(back.lines[0]).toMatchObject({ step: 'plan', isSentBack: true, finished: null })
    expect(await kindsTold('housing', whistle.id)).toContain('whistleSentBack')
    const until = '2026-11-24'
    await ok('housing', moving(back, housing, { verb: 'plan', what: '再修一处', until }))
    const again = await ok(
      'housing',
      moving(back, housing, { verb: 'finish', outcome: 'solved', result: '都修了' }),
    )
    expect(again.lines[0]?.step).toBe('confirm')
    expect(await no('sorter', moving(back, housing, { verb: 'sendBack', reason: '还是' }))).toMatchObject({
      refused: 'sentBackOnce',
    })
  })
})

describe('an objection', () => {
  test('stops the clocks until the centre of the district rules; overruled it goes on and is not made again', async () => {
    const whistle = await blow(server)
    const object = moving(whistle, water, { verb: 'object', reason: '护栏不归水务' })
    const objected = await ok('water', object)
    expect(objected.lines[1]).toMatchObject({ step: 'rule', dueAt: expect.any(String) })
    expect(objected.lines[1]?.steps[0]).toMatchObject({ step: 'sign', dueAt: null })
    const rule = moving(whistle, water, { verb: 'rule', ruling: 'overruled', reason: '河堤由水务管护' })
    expect(await no('sorter', rule)).toMatchObject({ refused: 'notYours' })
    expect(await no('leader', rule)).toMatchObject({ refused: 'notYours' })
    expect((await server.as('topsorter').ok('listWhistles', {})).rows.map(({ id }) => id)).toContain(
      whistle.id,
    )
    server.pass(2 * hour)
    const ruled = await ok('topsorter', rule)
    expect(ruled.lines[1]).toMatchObject({ step: 'sign', objection: { ruling: 'overruled' } })
    expect(Date.parse(ruled.lines[1]?.dueAt ?? '')).toBeGreaterThan(server.now)
    expect(await no('water', moving(whistle, water, { verb: 'object', reason: '还是不归' }))).toMatchObject({
      refused: 'objectedOnce',
    })
    expect(await kindsTold('water', whistle.id)).toContain('whistleRuled')
  })

  test('that is upheld releases, and one of the others leads; another department may be named instead', async () => {
    const whistle = await blow(server)
    await ok('housing', moving(whistle, housing, { verb: 'object', reason: '不属本部门职责' }))
    const rule = { verb: 'rule', reason: '属于水务' } as const
    const upheld = await ok('topsorter', moving(whistle, housing, { ...rule, ruling: 'upheld' }))
    expect(upheld.lines.map(({ unitName, role, outcome }) => [unitName, role, outcome])).toEqual([
      [water, 'lead', null],
      [housing, 'lead', 'released'],
    ])
    await ok('water', moving(whistle, water, { verb: 'object', reason: '属于供电' }))
    const other = { ...rule, ruling: 'other' } as const
    const { units } = server.town
    expect(await no('topsorter', moving(whistle, water, other))).toMatchObject({ field: 'unitId' })
    const twice = moving(whistle, water, { ...other, unitId: units.housing.id })
    expect(await no('topsorter', twice)).toMatchObject({ refused: 'whistleTwice', field: 'unitId' })
    const named = await ok('topsorter', moving(whistle, water, { ...other, unitId: units.power.id }))
    expect(named.lines[0]).toMatchObject({ unitName: power, role: 'lead', step: 'sign' })
    expect(named.state).toBe('sounding')
    expect(await kindsTold('power', whistle.id)).toContain('whistleCalled')
  })
})

describe('the whole whistle', () => {
  test('is called off with a reason, and tells who was called', async () => {
    const whistle = await blow(server)
    const off = await ok('sorter', moving(whistle, null, { verb: 'callOff', reason: '社区已经修好' }))
    expect(off).toMatchObject({
      state: 'calledOff',
      lines: [{ outcome: 'calledOff' }, { outcome: 'calledOff' }],
    })
    expect(await kindsTold('water', whistle.id)).toContain('whistleOff')
    expect(await no('water', moving(whistle, water, { verb: 'sign' }))).toMatchObject({
      refused: 'whistleNotNow',
    })
  })

  test('that was passed up is in the hands of the district, which confirms; who blew still rates', async () => {
    const whistle = await blow(server, { assistIds: [] })
    const up = moving(whistle, null, { verb: 'upgrade', reason: '要协调两个区级部门' })
    expect(await no('housing', up)).toMatchObject({ refused: 'notYours' })
    expect(await ok('sorter', up)).toMatchObject({ isUpgraded: true, may: [] })
    expect(await no('sorter', moving(whistle, null, { verb: 'upgrade', reason: '再' }))).toMatchObject({
      refused: 'whistleUpgraded',
    })
    const done = await work(server, whistle, { login: 'housing', unit: housing, upTo: 'finish' })
    expect(await no('sorter', moving(done, housing, { verb: 'confirm' }))).toMatchObject({
      refused: 'notYours',
    })
    await ok('topsorter', moving(done, housing, { verb: 'confirm' }))
    expect((await see('sorter', whistle.id)).lines[0]?.may).toEqual(['rate'])
    expect((await see('topsorter', whistle.id)).lines[0]?.may).toEqual([])
  })

  test('that was misused is noted by the centre of the district, once and with its reason', async () => {
    const whistle = await blow(server)
    const misuse = moving(whistle, null, { verb: 'misuse', reason: '社区自己就能处理' })
    expect(await no('sorter', misuse)).toMatchObject({ refused: 'notYours' })
    expect(await ok('topsorter', misuse)).toMatchObject({ isMisused: true })
    expect(await no('topsorter', moving(whistle, null, { verb: 'misuse', reason: '再' }))).toMatchObject({
      refused: 'whistleMisused',
    })
    expect(await kindsTold('sorter', whistle.id)).toContain('whistleMisused')
  })
})

describe('who sees it', () => {
  test('its area, those above, and whom it called; nobody beside', async () => {
    const whistle = await blow(server)
    for (const login of [
      'sorter',
      'desk',
      'supervisor',
      'leader',
      'topsorter',
      'housing',
      'water',
      firstLeader,
    ] as const)
      expect((await see(login, whistle.id)).id).toBe(whistle.id)
    for (const login of ['southsorter', 'reedclerk', 'power', 'clerk'] as const) {
      expect(await server.as(login).no('getWhistle', { params: { id: whistle.id } })).toMatchObject({
        status: 404,
      })
      for (const of of ['todo', 'blown', 'area', 'done'] as const) {
        const { rows } = await server.as(login).ok('listWhistles', { query: { of, limit: '100' } })
        expect(rows.map(({ id }) => id)).not.toContain(whistle.id)
      }
    }
  })

  test('its matter only whoever may see that anyway; a need-to-know one cannot be linked', async () => {
    const matter = await report(server)
    const { number } = await server.as('clerk').ok('getMatter', { params: { id: matter.id } })
    const whistle = await blow(server, { matters: [number] })
    expect(whistle.matters).toMatchObject([{ id: matter.id, number }])
    expect((await see('housing', whistle.id)).matters).toEqual([])
    const ofMatter = await server.as('clerk').ok('listMatterWhistles', { params: { id: matter.id } })
    expect(ofMatter).toMatchObject({ rows: [{ id: whistle.id, mayOpen: false }], mayBlow: true })
    expect(await server.as('housing').no('listMatterWhistles', { params: { id: matter.id } })).toMatchObject({
      status: 404,
    })
    expect(
      await server
        .as('southsorter')
        .no('blowWhistle', blowing(server, { unitId: server.town.units.south.id, matters: [number] })),
    ).toMatchObject({
      ...{ refused: 'notFound', field: 'matters.0' },
    })
    const secret = await matterIn(server, 'accepted')
    const flagged = {
      ...triage,
      sensitive: ['domesticViolence'],
      needToKnow: [server.town.staff.sorter.accountId],
    }
    await server.owner.query('update matter set sensitive = true, need_to_know = $2 where id = $1', [
      secret.id,
      flagged.needToKnow,
    ])
    const { number: kept } = await server.as('sorter').ok('getMatter', { params: { id: secret.id } })
    expect(await server.as('sorter').no('blowWhistle', blowing(server, { matters: [kept] }))).toMatchObject({
      ...{ refused: 'whistleLocked', field: 'matters.0', facts: { number: kept } },
    })
    expect(
      await server.as(firstLeader).no('blowWhistle', blowing(server, { matters: [kept] })),
    ).toMatchObject({ refused: 'notFound' })
  })

  test('once its matter becomes need-to-know, only who blew it and who is called', async () => {
    const matter = await report(server)
    const { number } = await server.as('clerk').ok('getMatter', { params: { id: matter.id } })
    const whistle = await blow(server, { matters: [number] })
    expect((await see('leader', whistle.id)).id).toBe(whistle.id)
    await server.owner.query('update matter set sensitive = true where id = $1', [matter.id])
    const { id } = whistle
    for (const login of ['leader', 'supervisor', 'topsorter', firstLeader] as const) {
      expect(await server.as(login).no('getWhistle', { params: { id } })).toMatchObject({ status: 404 })
      const { rows } = await server.as(login).ok('listWhistles', { query: { of: 'area', limit: '100' } })
      expect(rows.map((row) => row.id)).not.toContain(id)
    }
    expect((await see('sorter', id)).matters).toEqual([])
    expect((await see('housing', id)).problem).toContain('护栏')
    await ok('housing', moving(whistle, housing, { verb: 'object', reason: '不属本部门职责' }))
    expect((await see('topsorter', id)).lines[0]?.may).toEqual(['rule'])
  })
})

describe('lateness', () => {
  test('is told once at each mark: near to the unit, late also to who blew, twice the time also to the district', async () => {
    // Monday, so that the office hours of the limit are this morning's
    server.now = Date.UTC(2026, 10, 30, 1, 30)
    const whistle = await blow(server, { assistIds: [] })
    const sweep = async (ms: number) => {
      server.pass(ms)
      await Promise.all([goRound(server.platform), goRound(server.platform)])
    }
    await sweep(50 * minute)
    expect(await kindsTold('housing', whistle.id)).toEqual(['whistleNear', 'whistleCalled'])
    expect(await kindsTold('sorter', whistle.id)).toEqual([])
    await sweep(15 * minute)
    expect(await kindsTold('housing', whistle.id)).toEqual(['whistleLate', 'whistleNear', 'whistleCalled'])
    expect(await kindsTold('sorter', whistle.id)).toEqual(['whistleLate'])
    const [row] = (await server.as('sorter').ok('listWhistles', { query: { of: 'blown', late: '1' } })).rows
    expect(row).toMatchObject({ id: whistle.id, lines: [{ lateness: 'late' }] })
    await sweep(61 * minute)
    expect(await kindsTold('topsorter', whistle.id)).toEqual(['whistleFar'])
    await sweep(hour)
    expect(await kindsTold('housing', whistle.id)).toHaveLength(4)
    const signed = await ok('housing', moving(whistle, housing, { verb: 'sign' }))
    expect(signed.lines[0]?.steps[0]).toMatchObject({ lateness: 'late' })
  })

  test('of a second approval is told to the leaders once', async () => {
    const whistle = await blow(server, { kind: 'hard' }, firstLeader)
    server.pass(2 * day)
    await goRound(server.platform)
    await goRound(server.platform)
    expect(await kindsTold(secondLeader, whistle.id)).toEqual(['whistleLate', 'whistleToApprove'])
  })
})

describe('the indicators of a month', () => {
  test('count both sides in the order of the tree, for whoever sees the area; a department sees itself', async () => {
    const month = '2026-11'
    const all = await server.as('leader').ok('getWhistleFigures', { query: { month } })
    expect(all.units.map(({ unitName }) => unitName)).toEqual([housing, water, power])
    const own = await server.as('housing').ok('getWhistleFigures', { query: { month } })
    expect(own.units.map(({ unitName }) => unitName)).toEqual([housing])
    expect(own.blowers).toEqual([])
    const [street] = all.blowers
    expect(street?.blown).toBeGreaterThan(10)
    expect(all.units[0]?.sign.of).toBeGreaterThan(0)
    const none = await server.as('leader').ok('getWhistleFigures', { query: { month: '2026-10' } })
    expect(none).toMatchObject({ blowers: [], units: [] })
  })
})

test('lists go on from page to page without a gap or a double, by what is due and by what is new', async () => {
  for (const [login, of] of [
    ['sorter', 'blown'],
    ['housing', 'todo'],
    ['leader', 'area'],
  ] as const) {
    const seen: string[] = []
    const whole = (await server.as(login).ok('listWhistles', { query: { of, limit: '100' } })).rows.map(
      ({ id }) => id,
    )
    let cursor: string | null = null
    do {
      const query: Record<string, string> = { of, limit: '3', ...(cursor === null ? {} : { cursor }) }
      const page = await server.as(login).ok('listWhistles', { query })
      seen.push(...page.rows.map(({ id }) => id))
      cursor = page.next
    } while (cursor !== null)
    expect(seen).toEqual(whole)
  }
  const bad = await server.as('sorter').no('listWhistles', { query: { cursor: "x' or 1=1" } })
  expect(bad).toMatchObject({ refused: 'badInput', field: 'cursor' })
})

test('a unit that still has a whistle cannot be closed', async () => {
  await blow(server, { leadId: server.town.units.power.id, assistIds: [] })
  const given = { params: { id: server.town.units.power.id }, body: { commandId: freshId(), lastOn: null } }
  expect(await server.as('admin').no('closeUnit', given as never)).toMatchObject({
    refused: 'unitHasWhistles',
  })
})

test('the history of a whistle is chained, and its rows cannot be changed', async () => {
  await expect(
    server.pool.query(`update whistle_action set verb = 'confirm' where district_id = ${district}`),
  ).rejects.toThrow()
})
