import { sql } from 'kysely'
import type { intakeRoutes } from '#contract/intake.ts'
import { cellsByField, isOrderField } from '#domain/intake/columns.ts'
import { readOrder } from '#domain/intake/order-row.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import { readRows } from '../excel/read.ts'
import type { CellValue } from '../excel/write.ts'
import type { Call } from '../http/bind.ts'
import { newId } from '../ids.ts'
import { insertReading } from '../matter/store.ts'
import { answeringName, sendWorkbook } from './download.ts'
import { findImport, type ImportRow } from './queries.ts'
import { type Answered, replyColumns, replyLine, replyNames } from './reply-words.ts'
import { fileKey, withFile } from './stored-file.ts'

const pageSize = 500

/** What became of orders, as far as the reader may see it. */
async function findAnswers(
  tx: Tx,
  district: number,
  numbers: readonly string[],
): Promise<Map<string, Answered>> {
  const { rows } = await sql<Answered & { order_no: string }>`
    select a.external_no order_no, m.number, m.state, m.result, m.closure_kind, m.closed_at, u.name unit_name,
      coalesce(a.solved, m.solved) solved, coalesce(a.satisfied, m.satisfied) satisfied,
      (select h.at from matter_action h where h.district_id = m.district_id and h.matter_id = m.id and h.verb = 'contact'
        and h.payload->>'how' <> 'unreached' order by h.seq limit 1) contacted_at,
      (select coalesce(h.payload->>'summary', h.payload->>'reason') from matter_action h where h.district_id = m.district_id
        and h.matter_id = m.id and h.verb in ('close', 'refuse', 'withdraw') order by h.seq desc limit 1) closing,
      (select h.payload->>'route' from matter_action h where h.district_id = m.district_id and h.matter_id = m.id
        and h.verb = 'refuse' order by h.seq desc limit 1) route
    from appeal a
    join matter m on m.district_id = a.district_id and m.id = a.matter_id
    left join unit u on u.district_id = m.district_id and u.id = coalesce(m.handling_id, m.holder_id)
    where a.district_id = ${district} and a.channel = 'hotline' and a.external_no = any (${[...numbers]})`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.order_no, row]))
}

/** The numbers of the orders that were taken in, in the order of the sheet, each once, by pages. */
async function* listNumbers(path: string, row: ImportRow): AsyncGenerator<string[]> {
  const mapping = Object.entries(row.mapping as Record<string, number>)
  const columns = mapping.flatMap(([field, column]) => (isOrderField(field) ? [{ field, column }] : []))
  const seen = new Set<string>()
  let page: string[] = []
  let read = 0
  for await (const { cells, rowNumber } of readRows(path, (row.header_row ?? 1) + 1, row.sheet)) {
    if (read++ >= row.rows_done) break
    const order = readOrder(cellsByField(cells, columns), rowNumber)
    if (Array.isArray(order) || seen.has(order.orderNo)) continue
    seen.add(order.orderNo)
    page.push(order.orderNo)
    if (page.length < pageSize) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

/**
 * What became of the orders of a file, one line each, for the hotline. It goes by the numbers in the file, so orders that were
 * here before are answered too. Refusals: notFound, notImported, fileMissing.
 */
export async function replies({
  tx,
  actor,
  params,
  query,
  now,
  reply,
  platform,
}: Call<typeof intakeRoutes.replies>) {
  const row = await findImport(tx, actor, params.id)
  if (!row) return refuse('notFound')
  if (row.state === 'uploaded') return refuse('notImported')
  const bytes = await platform.files.get(fileKey(row))
  if (!bytes) return refuse('fileMissing', undefined, 'file')
  const { lang } = query
  const reading = { district: row.district_id, id: newId(now), at: now, accountId: actor.accountId }
  await insertReading(tx, { ...reading, what: 'export', subject: `import:${row.id}`, purpose: 'reply' })
  return withFile(bytes, (path) => {
    async function* rows(): AsyncGenerator<readonly CellValue[]> {
      for await (const numbers of listNumbers(path, row as ImportRow)) {
        const answers = await findAnswers(tx, actor.districtId, numbers)
        for (const number of numbers) yield replyLine(number, answers.get(number), lang)
      }
    }
    const { sheet, file } = replyNames[lang]
    return sendWorkbook(reply, answeringName(row.file_name, file), {
      sheetName: sheet,
      columns: replyColumns[lang],
      rows: rows(),
    })
  })
}
