import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Given } from '#test/client.ts'
import { district, freshId, type Login, nameOf } from '#test/factory.ts'
import { matterIn, report } from '#test/matters.ts'
import { day, startServer, type TestServer } from '#test/server.ts'
import { exportTask, removeOldExports, runExport } from './jobs.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

type Query = Given<'startExport'>['body']['query']
async function start(login: Login, query: Query = { box: 'all' }, purpose = '周例会通报') {
  const id = freshId()
  await server.as(login).ok('startExport', { params: { id }, body: { query, purpose, language: 'zh' } })
  return id
}
const run = (exportId: string, more: { most?: number; pageSize?: number } = {}) =>
  runExport({ ...server.platform, ...more }, { district, exportId })
const look = (login: Login, id: string) => server.as(login).ok('getExport', { params: { id } })

/** The sheet as a person opens it: the mark, the headings, and each row by its headings. */
async function fetched(login: Login, id: string) {
  const response = await server.as(login).send('downloadExport', { params: { id } })
  expect(response.statusCode, response.body.slice(0, 200)).toBe(200)
  const path = join(server.folder, `${id}.xlsx`)
  await writeFile(path, response.rawPayload)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  const sheet = workbook.worksheets[0] as ExcelJS.Worksheet
  const cells = (row: number) => (sheet.getRow(row).values as unknown[]).slice(1)
  const heads = cells(2).map(String)
  const rows = Array.from({ length: sheet.rowCount - 2 }, (_, i) =>
    Object.fromEntries(heads.map((head, at) => [head, cells(i + 3)[at]])),
  )
  return { mark: String(cells(1)[0]), rows, workbook, sheet, response }
}

describe('an export', () => {
  test('holds exactly the list of its maker, newest first, with masked names and numbers', async () => {
    const { number } = await report(server, {
      ...{ words: '19900005678 是我邻居的电话，他家漏水', name: '林小满', phone: '199-0000-1234' },
    })
    await report(server, { placeCode: server.town.places.reed })
    const id = await start('clerk')
    await run(id)
    const { rows } = await fetched('clerk', id)
    const list = await server
      .as('clerk')
      .ok('listMatters', { query: { box: 'all', sort: 'new', limit: 100 } })
    expect(rows.map((row) => row['编号'])).toEqual(list.rows.map((row) => row.number))
    const row = rows.find((one) => one['编号'] === number)
    expect(row).toMatchObject({
      ...{
        状态: '待受理',
        '姓名（已遮挡）': '林**',
        '电话（已遮挡）': '199****1234',
        所在地: '柳岸新村 3 幢',
      },
    })
    expect(JSON.stringify(rows)).not.toMatch(/林小满|19900001234|19900005678/)
  })

  test('says in the sheet, on paper and in its properties who took it out, when, from where and what for', async () => {
    const id = await start('sorter', { box: 'area' }, '向街道 A&B 通报')
    await run(id)
    const { mark, workbook, sheet, response } = await fetched('sorter', id)
    expect(mark).toBe(
      `内部资料，不得外传。导出人：${nameOf('sorter')}（北桥街道综治中心），时间：2026-11-23 09:30，用途：向街道 A&B 通报。个人信息已遮挡。`,
    )
    expect(sheet.headerFooter.oddHeader).toContain('A&&B')
    expect([workbook.creator, workbook.lastModifiedBy]).toEqual([nameOf('sorter'), nameOf('sorter')])
    expect(response.headers['content-disposition']).not.toMatch(/文/)
  })

  test('neutralises what would be a formula', async () => {
    await report(server, { words: '=HYPERLINK("http://x","点我") 琥珀' })
    const id = await start('clerk', { box: 'area', q: '琥珀' })
    await run(id)
    const { rows, sheet } = await fetched('clerk', id)
    expect(rows).toHaveLength(1)
    expect(sheet.getRow(3).getCell(2).type).toBe(ExcelJS.ValueType.String)
  })

  test('keeps secret who asked for secrecy from the unit that handles it', async () => {
    const { id: matterId, number } = await report(server, { isConfidential: true })
    await server.as('clerk').move(matterId, 'accept', {})
    await server.as('clerk').move(matterId, 'triage', {
      ...{ title: '举报', kind: 'request', categoryCode: 'S0101', urgency: 'normal' },
    })
    await server.as('sorter').move(matterId, 'dispatch', { unitId: server.town.units.housing.id })
    for (const [login, name] of [
      ['housing', '对承办单位保密'],
      ['sorter', '林**'],
    ] as const) {
      const id = await start(login)
      await run(id)
      const row = (await fetched(login, id)).rows.find((one) => one['编号'] === number)
      expect(row?.['姓名（已遮挡）'], login).toBe(name)
    }
  })

  test('stops at its most, says so, and reads page by page', async () => {
    for (let i = 0; i < 5; i++) await report(server)
    const id = await start('clerk', { box: 'area' })
    await run(id, { most: 5, pageSize: 2 })
    expect(await look('clerk', id)).toMatchObject({ state: 'done', isCut: true, rowsDone: 5, rowsTotal: 5 })
    const { rows } = await fetched('clerk', id)
    expect(new Set(rows.map((row) => row['编号'])).size).toBe(5)
  })
})

