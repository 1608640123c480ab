import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBreak } from '#server/matter/history.ts'
import type { Login } from '#test/factory.ts'
import { imported, type OrderCells, orderCells } from '#test/orders.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

type Found = {
  id: string
  matter_id: string
  repeats: number
  query_sealed: Buffer
  phone_sealed: Buffer | null
  is_anonymous: boolean
  is_confidential: boolean
  submitted_at: Date
  state: string
  kind: string
  urgency: string
  place_path: string
  place_text: string
  centre_id: string
  holder_id: string
  appeals: number
}

async function findOrder(order: OrderCells): Promise<Found | undefined> {
  const { rows } = await server.owner.query<Found>(
    `select a.*, m.state, m.kind, m.urgency, m.place_path, m.place_text, m.centre_id, m.holder_id, m.appeals from appeal a
     join matter m on m.id = a.matter_id where a.external_no = $1`,
    [order.工单编号],
  )
  expect(rows.length).toBeLessThanOrEqual(1)
  return rows[0]
}

const counted = async () => {
  const { rows } = await server.owner.query<
    Record<string, string>
  >(`select (select count(*) from matter) matters,
    (select count(*) from appeal) appeals, (select count(*) from matter_action) actions, (select sum(version) from matter) versions,
    (select sum(repeats) from appeal) repeats`)
  return rows[0]
}

const pageOf = (login: Login, id: string) => server.as(login).ok('getMatter', { params: { id } })

async function holds(matterId: string): Promise<void> {
  const { rows } = await server.owner.query('select * from matter_action where matter_id = $1 order by seq', [
    matterId,
  ])
  const lines = rows.map((row) => ({ ...row, at: (row.at as Date).getTime() }))
  expect(findBreak(lines)).toBeUndefined()
  const matter = (
    await server.owner.query('select last_seq, last_hash from matter where id = $1', [matterId])
  ).rows[0]
  expect(matter.last_seq).toBe(lines.length)
  expect(matter.last_hash).toEqual(lines.at(-1)?.hash)
}

describe('a row that can be read', () => {
  test('becomes a matter of the importing centre, at its place, with its clock and a name only a few may read', async () => {
    const order = orderCells({ 社区: '梅园', 来电人: '江一帆', 诉求内容: '梅园里健身器材松动，希望检修。' })
    expect(await imported(server, 'desk', [order])).toMatchObject({
      state: 'done',
      rowsTotal: 1,
      rowsDone: 1,
      rowsNew: 1,
      rowsBad: 0,
    })
    const found = await findOrder(order)
    expect(found).toMatchObject({
      state: 'received',
      kind: 'request',
      urgency: 'normal',
      is_anonymous: false,
      repeats: 0,
    })
    expect(found?.centre_id).toBe(server.town.units.northCentre.id)
    expect(found?.holder_id).toBe(server.town.units.northCentre.id)
    expect(found?.place_path).toBe(server.town.units.plum.path)
    expect(found?.submitted_at.toISOString()).toBe('2026-11-20T02:11:12.000Z')
    const page = await pageOf('sorter', found?.matter_id ?? '')
    expect(page).toMatchObject({ channel: 'hotline', categoryCode: null, story: order.诉求内容, appeals: 1 })
    expect(page.voices[0]).toMatchObject({ externalNo: order.工单编号, name: '江**' })
    expect(page.clocks).toMatchObject([{ kind: 'accept', startedAt: new Date(server.now).toISOString() }])
    expect(page.actionLog).toMatchObject([
      { verb: 'receive', actor: { kind: 'staff', role: 'deskOfficer', unitName: '北桥街道综治中心' } },
    ])
    const { rows } = await server.as('sorter').ok('listMatters', { query: { box: 'area', q: '健身器材' } })
    expect(rows.map((row) => row.id)).toEqual([found?.matter_id])
    await holds(found?.matter_id ?? '')
  })

  test('about a quarrel between neighbours becomes a dispute even where the hotline called it a complaint', async () => {
    const order = orderCells({ 工单类型: '投诉', 诉求内容: '楼上卫生间漏水到我家，邻居不肯修，双方争吵。' })
    const asked = orderCells({ 工单类型: '咨询', 诉求内容: '请问楼上漏水到我家应该找哪个部门？' })
    await imported(server, 'desk', [order, asked])
    expect((await findOrder(order))?.kind).toBe('dispute')
    expect((await findOrder(asked))?.kind).toBe('consultation')
  })

  test('without name and number is anonymous, and lies in the area where its community is not ours', async () => {
    const order = orderCells({ 来电人: '匿名', 联系电话: '', 社区: '苇塘社区', 街道: '南塘街道' })
    await imported(server, 'desk', [order])
    const found = await findOrder(order)
    expect(found).toMatchObject({ is_anonymous: true, phone_sealed: null, place_text: '南塘街道苇塘社区' })
    expect(found?.place_path).toBe(server.town.units.north.path)
  })
})

