import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshId, type Login, nameOf } from '#test/factory.ts'
import { matterIn, report, triage } from '#test/matters.ts'
import { expectToHold, listHistories } from '#test/replay.ts'
import { day, hour, startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const page = (login: Login, id: string) => server.as(login).ok('getMatter', { params: { id } })
const tried = { tried: '上门三次', reason: '要区级部门' }

describe('up and down the levels', () => {
  test('what the community tried goes up with it, its lateness stays there, and it never comes back down', async () => {
    const { id } = await matterIn(server, 'accepted')
    server.pass(2 * day)
    await server.as('clerk').move(id, 'escalate', tried)
    const atStreet = await page('sorter', id)
    expect(atStreet).toMatchObject({ state: 'accepted', centreLevel: 'street', flags: ['escalated'] })
    expect(atStreet.centre.name).toBe('北桥街道综治中心')
    expect(atStreet.clocks.map((c) => `${c.kind} ${c.unitName} ${c.outcome}`).toSorted()).toEqual([
      'accept 柳岸社区 met',
      'dispatch 北桥街道综治中心 null',
      'dispatch 柳岸社区 late',
    ])
    // The community may still read it, but decides nothing any more.
    expect(await server.as('clerk').moveNo(id, 'escalate', tried)).toMatchObject({ refused: 'notYours' })
    const { willow, mediators, plum } = server.town.units
    for (const unitId of [willow.id, mediators.id])
      expect(await server.as('sorter').moveNo(id, 'dispatch', { unitId })).toMatchObject({
        ...{ status: 422, refused: 'passedUp', field: 'unitId' },
      })
    expect(
      await server.as('sorter').moveNo(id, 'handDown', { unitId: willow.id, instruction: '请再办' }),
    ).toMatchObject({ refused: 'passedUp' })
    const offered = await server.as('sorter').ok('listTargets', { params: { id }, query: {} })
    expect(offered.rows.map((row) => row.id)).not.toContain(willow.id)
    expect(offered.rows.map((row) => row.id)).toContain(plum.id)
    await server.as('sorter').move(id, 'escalate', tried)
    expect(await page('topsorter', id)).toMatchObject({
      centreLevel: 'district',
      centre: { name: '枫溪区综治中心' },
    })
    expect(await server.as('topsorter').moveNo(id, 'escalate', tried)).toMatchObject({ refused: 'topLevel' })
    expect(
      await server
        .as('topsorter')
        .moveNo(id, 'handDown', { unitId: server.town.units.northCentre.id, instruction: '办' }),
    ).toMatchObject({ refused: 'passedUp' })
    await server.as('topsorter').move(id, 'dispatch', { unitId: server.town.units.housing.id })
    expect((await page('housing', id)).holder.name).toBe('枫溪区住建局')
    server.pass(-2 * day)
  })

  test('the district hands down what belongs below, and a community cannot', async () => {
    const input = {
      channel: 'desk',
      words: '路灯不亮',
      placeUnitId: server.town.units.willowHouse.id,
    } as const
    const body = { id: freshId(), appealId: freshId(), commandId: freshId(), input }
    await server.as('topsorter').ok('receiveMatter', { body })
    await server.as('topsorter').move(body.id, 'accept', {})
    const down = (login: Login, unitId: string) =>
      server.as(login).move(body.id, 'handDown', { unitId, instruction: '请属地办理' })
    await down('topsorter', server.town.units.northCentre.id)
    expect((await page('sorter', body.id)).centreLevel).toBe('street')
    await down('sorter', server.town.units.willow.id)
    expect(await page('clerk', body.id)).toMatchObject({ centreLevel: 'community', state: 'accepted' })
    expect(
      await server
        .as('clerk')
        .moveNo(body.id, 'handDown', { unitId: server.town.units.willow.id, instruction: '办' }),
    ).toMatchObject({ status: 409, refused: 'notBelow' })
  })
})

describe('a dispute about who handles it', () => {
  test('two units return it, then only a ruling names one, and that stays', async () => {
    const { id } = await matterIn(server, 'dispatched')
    await server.as('housing').move(id, 'return', { reason: '不归住建' })
    await server.as('sorter').move(id, 'dispatch', { unitId: server.town.units.water.id })
    await server.as('water').move(id, 'return', { reason: '不归水务' })
    const again = { unitId: server.town.units.housing.id, instruction: '还是你们' }
    expect(await server.as('sorter').moveNo(id, 'dispatch', again)).toMatchObject({
      ...{ status: 409, refused: 'ruleFirst', facts: { returns: 2 } },
    })
    expect((await page('sorter', id)).may).toContain('rule')
    await server.as('sorter').move(id, 'rule', { unitId: again.unitId, reason: '属房屋公共部位' })
    expect(await server.as('housing').moveNo(id, 'return', { reason: '仍不归' })).toMatchObject({
      ...{ status: 409, refused: 'ruled' },
    })
    await server.as('housing').move(id, 'sign', {})
  })
})

describe('standing still and more time', () => {
  const clockOf = async (id: string, kind: string) =>
    (await page('housing', id)).clocks.find((c) => c.kind === kind && c.stoppedAt === null)

  test('a hold is decided by somebody else, stops the clocks since the asking, and ends with what it took given back', async () => {
    const { id } = await matterIn(server, 'handling')
    const before = Date.parse((await clockOf(id, 'handle'))?.dueAt ?? '')
    await server.as('housing').move(id, 'askHold', { why: 'appraisal', days: 20, reason: '等鉴定' })
    expect((await server.as('clerk').ok('countMatters', {})).request).toBe(1)
    const waiting = await server.as('clerk').ok('listMatters', { query: { box: 'request' } })
    expect(waiting.rows.map((row) => row.id)).toEqual([id])
    expect(await server.as('housing2').moveNo(id, 'grantHold', {})).toMatchObject({ refused: 'notYours' })
    server.pass(day)
    await server.as('clerk').move(id, 'grantHold', { note: '同意' })
    expect(await clockOf(id, 'handle')).toMatchObject({ dueAt: null })
    expect((await clockOf(id, 'hold'))?.unitName).toBe('枫溪区住建局')
    expect((await page('housing', id)).held).toMatchObject({ why: 'appraisal', days: 20 })
    server.pass(3 * day)
    await server.as('housing').move(id, 'resume', { note: '鉴定已出' })
    // Monday morning to Friday morning: four working days come back.
    const after = Date.parse((await clockOf(id, 'handle'))?.dueAt ?? '')
    expect((after - before) / day).toBe(4)
    expect(await clockOf(id, 'hold')).toBeUndefined()
  })

  test('what was denied is looked at once more, by the level above, and never by who denied it', async () => {
    const { id } = await matterIn(server, 'handling')
    const isWaitingFor = async (login: 'clerk' | 'sorter') =>
      (await server.as(login).ok('listMatters', { query: { box: 'request' } })).rows.some(
        (row) => row.id === id,
      )
    const may = async (login: 'clerk' | 'sorter' | 'housing') => (await page(login, id)).may
    await server.as('housing').move(id, 'askHold', { why: 'appraisal', days: 20, reason: '等鉴定' })
    expect(await server.as('housing').moveNo(id, 'askReview', { reason: '急' })).toMatchObject({
      refused: 'alreadyAsked',
    })
    await server.as('clerk').move(id, 'deny', { reason: '先办' })
    expect(await may('housing')).toContain('askReview')
    await server.as('housing').move(id, 'askReview', { reason: '没有鉴定办不了' })
    expect(await page('sorter', id)).toMatchObject({ request: { kind: 'hold', amount: 20 } })
    expect(await server.as('clerk').moveNo(id, 'grantHold', {})).toMatchObject({
      status: 403,
      refused: 'lookedAtBefore',
    })
    expect([await isWaitingFor('clerk'), await isWaitingFor('sorter')]).toEqual([false, true])
    expect([(await may('clerk')).includes('deny'), (await may('sorter')).includes('deny')]).toEqual([
      false,
      true,
    ])
    const told = await server.owner.query(
      `select u.name from notice n join unit u using (district_id) where u.id = n.unit_id
        and n.matter_id = $1 and n.kind = 'askReview'`,
      [id],
    )
    expect(told.rows).toEqual([{ name: '北桥街道综治中心' }])
    await server.as('sorter').move(id, 'deny', { reason: '照原意见' })
    expect(await server.as('housing').moveNo(id, 'askReview', { reason: '再来' })).toMatchObject({
      refused: 'nothingDenied',
    })
    await server.as('housing').move(id, 'askExtend', { amount: 3, reason: '材料未到' })
    await server.as('clerk').move(id, 'deny', { reason: '来得及' })
    server.pass(6 * day)
    expect(await server.as('housing').moveNo(id, 'askReview', { reason: '迟了' })).toMatchObject({
      refused: 'secondLookTooLate',
      facts: { days: 2 },
    })
    server.pass(-6 * day)
  })

  test('a hold longer than the profile allows is refused by the day', async () => {
    const { id } = await matterIn(server, 'handling')
    expect(
      await server.as('housing').moveNo(id, 'askHold', { why: 'season', days: 91, reason: '雨季' }),
    ).toMatchObject({ status: 422, refused: 'holdTooLong', field: 'days', facts: { days: 90 } })
  })

  test('more time is asked for before the limit, at most as often as the profile says, and never after it', async () => {
    const { id } = await matterIn(server, 'handling')
    const ask = () => server.as('housing').move(id, 'askExtend', { amount: 3, reason: '材料未到' })
    const before = Date.parse((await clockOf(id, 'handle'))?.dueAt ?? '')
    await ask()
    expect(await server.as('housing').moveNo(id, 'askExtend', { amount: 3, reason: '再来' })).toMatchObject({
      refused: 'alreadyAsked',
    })
    await server.as('sorter').move(id, 'deny', { reason: '请抓紧' })
    expect(Date.parse((await clockOf(id, 'handle'))?.dueAt ?? '')).toBe(before)
    for (let i = 0; i < 2; i++) {
      await ask()
      await server.as('sorter').move(id, 'grantExtend', {})
    }
    expect(Date.parse((await clockOf(id, 'handle'))?.dueAt ?? '')).toBeGreaterThan(before + 6 * day)
    expect((await server.as('housing').moveNo(id, 'askExtend', { amount: 1, reason: '再来' })).refused).toBe(
      'extendedEnough',
    )
    const late = await matterIn(server, 'handling')
    server.pass(40 * day)
    expect(
      (await server.as('housing').moveNo(late.id, 'askExtend', { amount: 1, reason: '晚了' })).refused,
    ).toBe('tooLateToExtend')
    expect((await page('housing', late.id)).may).not.toContain('askExtend')
    server.pass(-40 * day)
  })

  test('what was registered by mistake is voided by another than who asked, and counts nowhere', async () => {
    const before = (await server.as('clerk').ok('getStartNumbers', { query: {} })).facts.received
    const { id } = await report(server)
    await server.as('clerk').move(id, 'askVoid', { why: 'trial', reason: '培训' })
    expect(await server.as('clerk').moveNo(id, 'void', {})).toMatchObject({
      status: 403,
      refused: 'ownRequest',
    })
    await server.as('colleague').move(id, 'void', {})
    expect(await page('clerk', id)).toMatchObject({ state: 'closed', closureKind: 'voided', request: null })
    expect((await server.as('clerk').ok('getStartNumbers', { query: {} })).facts.received).toBe(before)
    expect(await server.as('clerk').moveNo(id, 'reopen', { reason: '恢复' })).toMatchObject({
      refused: 'notNow',
    })
  })
})

describe('many hands', () => {
  test('an assisting unit finds its part in its own list, answers it alone, and only then a result is handed in', async () => {
    const { id } = await matterIn(server, 'handling')
    const { water, power } = server.town.units
    await server.as('housing').move(id, 'assist', { unitIds: [water.id, power.id], task: '提供管线图' })
    const box = { query: { box: 'assist' } } as const
    expect((await server.as('water').ok('listMatters', box)).rows.map((row) => row.id)).toEqual([id])
    expect((await server.as('housing').ok('listMatters', box)).rows).toEqual([])
    const result = { result: '已修', outcome: 'solved' } as const
    expect(await server.as('housing').moveNo(id, 'submit', result)).toMatchObject({
      ...{ status: 409, refused: 'partsOpen', facts: { units: '枫溪区水务局、枫溪供电公司' } },
    })
    expect(
      await server.as('housing').moveNo(id, 'assist', { unitIds: [water.id], task: '再要' }),
    ).toMatchObject({ status: 422, refused: 'alreadyAssists', facts: { unit: '枫溪区水务局' } })
    await server.as('water').move(id, 'answerPart', { outcome: 'done', text: '图已附上' })
    expect(
      (await server.as('water').moveNo(id, 'answerPart', { outcome: 'done', text: '再答' })).refused,
    ).toBe('notYours')
    expect((await server.as('water').ok('listMatters', box)).rows).toEqual([])
    await server.as('housing').move(id, 'dropPart', { unitId: power.id, reason: '不需要了' })
    await server.as('housing').move(id, 'submit', result)
    expect((await page('clerk', id)).parts.map((part) => [part.unitName, part.outcome])).toEqual([
      ['枫溪区水务局', 'done'],
      ['枫溪供电公司', 'dropped'],
    ])
  })

  test('a colleague takes it over, and neither of the two checks the result', async () => {
    const { id } = await matterIn(server, 'handling')
    const { rows } = await server.as('housing').ok('listHandlers', { params: { id } })
    expect(rows.map((row) => row.id)).toEqual([server.town.staff.housing2.accountId])
    for (const accountId of [
      server.town.staff.water.accountId,
      server.town.staff.housing.accountId,
      freshId(),
    ])
      expect(await server.as('housing').moveNo(id, 'handOver', { accountId, reason: '休假' })).toMatchObject({
        ...{ status: 422, refused: 'notColleague', field: 'accountId' },
      })
    await server.as('housing').move(id, 'handOver', { accountId: rows[0]?.id ?? '', reason: '休假' })
    expect(await page('housing2', id)).toMatchObject({ handlerName: nameOf('housing2') })
  })

  test('copied for information a unit reads from then on, and urging changes no clock', async () => {
    const { id } = await matterIn(server, 'handling')
    expect((await server.as('water').no('getMatter', { params: { id } })).status).toBe(404)
    await server.as('clerk').moveNo(id, 'copy', { unitIds: [server.town.units.water.id], text: '请知悉' })
    const dues = async () => (await page('sorter', id)).clocks.map((c) => c.dueAt)
    const before = await dues()
    await server.as('leader').move(id, 'expedite', { text: '请尽快' })
    expect(await dues()).toEqual(before)
    expect((await page('sorter', id)).flags).toContain('expedited')
  })

  test('a closed matter is put into the archive once, under a class that exists, and reopening takes it out', async () => {
    const { id, queryCode } = await matterIn(server, 'closed')
    expect(await server.as('clerk').moveNo(id, 'archive', { retention: 'forEver' })).toMatchObject({
      ...{ status: 422, refused: 'noSuchClass', field: 'retention' },
    })
    await server.as('clerk').move(id, 'archive', { retention: 'long' })
    expect(await server.as('clerk').moveNo(id, 'archive', { retention: 'long' })).toMatchObject({
      refused: 'alreadyArchived',
    })
    const body = { queryCode, commandId: freshId(), verb: 'askReopen', input: { reason: '又坏了' } } as const
    await server.visitor.ok('moveTracked', { params: { district: 339_901 }, body })
    await server.as('clerk').move(id, 'reopen', { reason: '属实' })
    expect(await page('clerk', id)).toMatchObject({ archivedAt: null, retention: null })
  })
})

test('ten decide one request at once: one does, nine are told that nothing waits', async () => {
  const { id } = await matterIn(server, 'handling')
  await server.as('housing').move(id, 'askExtend', { amount: 2, reason: '材料未到' })
  const version = await server.as('clerk').version(id)
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      server.as(i % 2 === 0 ? 'clerk' : 'sorter').send('moveMatter', {
        params: { id },
        body: { commandId: freshId(), version, verb: 'grantExtend', input: {} },
      }),
    ),
  )
  expect(answers.filter((answer) => answer.statusCode === 200)).toHaveLength(1)
  expect(answers.filter((answer) => answer.statusCode === 409)).toHaveLength(9)
  await server.as('clerk').move((await report(server)).id, 'triage', triage)
  server.pass(hour)
  expectToHold(await listHistories(server.url))
})
