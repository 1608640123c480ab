import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayOf } from '#domain/calendar/days.ts'
import { statusesOf } from '#test/client.ts'
import { register } from '#test/desk.ts'
import { freshId, type UnitKey } from '#test/factory.ts'
import { matterIn } from '#test/matters.ts'
import { day, startServer, type TestServer } from '#test/server.ts'
import { destroyRound } from '../record/destroy.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const admin = () => server.as('admin')
const today = () => dayOf(server.now)
const unit = (key: UnitKey) => server.town.units[key].id
const facts = (more: object = {}) => ({
  ...{
    categoryCode: 'S0199',
    areaId: null,
    mainId: null,
    level: 'community',
    assistIds: [],
    assistLevels: [],
  },
  ...{ basis: '居委会职责事项清单', fromOn: today(), toOn: null },
  ...more,
})
const adding = (more: object = {}) => ({
  body: { commandId: freshId(), reason: '联席会议议定', ...facts(more) } as never,
})
const add = (more: object = {}) => admin().ok('addDuty', adding(more))
const edit = (id: string, version: number, more: object) =>
  admin().ok('editDuty', {
    params: { id },
    body: { commandId: freshId(), version, reason: '调整', ...facts(more) } as never,
  })
const end = (id: string, version: number, lastOn: string | null) =>
  admin().ok('endDuty', { params: { id }, body: { commandId: freshId(), version, lastOn, reason: '到期' } })
const list = async (query: object = {}) => (await admin().ok('listDuties', { query })).rows
const targets = (id: string) => server.as('sorter').ok('listTargets', { params: { id }, query: {} })
const force = async (from: string | null) => {
  const { version } = await admin().ok('getDutyList', {})
  return admin().ok('setCommunityList', {
    body: { commandId: freshId(), version, from, reason: '区委办印发' },
  })
}
/** A matter of a category, accepted and sorted, at Willow Bank. */
async function sorted(categoryCode: string) {
  const { id } = await matterIn(server, 'accepted')
  await server
    .as('clerk')
    .move(id, 'triage', { ...{ title: '一件事', kind: 'request', urgency: 'normal' }, categoryCode })
  return id
}
const dispatch = (id: string, key: UnitKey, more: object = {}) =>
  server.as('sorter').move(id, 'dispatch', { unitId: unit(key), ...more })
const noMove = async (id: string, verb: string, input: object) => {
  const { version } = await server.as('sorter').ok('getMatter', { params: { id } })
  const body = { commandId: freshId(), version, verb, input } as never
  return server.as('sorter').no('moveMatter', { params: { id }, body })
}
const refused = (id: string, key: UnitKey, more: object = {}) =>
  noMove(id, 'dispatch', { unitId: unit(key), ...more })

