import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayOf } from '#domain/calendar/days.ts'
import { type AidSaid, aidMoving, dispatch, help, type Posted, post, posting } from '#test/aids.ts'
import { statusesOf } from '#test/client.ts'
import { district, freshId, type Login } from '#test/factory.ts'
import { matterIn, report } from '#test/matters.ts'
import { day, startServer, type TestServer } from '#test/server.ts'
import { goRound } from '../jobs/rounds.ts'

const [housing, water, willow] = ['枫溪区住建局', '枫溪区水务局', '柳岸社区']

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const ok = (login: Login, aid: Posted, name: string | null, said: AidSaid) =>
  server.as(login).ok('moveAid', aidMoving(aid, name, said))
const no = (login: Login, aid: Posted, name: string | null, said: AidSaid) =>
  server.as(login).no('moveAid', aidMoving(aid, name, said))
const see = (login: Login, id: string) => server.as(login).ok('getAid', { params: { id } })
const kindsTold = async (login: Login, id: string) =>
  (await server.as(login).ok('listNotices', { query: { limit: '100' } })).rows
    .filter(({ aid }) => aid?.id === id)
    .map(({ kind }) => kind)
    .toSorted()
const idsIn = async (login: Login, query: object) =>
  (await server.as(login).ok('listAids', { query: { limit: '100', ...query } })).rows.map(({ id }) => id)
const good = { verb: 'confirm', speed: 'satisfied', result: 'satisfied' } as const

describe('an order for help', () => {
  test('waits for the centre of the street, which is told; it has a number of its year', async () => {
    const aid = await post(server)
    expect(aid).toMatchObject({
      ...{ state: 'posted', unitName: willow, centreName: '北桥街道综治中心', people: 3 },
      ...{ kind: { nameZh: '老旧楼栋改造' }, may: ['withdraw'], lines: [], lateness: 'fine' },
    })
    expect(aid.number).toMatch(/^DD2026-\d{4}$/)
    expect(aid.dueAt).not.toBeNull()
    expect(await kindsTold('sorter', aid.id)).toEqual(['aidPosted'])
    expect(await kindsTold('topsorter', aid.id)).toEqual([])
    expect(await idsIn('sorter', {})).toContain(aid.id)
    expect((await see('sorter', aid.id)).may).toEqual(['dispatch', 'back', 'decline', 'passUp'])
  })

  test('is one, sent twice or at once; another under the same id is refused', async () => {
    const given = posting(server)
    const twins = await Promise.all([1, 2, 3].map(() => server.as('clerk').send('postAid', given)))
    expect(statusesOf(twins)).toEqual([200, 200, 200])
    expect(new Set(twins.map((twin) => twin.json().number)).size).toBe(1)
    const other = { body: { ...given.body, kind: 'LIFT' } }
    expect(await server.as('clerk').no('postAid', other)).toMatchObject({ refused: 'commandReused' })
    const again = { body: { ...given.body, commandId: freshId() } }
    expect(await server.as('clerk').no('postAid', again)).toMatchObject({ refused: 'commandReused' })
  })

  test('is posted for a street, community, grid or building by who works there, and for no other', async () => {
    const { units } = server.town
    const why = (login: Login, more: object = {}) => server.as(login).no('postAid', posting(server, more))
    expect(await why('clerk', { unitId: units.plum.id })).toMatchObject({
      ...{ refused: 'notYourAid', field: 'unitId' },
    })
    expect(await why('housing')).toMatchObject({ refused: 'notYours' })
    expect(await why('topsorter', { unitId: units.district.id })).toMatchObject({ refused: 'notYourAid' })
    expect((await post(server, { unitId: units.willowGrid.id }, 'gridder')).unitName).toBe('柳岸第一网格')
    expect((await post(server, { unitId: units.willowHouse.id }, 'head')).unitName).toBe('柳岸新村 3 幢')
    expect((await post(server, { unitId: units.north.id }, 'sorter')).unitName).toBe('北桥街道')
    const form = await server.as('head').ok('getAidForm', {})
    expect(form.units.map(({ id }) => id)).toEqual([units.willowHouse.id])
    expect((await server.as('housing').ok('getAidForm', {})).units).toEqual([])
  })

  test('is refused with the place to mend: a kind that is not offered, a day gone by or far ahead, no words', async () => {
    const why = (more: object) => server.as('clerk').no('postAid', posting(server, more))
    expect(await why({ kind: 'NOTHING' })).toMatchObject({ refused: 'aidKindGone', field: 'kind' })
    const today = dayOf(server.now)
    expect(await why({ neededBy: addDays(today, -1) })).toMatchObject({
      ...{ refused: 'aidDayGone', field: 'neededBy' },
    })
    expect(await why({ neededBy: addDays(today, 400) })).toMatchObject({ refused: 'aidTooFar' })
    expect(await why({ need: ' ' })).toMatchObject({ refused: 'missingField', field: 'need' })
    expect(await why({ people: 0 })).toMatchObject({ field: 'people' })
    expect(await why({ matters: ['261123-99999-1'] })).toMatchObject({
      refused: 'notFound',
      field: 'matters.0',
    })
  })
})

