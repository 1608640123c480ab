import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doorRefusals } from '#contract/door.ts'
import { statusesOf } from '#test/client.ts'
import { bring } from '#test/matters.ts'
import { imported, orderCells } from '#test/orders.ts'
import { freshNo, makePartner, orderBody, type Partner } from '#test/partners.ts'
import { day, startServer, type TestServer } from '#test/server.ts'

let server: TestServer
let hotline: Partner
let police: Partner
beforeAll(async () => {
  server = await startServer()
  hotline = await makePartner(server)
  police = await makePartner(server, { name: '枫溪公安分局', channel: 'police' })
})
afterAll(() => server.close())

const put = (orderNo: string, more: object = {}, who = hotline) =>
  who.client.ok('putOrder', { params: { orderNo }, body: orderBody(more) })
const refusedPut = (orderNo: string, more: object = {}, who = hotline) =>
  who.client.no('putOrder', { params: { orderNo }, body: orderBody(more) })
const read = (orderNo: string, who = hotline) => who.client.ok('getOrder', { params: { orderNo } })
const say = (orderNo: string, messageNo: string, text: string) =>
  hotline.client.ok('addOrderMessage', { params: { orderNo }, body: { messageNo, text } })
const changes = (changedSince?: string, limit?: number) =>
  hotline.client.ok('listChangedOrders', { query: { changedSince, limit } })

/** The matter an order became, as the district's centre sees it. */
async function matterOf(orderNo: string) {
  const { rows } = await server.owner.query<{ matter_id: string }>(
    'select matter_id from appeal where external_no = $1',
    [orderNo],
  )
  expect(rows).toHaveLength(1)
  return server.as('topsorter').ok('getMatter', { params: { id: rows[0]?.matter_id ?? '' } })
}

describe('an order', () => {
  test('becomes a matter with what it says, by whom it came, and the limit of the sender', async () => {
    const no = freshNo()
    const more = {
      name: '林小满',
      phone: '199 0000 7001',
      isConfidential: true,
      title: '路灯',
      kind: 'complaint',
    }
    const answer = await put(no, { ...more, dueAt: '2026-11-27T10:00:00+08:00' })
    expect(answer).toEqual({ orderNo: no, number: expect.any(String), outcome: 'new', wasClosed: false })
    const matter = await matterOf(no)
    expect(matter).toMatchObject({
      ...{ number: answer.number, title: '路灯', channel: 'hotline', kind: 'complaint', state: 'received' },
      ...{ placeText: '柳岸新村门口', holder: { name: '北桥街道综治中心' }, appeals: 1 },
      actionLog: [{ verb: 'receive', actor: { kind: 'partner', name: '市 12345 平台', unitName: null } }],
      voices: [
        {
          ...{ externalNo: no, isConfidential: true, hasContact: true },
          ...{ submittedAt: '2026-11-20T02:11:12.000Z', externalDueAt: '2026-11-27T02:00:00.000Z' },
        },
      ],
    })
  })

  test('sent again answers the same, and ten at once are one matter', async () => {
    const no = freshNo()
    const given = { params: { orderNo: no }, body: orderBody() }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => hotline.client.send('putOrder', given)),
    )
    expect(statusesOf(answers)).toEqual(Array.from({ length: 10 }, () => 200))
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
    expect(await put(no)).toEqual(answers[0]?.json())
    expect(await matterOf(no)).toMatchObject({ appeals: 1, actionLog: [{ verb: 'receive' }] })
  })

  test('with other words is noted at the voice it was, once, and says so', async () => {
    const no = freshNo()
    const { number } = await put(no)
    const words = '路灯今晚全灭了，有人摔倒。'
    const again = await Promise.all([put(no, { words }), put(no, { words }), put(no, { words: ` ${words}` })])
    for (const answer of again)
      expect(answer).toMatchObject({ number, outcome: 'supplemented', wasClosed: false })
    const matter = await matterOf(no)
    expect(matter.actionLog.map(({ verb }) => verb)).toEqual(['receive', 'note'])
    expect(matter.actionLog[1]).toMatchObject({
      actor: { kind: 'partner' },
      payload: { text: expect.stringContaining(words) },
    })
    expect(matter.voices[0]).toMatchObject({ repeats: 1, words: orderBody().words })
  })

  test('of a caller who said the same in a matter still open joins it; once that is closed it is a matter of its own', async () => {
    const caller = { phone: '199 0000 7002', words: '隔壁装修，夜里十点还在敲墙。' }
    const [first, second, third] = [freshNo(), freshNo(), freshNo()]
    const { number } = await put(first, caller)
    expect(await put(second, caller, police)).toMatchObject({ number, outcome: 'joined' })
    expect(await put(second, caller, police)).toMatchObject({ number, outcome: 'joined' })
    expect(await matterOf(first)).toMatchObject({ appeals: 2 })
    await server.owner.query(
      `update matter set state = 'closed', closure_kind = 'resolved' where number = $1`,
      [number],
    )
    expect(await put(third, caller)).toMatchObject({ outcome: 'new' })
  })

  test('and another of the same caller in the same moment are one matter', async () => {
    const caller = { phone: '199 0000 7003', words: '电梯停了三天，老人下不了楼。' }
    const answers = await Promise.all(Array.from({ length: 6 }, () => put(freshNo(), caller)))
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1)
  })

  test('that the Excel list brought before is the same voice, and the other way round', async () => {
    const cells = orderCells()
    await imported(server, 'desk', [cells])
    const no = cells['工单编号'] ?? ''
    expect((await hotline.client.no('getOrder', { params: { orderNo: no } })).refused).toBe('notFound')
    const { number } = await put(no, { words: cells['诉求内容'] })
    expect((await matterOf(no)).number).toBe(number)
    expect((await read(no)).number).toBe(number)
    const own = freshNo()
    await put(own, { words: '河边的栏杆断了。' })
    const done = await imported(server, 'desk', [orderCells({ 工单编号: own, 诉求内容: '河边的栏杆断了。' })])
    expect(done).toMatchObject({ rowsKnown: 1, rowsNew: 0 })
  })
})

