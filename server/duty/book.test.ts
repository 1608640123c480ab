import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshId } from '#test/factory.ts'
import { workbookOf, xlsxMime } from '#test/orders.ts'
import { startServer, type TestServer } from '#test/server.ts'
import { readRows } from '../excel/read.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

type Book = { headers: string[]; rows: string[][] }
const headers = ['条号', '分类编码', '分类名称', '适用范围', '主办', '协办', '依据', '起始日', '截止日']

async function read(bytes: Buffer): Promise<Book> {
  const path = join(server.folder, `${freshId()}.xlsx`)
  await writeFile(path, bytes)
  const rows: string[][] = []
  for await (const { cells } of readRows(path, 1)) rows.push(cells)
  const [first = [], ...others] = rows
  return { headers: first, rows: others.map((row) => first.map((_, i) => row[i] ?? '')) }
}

async function exported(): Promise<Book> {
  const response = await server.as('admin').send('exportDuties', {})
  expect(response.statusCode, response.body.slice(0, 300)).toBe(200)
  return read(response.rawPayload)
}

const given = async (rows: string[][], apply: '0' | '1', commandId = freshId()) => ({
  query: { commandId, apply, name: '第一批.xlsx' },
  file: await workbookOf(headers, rows),
  mime: xlsxMime,
})
const sent = async (rows: string[][], apply: '0' | '1') =>
  server.as('admin').ok('importDuties', await given(rows, apply))
const standing = async () => (await server.as('admin').ok('listDuties', { query: { when: 'all' } })).rows

const good = [
  ['', 'S0101', '', '全区', '枫溪供电公司', '属地社区、枫溪区住建局', '路灯移交协议', '2026-01-01', ''],
  ['', 's16', '', '', '属地社区', '', '居委会职责', '2026-01-01', '2027-12-31'],
  ['', 'S0101', '', '北桥街道/柳岸社区', '柳岸社区', '', '社区自管灯', '2026-01-01', ''],
]
const bad = [
  ['', 'ZZ', '', '', '属地社区', '', '依据', '2026-01-01', ''],
  ['', 'S0102', '', '', '天上办', '', '依据', '2026-01-01', ''],
  ['', 'S0102', '', '北桥街道', '苇塘社区', '', '依据', '2026-01-01', ''],
  ['', 'S0102', '', '', '属地社区', '', '', '2026-01-01', ''],
  ['', 'S0102', '', '', '属地社区', '', '依据', '2026-13-01', ''],
  ['99', 'S0102', '', '', '属地社区', '', '依据', '2026-01-01', ''],
  ['', 'S0101', '', '', '属地社区', '', '又一条', '2026-06-01', ''],
]

test('a book says first what it would do, and leaves nothing behind', async () => {
  expect(await sent([...good, ...bad], '0')).toMatchObject({ added: 3, changed: 0, same: 0, badCount: 7 })
  expect(await standing()).toEqual([])
})

test('the good rows go in, the bad come back with the place to mend, and each line has its history', async () => {
  const book = await given([...good, ...bad], '1')
  const answer = await server.as('admin').ok('importDuties', book)
  expect(answer).toMatchObject({ added: 3, changed: 0, same: 0, badCount: 7 })
  expect(answer.bad.map(({ problem }) => [problem.refused, problem.field])).toEqual([
    ['badInput', 'categoryCode'],
    ['noUnitOfName', 'mainId'],
    ['elsewhere', 'mainId'],
    ['missingField', 'basis'],
    ['badInput', 'fromOn'],
    ['noSuchLine', 'no'],
    ['dutyTwice', 'categoryCode'],
  ])
  const back = await read(Buffer.from(answer.badBook ?? '', 'base64'))
  expect(back.rows).toHaveLength(7)
  expect(back.headers.at(-1)).toBe('未导入原因')
  const rows = await standing()
  expect(rows.map(({ category, level }) => [category.code, level])).toEqual([
    ['S0101', 'district'],
    ['S0101', 'community'],
    ['S16', 'community'],
  ])
  const [first] = rows
  const page = await server.as('admin').ok('getDuty', { params: { id: first?.id ?? '' } })
  expect(page.assists.map(({ name }) => name)).toEqual(['枫溪区住建局'])
  expect(page.assistLevels).toEqual(['community'])
  expect(page.deeds).toMatchObject([{ verb: 'addDuty', reason: '导入：第一批.xlsx' }])
})

test('what went out comes back as it was; a row with its number is changed from its day on', async () => {
  const book = await exported()
  expect(book.headers).toEqual(headers)
  expect(await sent(book.rows, '1')).toMatchObject({ added: 0, changed: 0, same: 3, badCount: 0 })
  const changed = book.rows.map((row) =>
    row[1] === 'S16' ? row.map((cell, i) => (i === 4 ? '属地街道' : i === 7 ? '2026-12-01' : cell)) : row,
  )
  expect(await sent(changed, '1')).toMatchObject({ added: 0, changed: 1, same: 2, badCount: 0 })
  const lines = (await standing()).filter(({ category }) => category.code === 'S16')
  expect(lines.map(({ level, fromOn, toOn }) => [level, fromOn, toOn])).toEqual([
    ['community', '2026-01-01', '2026-11-30'],
    ['street', '2026-12-01', '2027-12-31'],
  ])
  expect(new Set(lines.map(({ no }) => no)).size).toBe(1)
})

test('only who keeps the rules takes a book in, and what is no workbook is refused', async () => {
  expect(await server.as('sorter').no('importDuties', await given(good, '1'))).toMatchObject({ status: 403 })
  const junk = { ...(await given(good, '1')), file: Buffer.from('nothing') }
  expect(await server.as('admin').no('importDuties', junk)).toMatchObject({ refused: 'notExcel' })
})