describe('the centre', () => {
  test('asks several, each on a line of its own; who is asked is told; what it may not ask is named', async () => {
    const aid = await post(server)
    const { units } = server.town
    const ask = (id: string): AidSaid => ({ verb: 'dispatch', targets: [{ is: 'unit', id }] })
    expect(await no('sorter', aid, null, ask(units.willow.id))).toMatchObject({
      ...{ refused: 'aidOwn', field: 'targets.0', facts: { unit: willow } },
    })
    expect(await no('sorter', aid, null, ask(units.reed.id))).toMatchObject({ refused: 'aidNobody' })
    expect(await no('sorter', aid, null, ask(units.south.id))).toMatchObject({ refused: 'aidNobody' })
    expect(await no('sorter', aid, null, ask(freshId()))).toMatchObject({ refused: 'notFound' })
    for (const login of ['southsorter', 'reedclerk'] as const)
      expect(await no(login, aid, null, ask(units.housing.id))).toMatchObject({ status: 404 })
    for (const login of ['clerk', 'desk', 'leader', 'topsorter'] as const)
      expect(await no(login, aid, null, ask(units.housing.id))).toMatchObject({ refused: 'notYours' })
    const sent = await dispatch(server, aid, ['housing', 'water', 'mediators'])
    expect(sent).toMatchObject({ state: 'dispatched', lateness: 'fine' })
    expect(sent.lines.map(({ name, step }) => [name, step])).toEqual([
      ...[
        ['柳岸社区调委会', 'accept'],
        [housing, 'accept'],
        [water, 'accept'],
      ],
    ])
    expect(await kindsTold('housing', aid.id)).toEqual(['aidAsked'])
    expect(await kindsTold('power', aid.id)).toEqual([])
    expect(await no('sorter', sent, null, ask(units.housing.id))).toMatchObject({ refused: 'aidTwice' })
    expect(sent.targets.units.map(({ id }) => id)).not.toContain(units.housing.id)
    expect(sent.told.at(-1)).toMatchObject({
      verb: 'dispatch',
      facts: { names: `${housing}、${water}、柳岸社区调委会` },
    })
  })

  test('sends it back with a reason; the orderer says more and posts it again', async () => {
    const aid = await post(server)
    const back = await ok('sorter', aid, null, { verb: 'back', reason: '请写明哪几个单元' })
    expect(back).toMatchObject({ state: 'sentBack', may: [] })
    expect(await kindsTold('clerk', aid.id)).toEqual(['aidBack'])
    expect(await idsIn('clerk', {})).toContain(aid.id)
    const more = { verb: 'again', need: '一、二单元外墙渗水', neededBy: null, people: 2 } as const
    expect(await no('sorter', aid, null, more)).toMatchObject({ refused: 'notYours' })
    const again = await ok('clerk', aid, null, more)
    expect(again).toMatchObject({
      ...{ state: 'posted', need: '一、二单元外墙渗水', people: 2, neededBy: null },
    })
    expect(await kindsTold('sorter', aid.id)).toEqual(['aidPosted', 'aidPosted'])
    expect(await no('clerk', aid, null, more)).toMatchObject({ refused: 'aidNotNow' })
  })

  test('declines with a reason and who can help instead', async () => {
    const aid = await post(server)
    const bare = { verb: 'decline', reason: '不属点单范围', remedy: ' ' } as const
    expect(await no('sorter', aid, null, bare)).toMatchObject({ field: 'remedy' })
    const done = await ok('sorter', aid, null, { ...bare, remedy: '请联系物业服务企业报修' })
    expect(done).toMatchObject({ state: 'declined', may: [] })
    expect(await kindsTold('clerk', aid.id)).toEqual(['aidDeclined'])
    expect(await idsIn('clerk', { of: 'done' })).toContain(aid.id)
  })

  test('passes it up once; then the centre of the district dispatches, and its clock begins anew', async () => {
    const aid = await post(server)
    server.pass(3 * day)
    const up = await ok('sorter', aid, null, { verb: 'passUp', reason: '要区里的人' })
    expect(up).toMatchObject({ isPassedUp: true, centreName: '枫溪区综治中心', may: [], lateness: 'fine' })
    expect(await kindsTold('topsorter', aid.id)).toEqual(['aidPassedUp'])
    expect(await no('topsorter', aid, null, { verb: 'passUp', reason: '再往上' })).toMatchObject({
      refused: 'aidPassedUp',
    })
    expect(await no('sorter', aid, null, { verb: 'back', reason: '退' })).toMatchObject({
      refused: 'notYours',
    })
    const sent = await dispatch(server, aid, ['reed'], 'topsorter')
    expect(sent.lines[0]?.name).toBe('苇塘社区')
    expect(await kindsTold('reedclerk', aid.id)).toEqual(['aidAsked'])
  })
})