describe('a line', () => {
  test('is added once, changed from a day on, ended, and its history says who changed what and why', async () => {
    const given = adding({ categoryCode: 'S0102' })
    const line = await admin().ok('addDuty', given)
    expect(line).toMatchObject({
      category: { code: 'S0102' },
      isClass: false,
      level: 'community',
      standing: 'now',
    })
    expect(line.area.kind).toBe('district')
    expect(await admin().ok('addDuty', given)).toEqual(line)
    expect((await list({ category: 'S0102' })).length).toBe(1)

    const from = addDays(today(), 10)
    const later = await edit(line.id, 1, {
      categoryCode: 'S0102',
      mainId: unit('water'),
      level: null,
      fromOn: from,
    })
    expect(later).toMatchObject({
      no: line.no,
      main: { name: '枫溪区水务局' },
      level: 'district',
      standing: 'coming',
    })
    expect(later.versions.map(({ fromOn, toOn }) => [fromOn, toOn])).toEqual([
      [from, null],
      [today(), addDays(from, -1)],
    ])
    // what stood before is no longer the one to change
    expect(
      await admin().no('endDuty', {
        params: { id: line.id },
        body: { commandId: freshId(), version: 2, lastOn: today(), reason: '改旧的' },
      }),
    ).toMatchObject({ refused: 'staleVersion' })
    const ended = await end(later.id, 1, addDays(from, 5))
    expect(ended.deeds.map(({ verb, reason }) => [verb, reason])).toEqual([
      ['endDuty', '到期'],
      ['editDuty', '调整'],
      ['addDuty', '联席会议议定'],
    ])
    expect(ended.deeds[1]?.said).toMatchObject({ main: { name: '枫溪区水务局' }, fromOn: from })
    server.pass(16 * day)
    expect(await list({ category: 'S0102' })).toEqual([])
    expect((await list({ category: 'S0102', when: 'ended' })).length).toBe(2)
  })

  test('is found by what it names, page by page', async () => {
    const before = (await list({ when: 'all' })).length
    for (const code of ['S0201', 'S0202', 'S0203'])
      await add({ categoryCode: code, mainId: unit('housing'), level: null })
    expect((await list({ unit: unit('housing') })).length).toBe(3)
    expect((await list({ level: 'district', category: 'S02' })).length).toBe(3)
    expect((await list({ q: '住建' })).length).toBe(3)
    expect((await list({ q: '100%_' })).length).toBe(0)
    const codes: string[] = []
    let cursor: string | undefined
    do {
      const { rows, next } = await admin().ok('listDuties', {
        query: { limit: 2, when: 'all', ...(cursor ? { cursor } : {}) },
      })
      codes.push(...rows.map(({ category }) => category.code))
      cursor = next ?? undefined
    } while (cursor !== undefined)
    expect(codes.length).toBe(before + 3)
    expect(codes).toEqual(codes.toSorted())
  })

  test('is refused with the place to mend', async () => {
    const no = async (more: object) => admin().no('addDuty', adding(more))
    expect(await no({ categoryCode: 'ZZ' })).toMatchObject({ refused: 'badInput', field: 'categoryCode' })
    expect(await no({ mainId: unit('willowHouse'), level: null })).toMatchObject({
      refused: 'notAHandler',
      field: 'mainId',
    })
    expect(await no({ areaId: unit('north'), mainId: unit('reed') })).toMatchObject({
      refused: 'elsewhere',
      field: 'mainId',
    })
    expect(await no({ level: null })).toMatchObject({ refused: 'mainMissing', field: 'mainId' })
    expect(await no({ areaId: unit('housing') })).toMatchObject({ refused: 'notAnArea', field: 'areaId' })
    expect(await no({ assistLevels: ['community'] })).toMatchObject({ refused: 'assistsTwice' })
    expect(await no({ toOn: addDays(today(), -1) })).toMatchObject({ refused: 'badSpan', field: 'toOn' })
    const line = await add({ categoryCode: 'S0301' })
    expect(await no({ categoryCode: 'S0301' })).toMatchObject({
      refused: 'dutyTwice',
      facts: { line: line.no },
    })
    await admin().ok('closeCategory', {
      params: { code: 'S0305' },
      body: { commandId: freshId(), version: 1, lastOn: addDays(today(), -1) },
    })
    expect(await no({ categoryCode: 'S0305' })).toMatchObject({
      refused: 'closedCategory',
      field: 'categoryCode',
    })
    expect(await server.as('sorter').no('addDuty', adding())).toMatchObject({ status: 403 })
    expect(
      await server.as('sorter').no('setCommunityList', {
        body: { commandId: freshId(), version: 0, from: null, reason: '停' },
      }),
    ).toMatchObject({ status: 403 })
  })

  test('of two who change it at once the second is told', async () => {
    const line = await add({ categoryCode: 'S0302' })
    const body = () => ({
      params: { id: line.id },
      body: {
        commandId: freshId(),
        version: 1,
        reason: '改',
        ...facts({ categoryCode: 'S0302', basis: '新的依据' }),
      } as never,
    })
    const answers = await Promise.all([admin().send('editDuty', body()), admin().send('editDuty', body())])
    expect(statusesOf(answers)).toEqual([200, 409])
    expect((await list({ category: 'S0302' })).map(({ basis, version }) => [basis, version])).toEqual([
      ['新的依据', 2],
    ])
  })

  test('says before it is written what it would change', async () => {
    await add({ categoryCode: 'S04', level: 'street' })
    const {
      reason: _,
      commandId: __,
      basis: ___,
      ...body
    } = adding({ categoryCode: 'S0401', areaId: unit('north') }).body as Record<string, unknown>
    const { shifts, count } = await admin().ok('previewDuty', { body: body as never })
    expect(count).toBe(1)
    expect(shifts[0]).toMatchObject({
      ...{
        category: { code: 'S0401' },
        areaName: '北桥街道',
        was: { level: 'street' },
        is: { level: 'community' },
      },
    })
    expect(await list({ category: 'S0401' })).toEqual([])
  })
})

