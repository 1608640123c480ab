import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect } from 'vitest'
import { readHead, readRows } from '#server/excel/read.ts'
import { writeWorkbook } from '#server/excel/write.ts'
import { importTask } from '#server/intake/jobs.ts'
import type { Answer } from './client.ts'
import { district, freshId, type Login } from './factory.ts'
import type { TestServer } from './server.ts'

export const xlsxMime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const orderHeaders = [
  '工单编号',
  '诉求内容',
  '来电人',
  '联系电话',
  '受理时间',
  '社区',
  '街道',
  '工单类型',
  '来电次数',
] as const

export type OrderCells = Partial<Record<(typeof orderHeaders)[number], string>>

let made = 0

/** An order that can be taken in, with a number nobody else has. */
export function orderCells(more: OrderCells = {}): OrderCells {
  made++
  return {
    工单编号: `LC${String(made).padStart(8, '0')}`,
    诉求内容: `小区门口第 ${made} 盏路灯不亮，晚上走路不安全。`,
    来电人: '林小满',
    联系电话: `1990000${String(1000 + (made % 9000))}`,
    受理时间: '2026-11-20 10:11:12',
    社区: '柳岸社区',
    街道: '北桥街道',
    工单类型: '求助',
    来电次数: '1',
    ...more,
  }
}

/** A workbook of any columns and rows. */
export async function workbookOf(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Buffer> {
  const stream = new PassThrough()
  const bytes = buffer(stream)
  const columns = headers.map((header) => ({ header, width: 12, kind: 'text' as const }))
  await writeWorkbook(stream, { sheetName: '工单', columns, rows })
  return await bytes
}

export function orderBook(orders: readonly OrderCells[]): Promise<Buffer> {
  return workbookOf(
    orderHeaders,
    orders.map((order) => orderHeaders.map((header) => order[header] ?? '')),
  )
}

/** Uploads a workbook. Out: the import as the server sees it. */
export function upload(
  server: TestServer,
  login: Login,
  file: Buffer,
  id = freshId(),
  name = '十一月.xlsx',
): Promise<Answer<'uploadImport'>> {
  return server.as(login).ok('uploadImport', { params: { id }, query: { name }, file, mime: xlsxMime })
}

/** Uploads, takes the proposed columns and starts; the rows wait for the worker. */
export async function started(server: TestServer, login: Login, file: Buffer): Promise<string> {
  const { id } = await upload(server, login, file)
  const { mapping } = await server.as(login).ok('previewImport', { params: { id }, body: {} })
  await server.as(login).ok('startImport', { params: { id }, body: { mapping } })
  return id
}

/** What the worker does when the queue rings. */
export const work = (server: TestServer, importId: string) =>
  importTask(server.platform, { district, importId })

/** The whole way of a file. Out: the import when it is done. */
export async function imported(
  server: TestServer,
  login: Login,
  orders: readonly OrderCells[],
): Promise<Answer<'getImport'>> {
  const id = await started(server, login, await orderBook(orders))
  await work(server, id)
  return server.as(login).ok('getImport', { params: { id } })
}

/** Downloads a workbook and reads its first sheet, headings first. */
export async function downloaded(
  server: TestServer,
  login: Login,
  name: 'badRows' | 'replies',
  id: string,
  lang: 'zh' | 'en' = 'zh',
): Promise<string[][]> {
  const response = await server.as(login).send(name, { params: { id }, query: { lang } })
  expect(response.statusCode, response.body.slice(0, 300)).toBe(200)
  expect(response.headers['content-type']).toBe(xlsxMime)
  const path = join(tmpdir(), `orders-${freshId()}.xlsx`)
  await writeFile(path, response.rawPayload)
  try {
    const head = await readHead(path, 1)
    if ('refused' in head) throw new Error(head.refused)
    const rows = [head.rows[0] ?? []]
    for await (const { cells } of readRows(path, 2)) rows.push(cells)
    return rows
  } finally {
    await rm(path)
  }
}
