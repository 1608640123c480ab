import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { columnTypes } from '#server/db/pool.ts'
import type { MatterActionRow } from '#server/db/tables.gen.ts'
import { runImport } from '#server/intake/jobs.ts'
import { findBreak } from '#server/matter/history.ts'
import { district } from './factory.ts'
import { upload, workbookOf } from './orders.ts'
import { startServer, type TestServer } from './server.ts'

// Real messages of residents, beside the project and never in it. Without the folder this test is skipped and says so.
const folder = new URL('../../shared/data/teddy2020/', import.meta.url)
const isThere = existsSync(new URL('hot_messages.jsonl.gz', folder))
if (!isThere) console.warn('real-orders: skipped, the folder with real messages is not beside the project')

type Message = { subject: string; time: string; body: string }

function read(name: string): Message[] {
  const text = gunzipSync(readFileSync(new URL(name, folder))).toString('utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Message)
    .filter((m) => m.body?.trim())
}

const headers = ['工单编号', '标题', '诉求内容', '来电人', '联系电话', '来电时间']

describe.skipIf(!isThere)('real messages, made into an Excel file of work orders', () => {
  let server: TestServer
  let messages: Message[]
  beforeAll(async () => {
    server = await startServer()
    messages = [...read('hot_messages.jsonl.gz'), ...read('replies.jsonl.gz')]
  })
  afterAll(() => server?.close())

  test('come in through the door: every row becomes a matter, joins one, or is handed back with a reason', async () => {
    const rows = messages.map((m, i) => [
      `SJ${String(100_000 + i)}`,
      m.subject,
      m.body,
      '来电人',
      `1990000${String(1000 + (i % 9000))}`,
      m.time.slice(0, 19).replace('T', ' '),
    ])
    const book = await workbookOf(headers, rows)
    const { id } = await upload(server, 'desk', book)
    const preview = await server.as('desk').ok('previewImport', { params: { id }, body: {} })
    expect(preview.missing).toEqual([])
    await server.as('desk').ok('startImport', { params: { id }, body: { mapping: preview.mapping } })
    await runImport(
      { db: server.platform.db, files: server.platform.files, clock: () => server.now },
      { district, importId: id },
    )
    const view = await server.as('desk').ok('getImport', { params: { id } })
    expect(view.state).toBe('done')
    expect(view.rowsNew + view.rowsJoined + view.rowsKnown + view.rowsBad).toBe(rows.length)
    // Messages of more than five thousand characters are the only ones that may come back.
    expect(view.rowsBad).toBe(rows.filter((r) => [...(r[2] ?? '').trim()].length > 5000).length)
    const { rows: stored } = await server.owner.query<{ n: number }>('select count(*)::int n from matter')
    expect(stored[0]?.n).toBe(view.rowsNew)
    expect(view.rowsNew).toBeGreaterThan(rows.length * 0.8)
  }, 90_000)

  test('are found again by any few characters of what was said', async () => {
    const chosen = messages.filter((_, i) => i % 500 === 3)
    for (const message of chosen) {
      const words = message.body.match(/\p{Script=Han}{6,}/u)?.[0].slice(0, 6)
      if (words === undefined) continue
      const { rows } = await server
        .as('sorter')
        .ok('listMatters', { query: { box: 'area', q: words, limit: 100, sort: 'new' } })
      expect(rows.length, words.length.toString()).toBeGreaterThan(0)
    }
  })

  test('leave histories whose chains hold', async () => {
    const { rows } = await server.owner.query<MatterActionRow>({
      text: 'select * from matter_action where matter_id in (select id from matter order by id limit 300) order by matter_id, seq',
      types: columnTypes,
    })
    const histories = Map.groupBy(rows, (row) => row.matter_id)
    expect(histories.size).toBe(300)
    for (const actions of histories.values()) expect(findBreak(actions)).toBeUndefined()
  })
})