describe('whoever dispatches', () => {
  test('is shown whom the list names and why, takes it with whom it asks to assist, and is asked why where they do not', async () => {
    const line = await add({
      ...{ categoryCode: 'S0601', mainId: unit('housing'), level: null, assistIds: [unit('water')] },
      ...{ assistLevels: ['community'], basis: '城市管理条例第三十一条' },
    })
    const id = await sorted('S0601')
    const { duty, rows } = await targets(id)
    expect(duty).toMatchObject({
      ...{ no: line.no, by: 'category', before: 0, isWhole: true, basis: '城市管理条例第三十一条' },
      ...{ main: { name: '枫溪区住建局' }, canFollow: true, isOfPlace: false },
    })
    expect(duty?.assists.map(({ name }) => name)).toEqual(['枫溪区水务局', '柳岸社区'])
    expect(rows[0]).toMatchObject({ name: '枫溪区住建局', why: 'duty', refused: null })
    expect((await server.as('sorter').ok('getMatterDuty', { params: { id } })).hint).toEqual(duty)
    // a grid may sort what happened in it, and cannot send it to a department of the district
    expect((await server.as('gridder').ok('getMatterDuty', { params: { id } })).hint?.canFollow).toBe(false)
    expect(await refused(id, 'power')).toMatchObject({
      refused: 'dutyReason',
      field: 'whyOther',
      facts: { line: line.no },
    })
    await dispatch(id, 'housing', { assistIds: duty?.assists.map((one) => one.id) })
    const page = await server.as('sorter').ok('getMatter', { params: { id } })
    expect(page.state).toBe('dispatched')
    expect(page.parts.map(({ unitName }) => unitName)).toEqual(['枫溪区水务局', '柳岸社区'])
    expect(page.actionLog.find(({ verb }) => verb === 'dispatch')?.payload['duty']).toMatchObject({
      ...{ no: line.no, isFollowed: true },
    })

    const other = await sorted('S0601')
    await dispatch(other, 'power', { whyOther: '涉及带电线路，先断电' })
    const log = (await server.as('sorter').ok('getMatter', { params: { id: other } })).actionLog
    expect(log.find(({ verb }) => verb === 'dispatch')?.payload).toMatchObject({
      ...{ whyOther: '涉及带电线路，先断电', duty: { no: line.no, isFollowed: false } },
    })
  })

  test('takes nobody where one of those asked along cannot be asked, all of it or nothing', async () => {
    const id = await sorted('S0601')
    const answer = await refused(id, 'housing', { assistIds: [unit('water'), unit('reed')] })
    expect(answer).toMatchObject({ refused: 'notATarget' })
    expect((await server.as('sorter').ok('getMatter', { params: { id } })).state).toBe('accepted')
  })

  test('is not asked why where the one named cannot be sent to', async () => {
    await add({ categoryCode: 'S0602', areaId: unit('north'), mainId: unit('plum'), level: null })
    const id = await sorted('S0602')
    await dispatch(id, 'plum')
    await server.as('plumclerk').move(id, 'return', { reason: '不在本社区' })
    expect((await targets(id)).duty).toMatchObject({ canFollow: false })
    await dispatch(id, 'housing')
  })
})

