import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, statusesOf } from '#test/client.ts'
import { district, freshId } from '#test/factory.ts'
import { appealBody, bring, matterIn, report } from '#test/matters.ts'
import { day, startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const params = { district }
const track = (queryCode: string) => server.visitor.ok('track', { params, body: { queryCode } })
const moving = (queryCode: string, verb: string, input: object) => ({
  params,
  body: { queryCode, commandId: freshId(), verb, input },
})
const tell = (queryCode: string, verb: string, input: object) =>
  server.visitor.ok('moveTracked', moving(queryCode, verb, input))
const refused = (queryCode: string, verb: string, input: object) =>
  server.visitor.no('moveTracked', moving(queryCode, verb, input))
const unhappy = { solved: false, satisfied: 'unsatisfied', words: '灯又灭了' }
const happy = { solved: true, satisfied: 'satisfied' }
const verbsOf = (tracking: Answer<'track'>) => tracking.steps.map((step) => step.verb)

describe('a stairwell code', () => {
  test('knows its place, however it is typed', async () => {
    for (const code of ['0ABCDE', '0abcde', 'oabcde', '０ＡＢＣＤＥ'])
      expect(await server.visitor.ok('findPlace', { params: { district, code } })).toMatchObject({
        label: '柳岸新村 3 幢 1 单元',
        communityName: '柳岸社区',
        communityPhone: '0799-5550101',
        districtName: '枫溪区',
      })
  })

  test('that is unknown, retired or of another district opens nothing', async () => {
    await server.owner.query(`update place set valid_to = '2026-11-22' where code = '2ABCDE'`)
    for (const where of [
      { district, code: 'ZZZZZZ' },
      { district, code: '2ABCDE' },
      { district: 1, code: '0ABCDE' },
    ])
      expect(await server.visitor.no('findPlace', { params: where })).toMatchObject({
        status: 404,
        refused: 'unknownPlace',
      })
    const early = appealBody(server.town, { placeCode: '1ABCDE' })
    const sent = await server.visitor.ok('sendAppeal', { params, body: early })
    await server.owner.query(`update place set valid_to = '2026-11-22' where code = '1ABCDE'`)
    expect(await server.visitor.ok('sendAppeal', { params, body: early }), 'sent again').toEqual(sent)
    const body = appealBody(server.town, { placeCode: '2ABCDE' })
    expect(await server.visitor.no('sendAppeal', { params, body })).toMatchObject({ field: 'placeCode' })
  })
})

describe('whoever sends', () => {
  test('may leave no name and no telephone, and is then never asked to be called', async () => {
    const { id } = await report(server, { name: undefined, phone: undefined })
    const { voices } = await server.as('clerk').ok('getMatter', { params: { id } })
    expect(voices).toMatchObject([{ isAnonymous: true, name: null, phone: null, mayReveal: false }])
  })

  test('may paste a telephone number in any shape, but not just anything', async () => {
    const { id } = await report(server, { phone: '＋86 199－0000—1234' })
    const { voices } = await server.as('clerk').ok('getMatter', { params: { id } })
    expect(voices).toMatchObject([{ name: '林**', phone: '199****1234' }])
    const body = appealBody(server.town, { phone: 'call me' })
    expect(await server.visitor.no('sendAppeal', { params, body })).toMatchObject({
      status: 400,
      field: 'phone',
    })
  })

  test('with words of half a sign or with control characters is understood without them', async () => {
    const { queryCode } = await report(server, { words: ' 灯\u0000坏了\ud83d，请来\u0007看看 ' })
    expect((await track(queryCode)).words).toBe('灯坏了，请来看看')
  })
})

describe('a query code', () => {
  test('opens the appeal however it is typed, and a wrong one says so', async () => {
    const { queryCode } = await report(server)
    expect(queryCode).toMatch(/^\d{4} \d{4} \d{4}$/)
    const shapes = [
      queryCode,
      queryCode.replaceAll(' ', ''),
      queryCode.replaceAll(' ', '-'),
      `查询码：${queryCode}`,
    ]
    for (const typed of shapes) expect((await track(typed)).state).toBe('received')
    const digits = queryCode.replaceAll(' ', '')
    const wrong = digits.replace(/\d$/, (d) => String((Number(d) + 1) % 10))
    for (const typed of [wrong, '', '1', 'abc', '000000000000'])
      expect(await server.visitor.no('track', { params, body: { queryCode: typed } })).toMatchObject({
        status: 404,
        refused: 'unknownCode',
        field: 'queryCode',
      })
    expect(
      await server.visitor.no('track', { params: { district: 339_902 }, body: { queryCode } }),
    ).toMatchObject({ refused: 'unknownCode' })
  })

  test('is given again to the sender only, not to staff who copy the ids from the matter page', async () => {
    const body = appealBody(server.town)
    const sent = await server.visitor.ok('sendAppeal', { params, body })
    expect(await server.visitor.ok('sendAppeal', { params, body })).toEqual(sent)
    const page = await server.as('clerk').ok('getMatter', { params: { id: body.matterId } })
    const known = JSON.stringify(page)
    expect(known).toContain(body.id)
    expect(known).not.toContain(body.commandId)
    const forged = { ...body, commandId: freshId() }
    expect(await server.visitor.no('sendAppeal', { params, body: forged })).toMatchObject({
      refused: 'commandReused',
    })
  })
})

describe('rating', () => {
  test('is done once, also when two ratings arrive at once', async () => {
    const { queryCode } = await matterIn(server, 'revisiting')
    const answers = await Promise.all(
      [happy, unhappy, happy].map((input) =>
        server.visitor.send('moveTracked', moving(queryCode, 'rate', input)),
      ),
    )
    expect(statusesOf(answers)).toEqual([200, 409, 409])
    expect(await refused(queryCode, 'rate', happy)).toMatchObject({ status: 409, refused: 'alreadyRated' })
  })

  test('as not solved keeps the matter open for the centre, and a new result may be rated anew', async () => {
    const { id, queryCode } = await matterIn(server, 'revisiting')
    await tell(queryCode, 'rate', unhappy)
    expect(await track(queryCode)).toMatchObject({ state: 'revisiting', rating: { solved: false } })
    expect((await server.as('clerk').ok('getMatter', { params: { id } })).flags).toContain('unhappy')
    await server.as('clerk').move(id, 'redo', { reason: '居民说没有解决' })
    await bring(server, id, 'revisiting')
    expect(await track(queryCode)).toMatchObject({ rating: null, may: ['rate'] })
    await tell(queryCode, 'rate', happy)
    const end = await track(queryCode)
    expect(end).toMatchObject({ state: 'closed', rating: { solved: true } })
    expect(verbsOf(end).filter((verb) => verb === 'rate')).toHaveLength(2)
  })
})

test('a question is answered once, and without a question there is nothing to answer', async () => {
  const { id, queryCode } = await matterIn(server, 'accepted')
  expect(await refused(queryCode, 'answer', { text: '三楼' })).toMatchObject({
    status: 409,
    refused: 'noQuestion',
  })
  await server.as('clerk').move(id, 'ask', { question: '几楼？' })
  expect((await server.as('clerk').ok('getMatter', { params: { id } })).flags).toContain('awaitingPerson')
  await tell(queryCode, 'answer', { text: '三楼' })
  expect(await refused(queryCode, 'answer', { text: '三楼' })).toMatchObject({ refused: 'noQuestion' })
})

test('the person may withdraw while it is being handled, and nothing can be done after that', async () => {
  const { id, queryCode } = await matterIn(server, 'handling')
  await tell(queryCode, 'withdraw', { reason: '邻居自己修好了' })
  expect(await track(queryCode)).toMatchObject({
    state: 'closed',
    closureKind: 'withdrawn',
    may: ['askReopen'],
  })
  expect(await server.as('clerk').moveNo(id, 'accept', {})).toMatchObject({ refused: 'notNow' })
  const { clocks } = await server.as('clerk').ok('getMatter', { params: { id } })
  expect(clocks.filter((clock) => clock.stoppedAt === null)).toEqual([])
  expect(clocks.find((clock) => clock.kind === 'handle')?.outcome).toBe('dropped')
})

test('staff may not pretend to be the person: answering, rating and asking again are not theirs', async () => {
  const { id } = await matterIn(server, 'revisiting')
  expect(await server.as('clerk').moveNo(id, 'rate', happy)).toMatchObject({
    status: 403,
    refused: 'notYours',
  })
  expect(await server.as('clerk').moveNo(id, 'answer', { text: '好' })).toMatchObject({ refused: 'notYours' })
})

describe('asking to reopen', () => {
  test('is answered by keeping it closed with a reason, or by beginning again', async () => {
    const { id, queryCode } = await matterIn(server, 'closed')
    const clerk = server.as('clerk')
    expect(await clerk.moveNo(id, 'keepClosed', { reason: '无人申请' })).toMatchObject({
      refused: 'nothingAsked',
    })
    await tell(queryCode, 'askReopen', { reason: '灯又灭了' })
    expect(await refused(queryCode, 'askReopen', { reason: '快点' })).toMatchObject({
      status: 409,
      refused: 'reopenAlreadyAsked',
    })
    expect((await clerk.ok('listMatters', { query: { box: 'pool' } })).rows.map((row) => row.id)).toContain(
      id,
    )
    await clerk.move(id, 'keepClosed', { reason: '是另一盏灯，请重新提交' })
    expect((await track(queryCode)).steps.at(-1)).toMatchObject({
      verb: 'keepClosed',
      words: '是另一盏灯，请重新提交',
    })
    await tell(queryCode, 'askReopen', { reason: '就是同一盏' })
    await clerk.move(id, 'reopen', { reason: '属实，重办' })
    const again = await clerk.ok('getMatter', { params: { id } })
    expect(again).toMatchObject({ state: 'accepted', holder: { name: '柳岸社区' }, closureKind: null })
    expect(again.flags).toContain('reopened')
    expect(again.clocks.find((clock) => clock.stoppedAt === null)?.kind).toBe('dispatch')
    await bring(server, id, 'revisiting')
    expect((await track(queryCode)).may).toEqual(['rate'])
  })

  test('comes too late after thirty days', async () => {
    const { queryCode } = await matterIn(server, 'closed')
    server.pass(31 * day)
    expect(await refused(queryCode, 'askReopen', { reason: '又坏了' })).toMatchObject({
      status: 409,
      refused: 'reopenTooLate',
      facts: { days: 30 },
    })
    server.pass(-31 * day)
  })
})
