import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshId } from '#test/factory.ts'
import { orderBook, orderCells, started, upload, workbookOf, xlsxMime } from '#test/orders.ts'
import { startServer, type TestServer } from '#test/server.ts'
import { zipOf } from '#test/zip.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const refused = async (file: Buffer, name = '甲.xlsx') =>
  server.as('desk').no('uploadImport', { params: { id: freshId() }, query: { name }, file, mime: xlsxMime })

describe('an upload', () => {
  test('says what it found, and the same file sent again answers the same', async () => {
    const file = await orderBook([orderCells(), orderCells(), orderCells()])
    const id = freshId()
    const first = await upload(server, 'desk', file, id)
    expect(first).toMatchObject({ id, state: 'uploaded', rowsTotal: 3, rowsDone: 0, fileName: '十一月.xlsx' })
    expect(await upload(server, 'desk', file, id)).toEqual(first)
  })

  test('of another file under the same id is refused', async () => {
    const id = freshId()
    await upload(server, 'desk', await orderBook([orderCells()]), id)
    const other = await orderBook([orderCells()])
    const no = await server
      .as('desk')
      .no('uploadImport', { params: { id }, query: { name: 'b.xlsx' }, file: other, mime: xlsxMime })
    expect(no.refused).toBe('commandReused')
    const stranger = await server
      .as('southsorter')
      .no('uploadImport', { params: { id }, query: { name: 'b.xlsx' }, file: other, mime: xlsxMime })
    expect(stranger.refused).toBe('commandReused')
  })

  test('is seen by the colleagues of the unit and by nobody else', async () => {
    const { id } = await upload(server, 'desk', await orderBook([orderCells()]))
    expect(await server.as('sorter').ok('getImport', { params: { id } })).toMatchObject({ id })
    for (const login of ['southsorter', 'topsorter'] as const) {
      expect((await server.as(login).no('getImport', { params: { id } })).refused).toBe('notFound')
      expect((await server.as(login).no('previewImport', { params: { id }, body: {} })).refused).toBe(
        'notFound',
      )
      expect((await server.as(login).no('badRows', { params: { id } })).refused).toBe('notFound')
      const { rows } = await server.as(login).ok('listImports', { query: {} })
      expect(rows.map((row) => row.id)).not.toContain(id)
    }
  })

  test.each([
    ['no bytes', Buffer.alloc(0), 'notExcel'],
    ['a text with commas', Buffer.from('工单编号,诉求内容\n1,路灯不亮'), 'notExcel'],
    ['a zip of something else', zipOf([{ name: 'a.txt', data: 'a' }]), 'notExcel'],
    ['a workbook cut in two', Buffer.from('PK\x03\x04 and no end', 'latin1'), 'brokenExcel'],
  ] as const)('of %s is refused by its content, with the name of the file', async (_, file, code) => {
    const no = await refused(file, '乙.xlsx')
    expect(no).toMatchObject({ refused: code, facts: { name: '乙.xlsx' }, field: 'file' })
  })

  test('of an old .xls and of one with a password says so', async () => {
    const old = Buffer.alloc(512)
    old.set([0x09, 0x08, 0x08, 0x00], 0)
    old[1] = 0x00
    expect((await refused(old)).refused).toBe('oldExcel')
    const locked = zipOf([{ name: 'xl/workbook.xml', data: '<workbook/>', encrypted: true }])
    expect((await refused(locked)).refused).toBe('encryptedExcel')
  })

  test('of a workbook without headings is refused', async () => {
    expect((await refused(await workbookOf(['甲', '乙'], [['1', '2']]))).refused).toBe('noHeader')
  })
})

