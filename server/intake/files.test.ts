import { afterAll, beforeAll, expect, test } from 'vitest'
import { triage } from '#test/matters.ts'
import {
  downloaded,
  imported,
  orderBook,
  orderCells,
  orderHeaders,
  upload,
  workbookOf,
} from '#test/orders.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const readings = async (id: string) =>
  (
    await server.owner.query('select what, purpose, account_id from read_log where subject = $1', [
      `import:${id}`,
    ])
  ).rows

test('rows that could not be taken in come back as they were sent, with the reasons in a last column', async () => {
  const bad = orderCells({ 联系电话: '12x', 来电人: '=1+1', 受理时间: '2026-02-30' })
  const { id, rowsBad, rowsNew } = await imported(server, 'desk', [
    orderCells(),
    bad,
    orderCells({ 工单编号: '', 诉求内容: '' }),
  ])
  expect({ rowsBad, rowsNew }).toEqual({ rowsBad: 2, rowsNew: 1 })
  const [head, first, second, ...rest] = await downloaded(server, 'sorter', 'badRows', id)
  expect(head).toEqual([...orderHeaders, '未导入原因'])
  expect(first?.slice(0, 9)).toEqual(orderHeaders.map((header) => bad[header]))
  expect(first?.[9]).toMatch(/「12x」看不出是哪个号码.*\n.*「2026-02-30」在日历上没有/)
  expect(second?.[9]).toBe('「工单编号」还空着，请填上。\n「诉求内容」还空着，请填上。')
  expect(rest).toEqual([])
  expect((await downloaded(server, 'desk', 'badRows', id, 'en'))[0]?.at(-1)).toBe('Why it was not imported')
  expect(await readings(id)).toMatchObject([
    { what: 'export', purpose: 'badRows', account_id: server.town.staff.sorter.accountId },
    { what: 'export', purpose: 'badRows', account_id: server.town.staff.desk.accountId },
  ])
})

test('what was handed back can be mended and sent again as it is', async () => {
  const { id } = await imported(server, 'desk', [orderCells({ 联系电话: '12x' })])
  const [head = [], row = []] = await downloaded(server, 'desk', 'badRows', id)
  const mended = row.map((cell) => (cell === '12x' ? '199-0000-4321' : cell))
  const again = await upload(server, 'desk', await workbookOf(head, [mended]))
  const { mapping } = await server.as('desk').ok('previewImport', { params: { id: again.id }, body: {} })
  expect(Object.values(mapping)).not.toContain(9)
  const seen = await server.as('desk').ok('previewImport', { params: { id: again.id }, body: { mapping } })
  expect(seen.rows[0]?.problems).toEqual([])
})

test('names and numbers of rows that were handed back lie sealed in the database', async () => {
  const { id } = await imported(server, 'desk', [orderCells({ 来电人: '欧阳暗香', 联系电话: '19900001x' })])
  const { rows } = await server.owner.query(
    'select cells::text, problems::text from intake_bad_row where import_id = $1',
    [id],
  )
  expect(rows[0].cells).not.toContain('欧阳暗香')
  expect(rows[0].cells).not.toContain('19900001x')
})

test('the reply file says of each order what became of it', async () => {
  const done = orderCells({ 诉求内容: '楼道灯坏了一个月。' })
  const open = orderCells()
  const elsewhere = orderCells()
  const bad = orderCells({ 联系电话: '12x' })
  await imported(server, 'southsorter', [elsewhere])
  const { id } = await imported(server, 'desk', [done, open, bad, elsewhere, done])
  const { rows } = await server.owner.query('select matter_id from appeal where external_no = $1', [
    done.工单编号,
  ])
  const matterId = rows[0].matter_id as string
  const [sorter, housing] = [server.as('sorter'), server.as('housing')]
  await sorter.move(matterId, 'accept', {})
  await sorter.move(matterId, 'triage', triage)
  await sorter.move(matterId, 'dispatch', { unitId: server.town.units.housing.id })
  await housing.move(matterId, 'sign', {})
  await housing.move(matterId, 'contact', { how: 'phone', note: '约在明天' })
  await housing.move(matterId, 'submit', { result: '=HYPERLINK("x") 已换灯', outcome: 'solved' })
  await sorter.move(matterId, 'verify', {})
  await sorter.move(matterId, 'revisit', {
    reached: true,
    how: 'phone',
    solved: true,
    satisfied: 'satisfied',
  })
  await sorter.move(matterId, 'close', { closureKind: 'resolved', summary: '灯已亮' })
  const [head, first, second, third, ...rest] = await downloaded(server, 'desk', 'replies', id)
  expect(head?.slice(0, 6)).toEqual(['工单编号', '事项编号', '办理状态', '承办单位', '联系时间', '办理结果'])
  const at = '2026-11-23 09:30:00'
  expect(first?.slice(2, 10)).toEqual([
    '已结案',
    '枫溪区住建局',
    at,
    '=HYPERLINK("x") 已换灯。',
    '实质化解',
    at,
    '已解决',
    '满意',
  ])
  expect(first?.[10]).toMatch(/^您反映的事项（编号 261123-\d+-\d）已由枫溪区住建局办结。.*已换灯。灯已亮。$/)
  expect(second?.slice(0, 5)).toEqual([
    open.工单编号,
    expect.stringMatching(/^261123-/),
    '待受理',
    '北桥街道综治中心',
    '',
  ])
  expect(third).toEqual([elsewhere.工单编号, '', '不在本单位范围内'])
  expect(rest).toEqual([])
  expect((await downloaded(server, 'desk', 'replies', id, 'en'))[1]?.[6]).toBe('resolved')
  expect(await readings(id)).toHaveLength(2)
})

test('a matter that was refused is answered with the right way', async () => {
  const order = orderCells()
  const { id } = await imported(server, 'desk', [order])
  const { rows } = await server.owner.query('select matter_id from appeal where external_no = $1', [
    order.工单编号,
  ])
  await server.as('sorter').move(rows[0].matter_id, 'refuse', { route: 'court', reason: '已经起诉' })
  const line = (await downloaded(server, 'desk', 'replies', id))[1]
  expect(line?.[5]).toBe('已经起诉。')
  expect(line?.[10]).toMatch(/不由我们受理，建议通过人民法院诉讼解决。已经起诉。$/)
})

test('nothing comes out of a file that was not started', async () => {
  const { id } = await upload(server, 'desk', await orderBook([orderCells()]))
  for (const name of ['badRows', 'replies'] as const)
    expect((await server.as('desk').no(name, { params: { id } })).refused).toBe('notImported')
})