describe('the list of communities', () => {
  test('binds nobody before it is in force, and cannot begin empty', async () => {
    const id = await sorted('S0804')
    expect((await targets(id)).rows.find(({ name }) => name === '柳岸社区')?.refused).toBeNull()
    await dispatch(id, 'willow')
    const empty = await startServer()
    try {
      const body = { commandId: freshId(), version: 0, from: dayOf(empty.now), reason: '生效' }
      expect(await empty.as('admin').no('setCommunityList', { body })).toMatchObject({
        refused: 'communityListEmpty',
      })
    } finally {
      await empty.close()
    }
  })

  test('in force keeps from communities what it does not name them for, and says which line and where to', async () => {
    await add({ categoryCode: 'S0103' })
    const { isInForce } = await force(today())
    expect(isInForce).toBe(true)
    const unnamed = await sorted('S0804')
    const offered = await targets(unnamed)
    expect(offered.rows.find(({ name }) => name === '柳岸社区')?.refused).toMatchObject({
      refused: 'notOnCommunityList',
    })
    expect(offered.rows.at(-1)?.refused).not.toBeNull()
    expect(await refused(unnamed, 'willow')).toMatchObject({ refused: 'notOnCommunityList', field: 'unitId' })
    expect(await refused(unnamed, 'willowGrid')).toMatchObject({ refused: 'notOnCommunityList' })
    await dispatch(unnamed, 'housing')

    const [line] = await list({ category: 'S0601' })
    const helping = await sorted('S0601')
    expect(await refused(helping, 'willow', { whyOther: '就近' })).toMatchObject({
      ...{ refused: 'communityAssists', facts: { line: line?.no } },
    })
    const high = await sorted('S0201')
    expect(await refused(high, 'willow', { whyOther: '就近' })).toMatchObject({ refused: 'otherHandles' })
    const own = await sorted('S0103')
    await dispatch(own, 'willow')
  })

  test('holds for a ruling and for what is handed down too', async () => {
    const id = await sorted('S0804')
    await dispatch(id, 'housing')
    await server.as('housing').move(id, 'return', { reason: '不是我局职责' })
    const bound = { refused: 'notOnCommunityList', field: 'unitId' }
    expect(await noMove(id, 'rule', { unitId: unit('willow'), reason: '就近' })).toMatchObject(bound)
    const told = await register(server, 'sorter', 'willowHouse')
    await server.as('sorter').move(told.id, 'accept', {})
    const down = { unitId: unit('willow'), instruction: '请办' }
    await server
      .as('sorter')
      .move(told.id, 'triage', { title: '一件事', kind: 'request', urgency: 'normal', categoryCode: 'S0804' })
    expect(await noMove(told.id, 'handDown', down)).toMatchObject(bound)
  })

  test('can be tried on what was dispatched before, and taken out of force', async () => {
    const tried = await admin().ok('tryCommunityList', { query: { days: 30 } })
    expect(tried.byCategory.map(({ category, matters }) => [category.code, matters])).toContainEqual([
      'S0804',
      1,
    ])
    expect(tried.unlisted).toBe(tried.byCategory.reduce((sum, one) => sum + one.matters, 0))
    expect((await force(null)).isInForce).toBe(false)
    await dispatch(await sorted('S0804'), 'willow')
  })
})