test('counts the calls that the hotline counted before', async () => {
  const order = orderCells({ 来电次数: '3次' })
  await imported(server, 'desk', [order])
  expect((await findOrder(order))?.repeats).toBe(2)
})

describe('a row seen before', () => {
  test('word for word is known, and nothing at all is written for it', async () => {
    const orders = [orderCells(), orderCells({ 联系电话: '' }), orderCells()]
    await imported(server, 'desk', orders)
    const before = await counted()
    expect(await imported(server, 'sorter', orders)).toMatchObject({
      state: 'done',
      rowsNew: 0,
      rowsJoined: 0,
      rowsKnown: 3,
    })
    expect(await counted()).toEqual(before)
  })

  test('with other words leaves a note and counts as a repetition, once however often the file is sent', async () => {
    const order = orderCells()
    await imported(server, 'desk', [order])
    const again = { ...order, 诉求内容: '来电人再次催办：灯还是不亮。' }
    expect(await imported(server, 'desk', [again, again])).toMatchObject({ rowsJoined: 1, rowsKnown: 1 })
    expect(await imported(server, 'desk', [again])).toMatchObject({ rowsJoined: 0, rowsKnown: 1 })
    const found = await findOrder(order)
    expect(found?.repeats).toBe(1)
    const page = await pageOf('sorter', found?.matter_id ?? '')
    expect(page.actionLog.map((line) => line.verb)).toEqual(['receive', 'note'])
    expect(page.actionLog[1]?.payload['text']).toContain('灯还是不亮')
    expect(page.version).toBe(2)
    await holds(page.id)
  })

  test('under another number, from the same caller, joins the open matter as one more voice', async () => {
    const first = orderCells({ 诉求内容: '三号楼门口堆着装修垃圾。' })
    const second = orderCells({ 诉求内容: '三号楼门口，堆着装修垃圾！', 联系电话: first.联系电话 ?? '' })
    const third = orderCells({ 诉求内容: '三号楼门口堆着装修垃圾', 联系电话: first.联系电话 ?? '' })
    await imported(server, 'desk', [first])
    expect(await imported(server, 'desk', [second, third])).toMatchObject({ rowsNew: 0, rowsJoined: 2 })
    const [a, b, c] = [await findOrder(first), await findOrder(second), await findOrder(third)]
    expect(b?.matter_id).toBe(a?.matter_id)
    expect(c?.matter_id).toBe(a?.matter_id)
    expect(a?.appeals).toBe(3)
    expect(b?.query_sealed).not.toEqual(a?.query_sealed)
    const page = await pageOf('sorter', a?.matter_id ?? '')
    expect(page.actionLog.map((line) => line.verb)).toEqual(['receive', 'join', 'join'])
    const numbers = [first, second, third].map((order) => order.工单编号)
    expect(new Set(page.voices.map((voice) => voice.externalNo))).toEqual(new Set(numbers))
    await holds(page.id)
  })

  test('joins within one file too, and a further import knows all of it', async () => {
    const first = orderCells({ 诉求内容: '五号楼电梯停了两天。' })
    const twin = orderCells({ 诉求内容: '五号楼电梯停了两天。', 联系电话: first.联系电话 ?? '' })
    const other = orderCells({ 诉求内容: '五号楼电梯停了两天。' })
    expect(await imported(server, 'desk', [first, twin, other])).toMatchObject({ rowsNew: 2, rowsJoined: 1 })
    expect((await findOrder(twin))?.matter_id).toBe((await findOrder(first))?.matter_id)
    expect((await findOrder(other))?.matter_id).not.toBe((await findOrder(first))?.matter_id)
    expect(await imported(server, 'desk', [twin, other, first])).toMatchObject({ rowsKnown: 3 })
  })

  test('is a new matter where the earlier one is closed or belongs to another street', async () => {
    const first = orderCells({ 诉求内容: '六号楼水管爆了。' })
    await imported(server, 'desk', [first])
    const id = (await findOrder(first))?.matter_id ?? ''
    const abroad = orderCells({ 诉求内容: '六号楼水管爆了。', 联系电话: first.联系电话 ?? '' })
    expect(await imported(server, 'southsorter', [abroad])).toMatchObject({ rowsNew: 1 })
    await server.as('sorter').move(id, 'refuse', { route: 'market', reason: '请联系物业维修' })
    const later = orderCells({ 诉求内容: '六号楼水管爆了。', 联系电话: first.联系电话 ?? '' })
    expect(await imported(server, 'desk', [later])).toMatchObject({ rowsNew: 1, rowsJoined: 0 })
    expect((await findOrder(later))?.matter_id).not.toBe(id)
  })
})