describe('who was asked', () => {
  test('accepts, plans, does it; the orderer confirms and rates, and it is over', async () => {
    const aid = await dispatch(server, await post(server), ['housing'])
    expect(await no('water', aid, housing, { verb: 'accept' })).toMatchObject({ status: 404 })
    expect(await no('clerk', aid, housing, { verb: 'accept' })).toMatchObject({ refused: 'notYours' })
    await ok('housing', aid, housing, { verb: 'accept', note: '明天来' })
    expect(await kindsTold('clerk', aid.id)).toEqual(['aidTaken'])
    const plan = { verb: 'plan', who: '文工', what: '看外墙' } as const
    const today = dayOf(server.now)
    expect(await no('housing', aid, housing, { ...plan, on: addDays(today, -1) })).toMatchObject({
      ...{ refused: 'aidDayGone', field: 'on' },
    })
    expect(await no('housing', aid, housing, { ...plan, on: addDays(today, 60) })).toMatchObject({
      ...{ refused: 'planTooFar', field: 'on' },
    })
    const planned = await ok('housing', aid, housing, { ...plan, on: today })
    expect(planned.lines[0]).toMatchObject({ step: 'finish', planOn: today, isMine: true })
    const done = await ok('housing', aid, housing, { verb: 'finish', done: '看了，写了建议' })
    expect(done.lines[0]).toMatchObject({ step: 'confirm', may: [] })
    expect(await idsIn('clerk', {})).toContain(aid.id)
    expect(await no('clerk', aid, null, { verb: 'withdraw', reason: '不用了' })).toMatchObject({
      refused: 'aidToConfirm',
    })
    expect(await no('sorter', aid, housing, good)).toMatchObject({ refused: 'notYours' })
    const bad = { ...good, result: 'unsatisfied' } as const
    expect(await no('clerk', aid, housing, bad)).toMatchObject({ refused: 'missingField', field: 'reason' })
    const over = await ok('clerk', aid, housing, { ...bad, reason: '只看了一个单元' })
    expect(over).toMatchObject({
      ...{ state: 'over', lines: [{ outcome: 'confirmed', rating: { result: 'unsatisfied' } }] },
    })
    expect(await kindsTold('housing', aid.id)).toEqual(['aidAsked', 'aidConfirmed'])
    expect(await no('clerk', aid, housing, good)).toMatchObject({ refused: 'aidNotNow' })
    expect(over.told.map(({ verb }) => verb)).toEqual([
      ...['post', 'dispatch', 'accept', 'plan', 'finish', 'confirm'],
    ])
    expect(over.told.at(-1)?.words).toEqual({ reason: '只看了一个单元' })
    const { rows } = await server.owner.query(
      `select count(*)::int n from aid_action where aid_id = $1 and payload::text ~ '单元|外墙|渗水'`,
      [aid.id],
    )
    expect(rows[0].n, 'what was said stands under seal only').toBe(0)
  })

  test('sent twice or at once, a step is done once', async () => {
    const aid = await dispatch(server, await post(server), ['housing'])
    const given = aidMoving(aid, housing, { verb: 'accept' })
    const twins = await Promise.all([1, 2, 3].map(() => server.as('housing').send('moveAid', given)))
    expect(statusesOf(twins)).toEqual([200, 200, 200])
    expect((await see('clerk', aid.id)).told.filter(({ verb }) => verb === 'accept')).toHaveLength(1)
  })

  test('does not accept, with a reason: once nobody is left the centre has it again', async () => {
    const aid = await dispatch(server, await post(server), ['housing', 'water'])
    await ok('water', aid, water, { verb: 'refuse', reason: '不归水务' })
    expect(await kindsTold('sorter', aid.id)).toEqual(['aidPosted', 'aidRefused'])
    expect((await see('sorter', aid.id)).state).toBe('dispatched')
    const left = await ok('housing', aid, housing, { verb: 'refuse', reason: '本周没有人手' })
    expect(left).toMatchObject({ state: 'posted', lines: [{ outcome: 'refused' }, { outcome: 'refused' }] })
    expect(await idsIn('sorter', {})).toContain(aid.id)
    // the same unit may be asked again
    const again = await dispatch(server, left, ['housing'])
    expect(again.lines.map(({ outcome }) => outcome)).toEqual([null, 'refused', 'refused'])
  })

  test('is told by the orderer that it is not done: once, and it plans anew', async () => {
    const aid = await dispatch(server, await post(server), ['housing'])
    await help(server, aid, { login: 'housing', name: housing, upTo: 'finish' })
    const back = await ok('clerk', aid, housing, { verb: 'notDone', reason: '没有看屋面' })
    expect(back.lines[0]).toMatchObject({ step: 'plan', isNotDone: true, planOn: null })
    expect(back.lines[0]?.steps.map(({ at }) => at !== null)).toEqual([true, false, false, false])
    expect(await kindsTold('housing', aid.id)).toContain('aidNotDone')
    const plan = { verb: 'plan', who: '文工', what: '看屋面', on: dayOf(server.now) } as const
    await ok('housing', aid, housing, plan)
    await ok('housing', aid, housing, { verb: 'finish', done: '屋面也看了' })
    expect(await no('clerk', aid, housing, { verb: 'notDone', reason: '还是' })).toMatchObject({
      refused: 'aidNotDoneOnce',
    })
    expect((await ok('clerk', aid, housing, good)).state).toBe('over')
  })

  test('has it handed over to another, or taken back, by the centre', async () => {
    const aid = await dispatch(server, await post(server), ['housing', 'water'])
    await ok('housing', aid, housing, { verb: 'accept' })
    const to = { is: 'unit', id: server.town.units.power.id } as const
    const over = { verb: 'handOver', to, reason: '换供电公司看' } as const
    expect(await no('housing', aid, housing, over)).toMatchObject({ refused: 'notYours' })
    const twice = { ...over, to: { is: 'unit', id: server.town.units.water.id } } as const
    expect(await no('sorter', aid, housing, twice)).toMatchObject({ refused: 'aidTwice', field: 'to' })
    server.pass(60_000)
    const handed = await ok('sorter', aid, housing, over)
    expect(handed.lines.map(({ name, step, outcome }) => [name, step ?? outcome])).toEqual([
      ...[
        [water, 'accept'],
        ['枫溪供电公司', 'accept'],
        [housing, 'handedOver'],
      ],
    ])
    expect(await kindsTold('housing', aid.id)).toEqual(['aidAsked', 'aidTakenBack'])
    expect(await kindsTold('power', aid.id)).toEqual(['aidAsked'])
    expect(
      await no('housing', aid, housing, { verb: 'plan', on: dayOf(server.now), who: '我', what: '看' }),
    ).toMatchObject({
      refused: 'aidNotNow',
    })
    await ok('sorter', handed, water, { verb: 'takeBack', reason: '不需要了' })
    const none = await ok('sorter', handed, '枫溪供电公司', { verb: 'takeBack', reason: '也不需要' })
    expect(none.state).toBe('posted')
  })

  test('is told that the orderer withdrew it', async () => {
    const aid = await dispatch(server, await post(server), ['housing'])
    const off = await ok('clerk', aid, null, { verb: 'withdraw', reason: '物业已经修好' })
    expect(off).toMatchObject({ state: 'withdrawn', lines: [{ outcome: 'dropped' }], may: [] })
    expect(await kindsTold('housing', aid.id)).toEqual(['aidAsked', 'aidWithdrawn'])
    expect(await kindsTold('sorter', aid.id)).toEqual(['aidPosted', 'aidWithdrawn'])
  })
})