describe('a ruling', () => {
  test('is proposed for the list and confirmed or declined by who keeps the rules; its words go with the file', async () => {
    const id = await sorted('S0702')
    await dispatch(id, 'housing')
    const proposing = () => ({
      params: { id },
      body: {
        id: freshId(),
        areaId: unit('north'),
        forClass: false,
        basis: '会商纪要〔2026〕3 号',
        reason: '两家推了一个月',
      },
    })
    expect(await server.as('sorter').no('proposeDuty', proposing())).toMatchObject({ refused: 'notRuled' })
    await server.as('housing').move(id, 'return', { reason: '不是我局职责' })
    await server.as('sorter').move(id, 'rule', { unitId: unit('power'), reason: '线路由供电公司维护' })
    expect(await server.as('sorter').ok('getMatterDuty', { params: { id } })).toMatchObject({
      ...{
        mayPropose: true,
        main: { name: '枫溪供电公司' },
        category: { code: 'S0702' },
        classOf: { code: 'S07' },
      },
    })
    expect((await server.as('power').ok('getMatterDuty', { params: { id } })).mayPropose).toBe(false)
    const sent = proposing()
    await server.as('sorter').ok('proposeDuty', sent)
    await server.as('sorter').ok('proposeDuty', sent)
    expect(await server.as('sorter').no('proposeDuty', proposing())).toMatchObject({
      refused: 'proposedBefore',
    })
    expect(
      await server
        .as('sorter')
        .no('proposeDuty', { params: { id }, body: { ...proposing().body, areaId: unit('south') } }),
    ).toMatchObject({ status: 409 })
    const { rows } = await admin().ok('listDutyProposals', { query: {} })
    expect(rows).toMatchObject([
      {
        main: { name: '枫溪供电公司' },
        area: { name: '北桥街道' },
        basis: '会商纪要〔2026〕3 号',
        reason: '两家推了一个月',
        number: expect.stringMatching(/\d{6}/),
      },
    ])
    const [proposal] = rows
    const line = await add({
      ...{
        categoryCode: 'S0702',
        areaId: unit('north'),
        mainId: unit('power'),
        level: null,
        proposalId: proposal?.id,
      },
    })
    const decided = await admin().ok('listDutyProposals', { query: { state: 'decided' } })
    expect(decided.rows[0]).toMatchObject({ state: 'taken', no: line.no })
    expect(
      await admin().no('declineDuty', {
        params: { id: proposal?.id ?? '' },
        body: { commandId: freshId(), reason: '不要' },
      }),
    ).toMatchObject({ refused: 'proposalDecided' })
    expect((await server.as('sorter').ok('getMatterDuty', { params: { id } })).proposals).toMatchObject([
      { state: 'taken', no: line.no },
    ])

    const again = proposing()
    await server.as('sorter').ok('proposeDuty', again)
    const declined = { params: { id: again.body.id }, body: { commandId: freshId(), reason: '个案' } }
    expect(await admin().ok('declineDuty', declined)).toMatchObject({ state: 'declined', no: null })
    expect(await admin().ok('declineDuty', declined)).toMatchObject({ state: 'declined' })

    const held = await server.owner.query('select count(*) from duty_proposal where sealed is not null')
    expect(held.rows[0]).toEqual({ count: '2' })
    expect(await destroyRound(server.platform)).toBe(0)
    const kept = await server.owner.query('select count(*) from duty_proposal where sealed is not null')
    expect(kept.rows).toEqual(held.rows)
  })
})

test('the gaps name categories without a line, and lines whose unit or category is closed', async () => {
  const line = await add({
    categoryCode: 'S0303',
    mainId: unit('studio'),
    level: null,
    areaId: unit('north'),
  })
  await server.owner.query(`update unit set valid_to = '2026-01-01' where id = $1`, [unit('studio')])
  const { rows, counts } = await admin().ok('listDutyGaps', { query: { limit: 100 } })
  expect(rows).toContainEqual(
    expect.objectContaining({ kind: 'closedUnit', no: line.no, unitName: '老周调解工作室' }),
  )
  expect(counts['noLine']).toBeGreaterThan(50)
  expect(rows.every(({ category }) => category.code !== 'S0305')).toBe(true)
  const lacking = await admin().ok('listDutyGaps', { query: { kind: 'noLine', limit: 100 } })
  expect(lacking.rows.some(({ category }) => category.code === 'S0303')).toBe(false)
  expect((await list({ category: 'S0303' }))[0]?.closedUnits).toEqual(['老周调解工作室'])
  // what is closed may always end, and not go on again
  await end(line.id, 1, today())
  const again = {
    params: { id: line.id },
    body: { commandId: freshId(), version: 2, lastOn: null, reason: '恢复' },
  }
  expect(await admin().no('endDuty', again)).toMatchObject({ refused: 'closedUnit', field: 'mainId' })
})
