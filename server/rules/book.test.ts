import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RouteName } from '#contract/routes.ts'
import { freshId, type Login } from '#test/factory.ts'
import { workbookOf, xlsxMime } from '#test/orders.ts'
import { startServer, type TestServer } from '#test/server.ts'
import { readRows } from '../excel/read.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

type Book = { headers: string[]; rows: string[][] }
type Importing = 'importCategories' | 'importTemplates'

async function read(bytes: Buffer): Promise<Book> {
  const path = join(server.folder, `${freshId()}.xlsx`)
  await writeFile(path, bytes)
  const rows: string[][] = []
  for await (const { cells } of readRows(path, 1)) rows.push(cells)
  const [headers = [], ...others] = rows
  return { headers, rows: others.map((row) => headers.map((_, i) => row[i] ?? '')) }
}

async function exported(login: Login, name: RouteName): Promise<Book> {
  const response = await server.as(login).send(name, {})
  expect(response.statusCode, response.body.slice(0, 300)).toBe(200)
  return read(response.rawPayload)
}

const sendBook = async (login: Login, name: Importing, book: Book, apply: '0' | '1', commandId = freshId()) =>
  server.as(login).ok(name, {
    query: { commandId, apply, name: 'a.xlsx' },
    file: await workbookOf(book.headers, book.rows),
    mime: xlsxMime,
  })

describe('categories', () => {
  test('go out and come back as they were', async () => {
    const book = await exported('admin', 'exportCategories')
    expect(book.rows.length).toBeGreaterThan(150)
    expect(await sendBook('admin', 'importCategories', book, '1')).toMatchObject({
      ...{ added: 0, changed: 0, same: book.rows.length, badCount: 0, badBook: null },
    })
  })

  test('are added, changed and never removed; it is said first, and done when told; bad rows come back with the reason', async () => {
    const { headers, rows } = await exported('admin', 'exportCategories')
    const at = (name: string) => headers.indexOf(name)
    const light = rows.find((row) => row[0] === 'S0101') ?? []
    const make = (code: string, above: string, more: Record<string, string> = {}) =>
      headers.map(
        (name) => more[name] ?? { 编码: code, 大类编码: above, 中文名称: '新', 英文名称: 'New' }[name] ?? '',
      )
    const book = {
      headers,
      rows: [
        make('S9501', 'S95'),
        make('S95', ''),
        light.with(at('中文名称'), '灯'),
        make('S9502', 'S95', { 一看就是: '灯+坏+黑' }),
        make('S9503', 'S96'),
        make('S9504', 'S95', { 通常的类别: '说不清' }),
      ],
    }
    const said = await sendBook('admin', 'importCategories', book, '0')
    expect(said).toMatchObject({ added: 2, changed: 1, same: 0, badCount: 3 })
    expect(said.bad.map(({ rowNumber, problem }) => [rowNumber, problem.refused, problem.field])).toEqual([
      [5, 'badWord', 'sure'],
      [6, 'badInput', 'parentCode'],
      [7, 'badInput', 'kind'],
    ])
    const back = await read(Buffer.from(said.badBook ?? '', 'base64'))
    expect(back.rows.map((row) => row[0])).toEqual(['S9502', 'S9503', 'S9504'])
    expect(back.rows[0]?.at(-1)).toContain('灯+坏+黑')
    const before = await exported('admin', 'exportCategories')
    expect(before.rows.map((row) => row[0])).not.toContain('S95')
    const commandId = freshId()
    expect(await sendBook('admin', 'importCategories', book, '1', commandId)).toMatchObject({
      added: 2,
      changed: 1,
    })
    const after = await exported('admin', 'exportCategories')
    expect(after.rows).toHaveLength(before.rows.length + 2)
    expect(after.rows.find((row) => row[0] === 'S0101')?.[at('中文名称')]).toBe('灯')
  })

  test('a workbook without a column it needs is refused with its name, and whoever does not keep them imports none', async () => {
    const file = await workbookOf(['编码', '中文名称'], [['S97', '新']])
    const query = { commandId: freshId(), apply: '1', name: 'a.xlsx' }
    const given = { query, file, mime: xlsxMime }
    expect(await server.as('admin').no('importCategories', given)).toMatchObject({
      ...{ status: 422, refused: 'missingColumn', facts: { name: '大类编码' } },
    })
    expect(await server.as('clerk').no('importCategories', given)).toMatchObject({ status: 403 })
    const junk = { ...given, file: Buffer.from('a,b\n1,2') }
    expect(await server.as('admin').no('importCategories', junk)).toMatchObject({ refused: 'notExcel' })
  })
})

describe('templates', () => {
  const headers = ['名称', '给谁用', '步骤', '分类编码', '正文']

  test('go out and come back as they were', async () => {
    const rows = [
      ['已修好', '全区通用', '提交结果、结案', 'S0101', '{{标题}}已修好，{{?措施}}。'],
      ['上门', '柳岸社区', '报进展', '', '我们明天上门。'],
    ]
    expect(await sendBook('admin', 'importTemplates', { headers, rows }, '1')).toMatchObject({ added: 2 })
    const book = await exported('admin', 'exportTemplates')
    const inOrder = (all: string[][]) => all.map((row) => row.join(' ')).toSorted()
    expect(inOrder(book.rows)).toEqual(inOrder(rows))
    expect(await sendBook('admin', 'importTemplates', book, '1')).toMatchObject({
      added: 0,
      changed: 0,
      same: 2,
    })
  })

  test('of other owners, with fields that nobody can fill, or twice in one book come back with the reason', async () => {
    const rows = [
      ['全区的', '全区通用', '提交结果', '', '好了'],
      ['梅园的', '梅园社区', '提交结果', '', '好了'],
      ['错字', '柳岸社区', '提交结果', '', '{{titel}}'],
      ['没有的步骤', '柳岸社区', '跳舞', '', '好了'],
      ['两次', '柳岸社区', '提交结果', '', '好了'],
      ['两次', '柳岸社区', '提交结果', '', '又好了'],
    ]
    const said = await sendBook('clerk', 'importTemplates', { headers, rows }, '1')
    expect(said).toMatchObject({ added: 1, badCount: 5 })
    expect(said.bad.map(({ problem }) => problem.refused)).toEqual([
      ...['notYours', 'notYours', 'unknownField', 'badInput', 'nameTaken'],
    ])
    const { rows: kept } = await exported('clerk', 'exportTemplates')
    expect(kept.map((row) => row[0])).toContain('两次')
  })
})