describe('who sees it', () => {
  test('its area, the centre, those above, and whom it asked; nobody beside', async () => {
    const aid = await dispatch(server, await post(server), ['housing'])
    for (const login of ['clerk', 'sorter', 'desk', 'supervisor', 'leader', 'topsorter', 'housing2'] as const)
      expect((await see(login, aid.id)).id).toBe(aid.id)
    const beside = [
      'southsorter',
      'reedclerk',
      'plumclerk',
      'water',
      'power',
      'mediator',
      'lawyer',
      'head',
    ] as const
    for (const login of beside) {
      expect(await server.as(login).no('getAid', { params: { id: aid.id } }), login).toMatchObject({
        status: 404,
      })
      for (const of of ['todo', 'posted', 'area', 'done'])
        expect(await idsIn(login, { of }), login).not.toContain(aid.id)
    }
    for (const login of ['admin', 'auditor', 'security'] as const)
      expect(await server.as(login).no('getAid', { params: { id: aid.id } })).toMatchObject({ status: 403 })
  })

  test('its matter only whoever may see that anyway; a need-to-know one cannot be linked', async () => {
    const matter = await report(server)
    const { number } = await server.as('clerk').ok('getMatter', { params: { id: matter.id } })
    const aid = await dispatch(server, await post(server, { matters: [number] }), ['housing'])
    expect((await see('clerk', aid.id)).matters).toMatchObject([{ id: matter.id, number }])
    expect((await see('housing', aid.id)).matters).toEqual([])
    const ofMatter = await server.as('clerk').ok('listMatterAids', { params: { id: matter.id } })
    expect(ofMatter).toMatchObject({ rows: [{ id: aid.id, mayOpen: true }], mayPost: true })
    expect(await server.as('housing').no('listMatterAids', { params: { id: matter.id } })).toMatchObject({
      status: 404,
    })
    const secret = await matterIn(server, 'accepted')
    await server.owner.query('update matter set sensitive = true, need_to_know = $2 where id = $1', [
      ...[secret.id, [server.town.staff.sorter.accountId]],
    ])
    const { number: kept } = await server.as('sorter').ok('getMatter', { params: { id: secret.id } })
    const north = { unitId: server.town.units.north.id, matters: [kept] }
    expect(await server.as('sorter').no('postAid', posting(server, north))).toMatchObject({
      ...{ refused: 'aidLocked', field: 'matters.0', facts: { number: kept } },
    })
    expect(await server.as('clerk').no('postAid', posting(server, { matters: [kept] }))).toMatchObject({
      refused: 'notFound',
    })
  })

  test('once its matter becomes need-to-know, only who ordered, who dispatches and who is asked', async () => {
    const matter = await report(server)
    const { number } = await server.as('clerk').ok('getMatter', { params: { id: matter.id } })
    const aid = await dispatch(server, await post(server, { matters: [number] }), ['housing'])
    expect((await see('leader', aid.id)).id).toBe(aid.id)
    await server.owner.query('update matter set sensitive = true where id = $1', [matter.id])
    for (const login of ['leader', 'supervisor', 'topsorter', 'desk'] as const) {
      expect(await server.as(login).no('getAid', { params: { id: aid.id } })).toMatchObject({ status: 404 })
      expect(await idsIn(login, { of: 'area' })).not.toContain(aid.id)
    }
    expect((await see('clerk', aid.id)).matters).toEqual([])
    expect((await see('sorter', aid.id)).id).toBe(aid.id)
    expect((await see('housing', aid.id)).need).toContain('渗水')
  })
})