describe('the place of an order', () => {
  test('is a unit, a stairwell, or words for the centre of the area', async () => {
    const { willow } = server.town.units
    const [unit, code, none] = [freshNo(), freshNo(), freshNo()]
    await put(unit, { words: '单位路径。', place: { unit: willow.path, text: '东门' } })
    expect(await matterOf(unit)).toMatchObject({ placeText: '东门', holder: { name: '柳岸社区' } })
    await put(code, { words: '楼道码。', place: { code: server.town.places.willow } })
    expect(await matterOf(code)).toMatchObject({
      placeText: '柳岸新村 3 幢 1 单元',
      holder: { name: '柳岸社区' },
    })
    await put(none, { words: '没有地点。', place: undefined })
    expect(await matterOf(none)).toMatchObject({
      placeText: '北桥街道',
      holder: { name: '北桥街道综治中心' },
    })
  })

  test('outside the area, unknown or closed is refused with its field, and nothing is left behind', async () => {
    const { units, places } = server.town
    const no = freshNo()
    expect(await refusedPut(no, { place: { unit: units.reed.path } })).toMatchObject({
      ...{ status: 422, refused: 'outsideArea', field: 'place.unit' },
      facts: { place: '苇塘社区', area: '北桥街道' },
    })
    expect(await refusedPut(no, { place: { code: places.reed } })).toMatchObject({ refused: 'outsideArea' })
    expect(await refusedPut(no, { place: { code: 'ZZZZZZ' } })).toMatchObject({
      status: 404,
      refused: 'unknownPlace',
    })
    expect(await refusedPut(no, { place: { unit: `${units.north.path}999/` } })).toMatchObject({
      ...{ refused: 'badInput', field: 'place.unit' },
    })
    await server.owner.query(`update unit set valid_to = '2026-01-01' where id = $1`, [units.plum.id])
    expect(await refusedPut(no, { place: { unit: units.plum.path } })).toMatchObject({
      refused: 'closedUnit',
    })
    await server.owner.query('update unit set valid_to = null where id = $1', [units.plum.id])
    expect((await server.owner.query('select from appeal where external_no = $1', [no])).rowCount).toBe(0)
  })
})

test('what cannot be taken in is refused by the name of its field', async () => {
  const no = freshNo()
  const cases: [more: object, refused: string, field: string][] = [
    [{ words: '长'.repeat(5001) }, 'tooLong', 'words'],
    [{ words: ' ' }, 'missingField', 'words'],
    [{ caller: '林小满' }, 'badInput', 'caller'],
    [{ place: { street: '北桥' } }, 'badInput', 'place.street'],
    [{ phone: 'no' }, 'badInput', 'phone'],
    [{ kind: 'joke' }, 'badInput', 'kind'],
    [{ submittedAt: '2026-11-20 10:11' }, 'badInput', 'submittedAt'],
    [{ submittedAt: '0000-01-01T00:00:00Z' }, 'badInput', 'submittedAt'],
    [{ submittedAt: '2027-11-20T10:11:12+08:00' }, 'badInput', 'submittedAt'],
    [{ dueAt: '2026-11-19T10:11:12+08:00' }, 'badInput', 'dueAt'],
  ]
  for (const [more, refused, field] of cases)
    expect(await refusedPut(no, more), field).toMatchObject({ refused, field })
  for (const bad of [' ', '-1', "1' or 1=1", '长'.repeat(65), 'a/b', 'a\u0000'])
    expect(await refusedPut(bad), bad).toMatchObject({ status: 400, refused: 'badInput', field: 'orderNo' })
})