describe('the preview', () => {
  test('shows the columns, what is missing, and the first rows with their problems', async () => {
    const headers = ['工单编号', '备用', '来电人', '受理时间']
    const file = await workbookOf(headers, [
      ['A1', '', '林小满', '2026-11-20'],
      ['', '', '', '03/04/2026'],
    ])
    const { id } = await upload(server, 'desk', file)
    const seen = await server.as('desk').ok('previewImport', { params: { id }, body: {} })
    expect(seen).toMatchObject({
      headers,
      headerRow: 1,
      mapping: { orderNo: 0, callerName: 2, receivedAt: 3 },
      missing: ['words'],
      isRemembered: false,
    })
    const chosen = await server
      .as('desk')
      .ok('previewImport', { params: { id }, body: { mapping: { orderNo: 0, words: 2, receivedAt: 3 } } })
    expect(chosen.missing).toEqual([])
    expect(chosen.rows[0]).toMatchObject({
      rowNumber: 2,
      values: { orderNo: 'A1', words: '林小满' },
      problems: [],
    })
    expect(chosen.rows[1]?.problems.map((problem) => problem.code)).toEqual([
      'missing',
      'missing',
      'dateAmbiguous',
    ])
  })

  test('proposes what the unit chose last time for the same headings, and not what another unit chose', async () => {
    const headers = ['工单编号', '诉求内容', '主要内容', '甲栏']
    const file = await workbookOf(headers, [['B1', '一', '二', '三']])
    const mapping = { orderNo: 0, words: 3 }
    const { id } = await upload(server, 'desk', file)
    await server.as('desk').ok('startImport', { params: { id }, body: { mapping } })
    const next = await upload(server, 'sorter', await workbookOf(headers, [['B2', '一', '二', '三']]))
    expect(
      await server.as('sorter').ok('previewImport', { params: { id: next.id }, body: {} }),
    ).toMatchObject({ mapping, isRemembered: true })
    const far = await upload(server, 'southsorter', file)
    expect(
      await server.as('southsorter').ok('previewImport', { params: { id: far.id }, body: {} }),
    ).toMatchObject({ mapping: { words: 1 }, isRemembered: false })
  })

  test('refuses a field it does not know', async () => {
    const { id } = await upload(server, 'desk', await orderBook([orderCells()]))
    const no = await server
      .as('desk')
      .no('previewImport', { params: { id }, body: { mapping: { constructor: 1 } } })
    expect(no).toMatchObject({ refused: 'badInput', field: 'mapping.constructor' })
  })
})

const jobs = async (id: string) =>
  (await server.owner.query('select 1 from graphile_worker._private_jobs where key = $1', [`import:${id}`]))
    .rowCount

describe('a start', () => {
  test('needs the required columns', async () => {
    const { id } = await upload(server, 'desk', await orderBook([orderCells()]))
    const no = await server
      .as('desk')
      .no('startImport', { params: { id }, body: { mapping: { orderNo: 0 } } })
    expect(no).toMatchObject({ status: 422, refused: 'missingField', field: 'words' })
    expect((await server.as('desk').ok('getImport', { params: { id } })).state).toBe('uploaded')
    expect(await jobs(id)).toBe(0)
  })

  test('twice rings once; with other columns while it runs it is refused', async () => {
    const id = await started(server, 'desk', await orderBook([orderCells()]))
    const mapping = { orderNo: 0, words: 1 }
    expect((await server.as('sorter').no('startImport', { params: { id }, body: { mapping } })).refused).toBe(
      'importRunning',
    )
    const { mapping: same } = await server.as('desk').ok('previewImport', { params: { id }, body: {} })
    expect(
      await server.as('desk').ok('startImport', { params: { id }, body: { mapping: same } }),
    ).toMatchObject({ state: 'running' })
    expect(await jobs(id)).toBe(1)
  })

  test('can be stopped, and a stop of what does not run changes nothing', async () => {
    const { id } = await upload(server, 'desk', await orderBook([orderCells()]))
    expect((await server.as('desk').ok('stopImport', { params: { id } })).state).toBe('uploaded')
    await server.as('desk').ok('startImport', { params: { id }, body: { mapping: { orderNo: 0, words: 1 } } })
    const stopped = await server.as('sorter').ok('stopImport', { params: { id } })
    expect(stopped.state).toBe('stopped')
    expect(stopped.finishedAt).not.toBeNull()
  })
})

test('the list goes back page by page, newest first', async () => {
  const ids: string[] = []
  for (let i = 0; i < 5; i++) {
    server.pass(1000)
    ids.push((await upload(server, 'southsorter', await orderBook([orderCells()]))).id)
  }
  const first = await server.as('southsorter').ok('listImports', { query: { limit: 3 } })
  expect(first.rows.map((row) => row.id)).toEqual(ids.slice(2).reverse())
  const rest = await server
    .as('southsorter')
    .ok('listImports', { query: { limit: 3, cursor: first.next ?? '' } })
  expect(rest.rows.slice(0, 2).map((row) => row.id)).toEqual(ids.slice(0, 2).reverse())
  const no = await server.as('southsorter').no('listImports', { query: { cursor: "1'_x" } })
  expect(no).toMatchObject({ refused: 'badInput', field: 'cursor' })
})