describe('lateness', () => {
  test('is told once at each mark, to whose turn it is, then to who ordered and the centre, then to the district', async () => {
    // Monday morning, so that the next working days are plain
    server.now = Date.UTC(2026, 10, 30, 1, 30)
    const aid = await post(server)
    const sweep = async (ms: number) => {
      server.pass(ms)
      await Promise.all([goRound(server.platform), goRound(server.platform)])
      await goRound(server.platform)
    }
    await sweep(4 * day)
    expect(await kindsTold('sorter', aid.id)).toEqual(['aidFar', 'aidPosted'])
    expect(await kindsTold('topsorter', aid.id)).toEqual(['aidFar'])
    const sent = await dispatch(server, aid, ['housing'])
    expect(sent.lateness).toBe('fine')
    await sweep(3 * day + 9 * 3_600_000)
    expect(await kindsTold('housing', aid.id)).toEqual(['aidAsked', 'aidLate'])
    expect(await idsIn('leader', { of: 'area', late: '1' })).toContain(aid.id)
    await sweep(60_000)
    expect(await kindsTold('housing', aid.id)).toHaveLength(2)
    const taken = await ok('housing', sent, housing, { verb: 'accept' })
    expect(taken.lines[0]?.steps[0]).toMatchObject({ step: 'accept', lateness: 'late' })
    expect(taken.lines[0]?.lateness).toBe('fine')
  })
})