test('the number of another system is not found by reading, and refused for bringing', async () => {
  const no = freshNo()
  const other = await makePartner(server, { name: '另一平台', unitId: server.town.units.south.id })
  await put(no)
  for (const who of [police, other]) {
    expect(await who.client.no('getOrder', { params: { orderNo: no } })).toMatchObject({ status: 404 })
    const given = { params: { orderNo: no }, body: { messageNo: '1', text: '补充' } }
    expect(await who.client.no('addOrderMessage', given)).toMatchObject({ status: 404, refused: 'notFound' })
    expect(
      (await who.client.ok('listChangedOrders', { query: {} })).rows.map((row) => row.orderNo),
    ).not.toContain(no)
  }
  expect(await refusedPut(no, { place: undefined }, other)).toMatchObject({
    status: 409,
    refused: 'orderNoTaken',
  })
  expect(await put(no, { words: '同号的另一件事。' }, police)).toMatchObject({ outcome: 'new' })
})

test('an order that the Excel list brought into another area does not become the partner’s', async () => {
  const cells = orderCells({ 社区: '苇塘社区', 街道: '南塘街道' })
  expect(await imported(server, 'topsorter', [cells])).toMatchObject({ rowsNew: 1 })
  const no = cells['工单编号'] ?? ''
  expect(await refusedPut(no)).toMatchObject({ status: 409, refused: 'orderNoTaken', facts: { orderNo: no } })
})

describe('reading an order back', () => {
  test('tells what the person is told, in codes and Chinese, and no name of staff and nothing internal', async () => {
    const no = freshNo()
    const { number } = await put(no, {
      ...{ words: '三楼楼道灯坏了一个星期。', name: '林小满', phone: '199 0000 7004' },
      place: { code: server.town.places.willow },
    })
    const { id } = await matterOf(no)
    expect(await read(no)).toMatchObject({
      ...{ number, state: { code: 'received', words: '待受理' }, holderName: '柳岸社区', isWithheld: false },
      ...{ dueAt: expect.any(String), result: null, closure: null, revisit: null },
    })
    await bring(server, id, 'accepted')
    await server.as('clerk').move(id, 'note', { text: '此人常来', files: [] })
    await bring(server, id, 'submitted')
    expect((await read(no)).result).toBeNull()
    await bring(server, id, 'closed')
    const page = await read(no)
    expect(page).toMatchObject({
      ...{ state: { code: 'closed', words: '已结案' }, result: '已更换楼道灯', dueAt: null },
      closure: { code: 'resolved', words: '实质化解' },
      revisit: { solved: true, satisfied: { code: 'satisfied', words: '满意' } },
    })
    const verbs = page.steps.map((step) => step.verb.code)
    expect(verbs).toEqual(['receive', 'accept', 'dispatch', 'sign', 'submit', 'close'])
    expect(JSON.stringify(page)).not.toMatch(/此人常来|文[甲乙丙丁戊]|林小满|1990000/)
  })

  test('of a matter that is need to know tells its state only', async () => {
    const no = freshNo()
    await put(no, { words: '家里的事。' })
    await server.owner.query(
      'update matter set sensitive = true where id = (select matter_id from appeal where external_no = $1)',
      [no],
    )
    expect(await read(no)).toMatchObject({ isWithheld: true, holderName: null, steps: [], dueAt: null })
    expect(await put(no, { words: '家里的事，又来了。' })).toMatchObject({ outcome: 'supplemented' })
  })
})