describe('the record', () => {
  test('keeps the purpose of every export and of every fetching', async () => {
    const id = await start('clerk', { box: 'area' }, '核对台账')
    await run(id)
    await fetched('clerk', id)
    const { rows } = await server.owner.query(
      `select account_id, what, purpose from read_log where subject = $1`,
      [`list_export:${id}`],
    )
    const { accountId } = server.town.staff.clerk
    expect(rows).toEqual([
      { account_id: accountId, what: 'export', purpose: '核对台账' },
      { account_id: accountId, what: 'export', purpose: '核对台账' },
    ])
  })

  test('asks for a purpose', async () => {
    const body = { query: { box: 'area' }, purpose: '  ', language: 'zh' } as const
    expect(await server.as('clerk').no('startExport', { params: { id: freshId() }, body })).toMatchObject({
      ...{ refused: 'missingField', field: 'purpose' },
    })
  })
})

describe('the file', () => {
  test('is for nobody but who had it written', async () => {
    const id = await start('clerk')
    await run(id)
    for (const name of ['getExport', 'downloadExport', 'resumeExport'] as const)
      expect(await server.as('colleague').no(name, { params: { id } })).toMatchObject({ status: 404 })
    expect((await server.as('colleague').ok('listExports', { query: {} })).rows).toEqual([])
    expect(await server.as('gridder').no('listExports', { query: {} })).toMatchObject({ status: 403 })
  })

  test('runs out after seven days and is removed', async () => {
    const id = await start('sorter')
    expect(await server.as('sorter').no('downloadExport', { params: { id } })).toMatchObject({
      ...{ status: 409, refused: 'exportGone' },
    })
    await run(id)
    server.pass(7 * day + 1)
    expect(await server.as('sorter').no('downloadExport', { params: { id } })).toMatchObject({
      refused: 'exportGone',
    })
    expect(await removeOldExports(server.platform)).toBeGreaterThan(0)
    expect(await server.platform.files.get(`${district}/export/${id}`)).toBeUndefined()
    expect(await look('sorter', id)).toMatchObject({ state: 'expired', bytes: null })
    expect(await removeOldExports(server.platform)).toBe(0)
    server.pass(-7 * day - 1)
  })
})

describe('a worker that died', () => {
  test('leaves an export that the next one writes whole', async () => {
    await matterIn(server, 'accepted')
    const id = await start('clerk', { box: 'area' })
    const ending = new AbortController()
    const broken = {
      ...server.platform,
      pageSize: 1,
      clock: () => {
        ending.abort()
        return server.now
      },
    }
    const killed = exportTask(broken, { district, exportId: id }, { abortSignal: ending.signal })
    await expect(killed).rejects.toThrow(/abort/)
    expect(await look('clerk', id)).toMatchObject({ state: 'running' })
    await run(id)
    await run(id)
    const { rows } = await fetched('clerk', id)
    expect(await look('clerk', id)).toMatchObject({ state: 'done', rowsDone: rows.length })
  })

  test('after its last try shows the export as failed, and its maker has it written again', async () => {
    const id = await start('clerk', { box: 'area' })
    const files = {
      ...server.platform.files,
      put: () => Promise.reject(new Error('the disk is full')),
    }
    const tried = exportTask(
      { ...server.platform, files },
      { district, exportId: id },
      { job: { attempts: 5 } },
    )
    await expect(tried).rejects.toThrow('the disk is full')
    expect(await look('clerk', id)).toMatchObject({ state: 'failed' })
    await server.as('clerk').ok('resumeExport', { params: { id } })
    await run(id)
    expect(await look('clerk', id)).toMatchObject({ state: 'done' })
  })
})

test('started twice is one export; the same id for something else is refused', async () => {
  const id = freshId()
  const given = {
    params: { id },
    body: { query: { box: 'area' }, purpose: '周例会通报', language: 'zh' },
  } as const
  await Promise.all([
    server.as('clerk').ok('startExport', given),
    server.as('clerk').ok('startExport', given),
  ])
  const other = { ...given, body: { ...given.body, purpose: '别的用途' } }
  expect(await server.as('clerk').no('startExport', other)).toMatchObject({ refused: 'commandReused' })
  expect(await server.as('colleague').no('startExport', given)).toMatchObject({ status: 409 })
})