describe('the figures of a month', () => {
  test('count both sides in the order of the tree, for whoever sees the area; an asked unit sees itself', async () => {
    const month = '2026-11'
    const all = await server.as('leader').ok('getAidFigures', { query: { month } })
    expect(all.orderers.map(({ unitName }) => unitName)).toEqual([
      ...['北桥街道', willow, '柳岸第一网格', '柳岸新村 3 幢'],
    ])
    expect(all.asked.map(({ name }) => name)).toContain('苇塘社区')
    const own = all.orderers.find(({ unitName }) => unitName === willow)
    expect(own?.dispatched.of).toBeGreaterThan(own?.dispatched.n ?? 0)
    const mine = await server.as('housing').ok('getAidFigures', { query: { month } })
    expect(mine.asked.map(({ name }) => name)).toEqual([housing])
    expect(mine.asked[0]?.ratings.result).toMatchObject({ unsatisfied: 1 })
    expect(mine.orderers).toEqual([])
    const none = await server.as('leader').ok('getAidFigures', { query: { month: '2026-10' } })
    expect(none).toMatchObject({ orderers: [], asked: [] })
  })
})

test('lists go on from page to page without a gap or a double', async () => {
  for (const [login, of] of [
    ['clerk', 'posted'],
    ['sorter', 'todo'],
    ['leader', 'area'],
  ] as const) {
    const seen: string[] = []
    const whole = await idsIn(login, { of })
    let cursor: string | null = null
    do {
      const query: Record<string, string> = { of, limit: '3', ...(cursor === null ? {} : { cursor }) }
      const page = await server.as(login).ok('listAids', { query })
      seen.push(...page.rows.map(({ id }) => id))
      cursor = page.next
    } while (cursor !== null)
    expect(seen).toEqual(whole)
  }
  const bad = await server.as('sorter').no('listAids', { query: { cursor: "x' or 1=1" } })
  expect(bad).toMatchObject({ refused: 'badInput', field: 'cursor' })
})

test('a unit that still has an order cannot be closed', async () => {
  await dispatch(server, await post(server), ['power'])
  const given = { params: { id: server.town.units.power.id }, body: { commandId: freshId(), lastOn: null } }
  expect(await server.as('admin').no('closeUnit', given as never)).toMatchObject({ refused: 'unitHasAids' })
})

describe('the catalogue of help', () => {
  const save = (code: string, more: object) => ({
    params: { code },
    body: { commandId: freshId(), version: 0, nameZh: '绿化修剪', nameEn: 'Pruning', isOn: true, ...more },
  })
  test('is the district’s own: kinds are added, renamed, taken out, and stay on what was ordered', async () => {
    const admin = server.as('admin')
    const { rows } = await admin.ok('saveAidKind', save('GARDEN', {}))
    expect(rows.at(-1)).toMatchObject({ code: 'GARDEN', nameZh: '绿化修剪', isOn: true, version: 1 })
    const aid = await post(server, { kind: 'GARDEN' })
    expect(await admin.no('saveAidKind', save('GARDEN', {}))).toMatchObject({ refused: 'codeTaken' })
    expect(await admin.no('saveAidKind', save('GARDEN', { version: 9 }))).toMatchObject({
      refused: 'staleVersion',
    })
    expect(await admin.no('saveAidKind', save('NOTHERE', { version: 1 }))).toMatchObject({
      refused: 'notFound',
    })
    const off = save('GARDEN', { version: 1, nameZh: '树木修剪', isOn: false })
    await admin.ok('saveAidKind', off)
    expect(await admin.ok('saveAidKind', off)).toEqual(await admin.ok('listAidKinds', {}))
    expect((await see('clerk', aid.id)).kind.nameZh).toBe('树木修剪')
    expect(await server.as('clerk').no('postAid', posting(server, { kind: 'GARDEN' }))).toMatchObject({
      refused: 'aidKindGone',
    })
    expect(await server.as('sorter').no('saveAidKind', off)).toMatchObject({ status: 403 })
  })
})

test('the history of an order is chained, and its rows cannot be changed', async () => {
  await expect(
    server.pool.query(`update aid_action set verb = 'confirm' where district_id = ${district}`),
  ).rejects.toThrow()
})