describe('what is added to an order', () => {
  test('is a note in any state, once for each number of the sender', async () => {
    const no = freshNo()
    await put(no, { words: '树倒了，压住车。', place: { code: server.town.places.willow } })
    const first = await say(no, 'M-1', '是一辆白色的车')
    expect(await say(no, 'M-1', '是一辆白色的车')).toEqual(first)
    const other = { params: { orderNo: no }, body: { messageNo: 'M-1', text: '黑色的' } }
    expect(await hotline.client.no('addOrderMessage', other)).toMatchObject({
      status: 409,
      refused: 'commandReused',
    })
    const { id } = await matterOf(no)
    await bring(server, id, 'closed')
    expect(await say(no, 'M-2', '又倒了一棵')).toMatchObject({ messageNo: 'M-2', wasClosed: true })
    expect(await put(no, { words: '又倒了两棵。' })).toMatchObject({
      outcome: 'supplemented',
      wasClosed: true,
    })
    const { actionLog, state } = await matterOf(no)
    expect(state).toBe('closed')
    expect(actionLog.filter(({ verb }) => verb === 'note')).toHaveLength(3)
    const { rows } = await server.as('clerk').ok('listNotices', { query: { topic: 'voice' } })
    expect(rows.filter(({ kind, matter }) => kind === 'supplement' && matter?.id === id)).toHaveLength(3)
  })

  test('may be a picture or a PDF, which the staff see with its note and nobody sends twice', async () => {
    const no = freshNo()
    await put(no, { words: '有照片的事。', place: { code: server.town.places.willow } })
    const file = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#333' } })
      .png()
      .toBuffer()
    const given = { params: { orderNo: no, fileNo: 1 }, query: { name: '现场.png' }, file, mime: 'image/png' }
    const first = await hotline.client.ok('putOrderFile', given)
    expect(await hotline.client.ok('putOrderFile', given)).toEqual(first)
    const { actionLog } = await matterOf(no)
    expect(actionLog.map(({ verb, files }) => [verb, files.map((one) => one.name)])).toEqual([
      ['receive', []],
      ['note', ['现场.png']],
    ])
    const seen = await server.as('clerk').send('readFile', { params: { id: first.file.id }, query: {} })
    expect(seen.statusCode).toBe(200)
    const bad = { ...given, file: Buffer.from('no picture') }
    expect(await hotline.client.no('putOrderFile', bad)).toMatchObject({ status: 415, refused: 'badFile' })
    const foreign = { ...given, params: { orderNo: freshNo(), fileNo: 1 } }
    expect(await hotline.client.no('putOrderFile', foreign)).toMatchObject({ status: 404, field: 'orderNo' })
  })
})

describe('the list of changes', () => {
  test('pages through every order once, and afterwards tells only what changed', async () => {
    const nos = [freshNo(), freshNo(), freshNo()]
    for (const no of nos) await put(no, { words: `新事 ${no}`, place: { code: server.town.places.willow } })
    const seen: string[] = []
    let since = '0'
    for (let i = 0; i < 40; i++) {
      const { rows, next, hasMore } = await changes(since, 5)
      seen.push(...rows.map((row) => row.orderNo))
      since = next
      if (!hasMore) break
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining(nos))
    expect(await changes(since)).toEqual({ rows: [], next: since, hasMore: false })
    const { id } = await matterOf(nos[1] ?? '')
    await server.as('clerk').move(id, 'accept', {})
    const { rows, next } = await changes(since)
    expect(rows).toEqual([
      {
        orderNo: nos[1],
        number: expect.any(String),
        state: { code: 'accepted', words: '待派单' },
        version: 2,
      },
    ])
    expect(await changes(next)).toMatchObject({ rows: [] })
  })

  test('misses nothing of what becomes true at the same time', async () => {
    const { next } = await changes(undefined, 200)
    const nos = Array.from({ length: 12 }, freshNo)
    await Promise.all(nos.map((no) => put(no, { words: `同时 ${no}` })))
    const seen: string[] = []
    let since = next
    for (let more = true; more; ) {
      const page = await changes(since, 50)
      seen.push(...page.rows.map((row) => row.orderNo))
      since = page.next
      more = page.hasMore
    }
    expect(seen).toEqual(expect.arrayContaining(nos))
  })
})

test('an order is followed when its voice is split off and when its matter is joined into another', async () => {
  const caller = { phone: '199 0000 7011', words: '井盖响了一个月。' }
  const [first, second, third] = [freshNo(), freshNo(), freshNo()]
  await put(first, caller)
  await put(second, caller)
  const { id, voices } = await matterOf(first)
  const { next } = await changes('0', 200)
  const appealIds = voices.filter((voice) => voice.externalNo === second).map((voice) => voice.id)
  await server.as('sorter').move(id, 'split', { appealIds, title: '另一个井盖', reason: '不是同一处' })
  const apart = await changes(next)
  expect(apart.rows.map((row) => row.orderNo)).toContain(second)
  expect((await read(second)).number).not.toBe((await read(first)).number)
  const { number } = await put(third, { words: '路口的井盖响。' })
  const into = await matterOf(third)
  await server.as('sorter').move((await matterOf(second)).id, 'merge', { intoId: into.id, reason: '同一处' })
  expect((await changes(apart.next)).rows.map((row) => row.orderNo)).toEqual(
    expect.arrayContaining([second, third]),
  )
  const page = await read(second)
  expect(page).toMatchObject({ number, state: { code: 'received' } })
  expect(page.steps.length).toBeGreaterThan(1)
  expect(await put(second, caller)).toMatchObject({ number, outcome: 'joined' })
})

test('whatever came to the door was answered: no fault, and no refusal that the document does not name', async () => {
  const { rows } = await server.owner.query<{ outcome: string }>('select distinct outcome from partner_use')
  const named: readonly string[] = ['ok', ...doorRefusals]
  expect(rows.map((row) => row.outcome).filter((outcome) => !named.includes(outcome))).toEqual([])
  expect(server.faults).toEqual([])
  server.pass(day)
  expect((await hotline.client.ok('doorPing', {})).area).toBe('北桥街道')
})
