import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { sentenceOf } from '#contract/refusals.ts'
import { storable } from '#domain/intake/text.ts'
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts'
import { readHead, readRows, sniffWorkbook } from '../excel/read.ts'
import { WorkbookRefused } from '../excel/refused.ts'
import { writeWorkbook } from '../excel/write.ts'
import { namedRefusal, withFile } from '../intake/stored-file.ts'

/** A row of a workbook by its headings, with the number it has in the sheet. */
export type BookRow = { rowNumber: number; cells: Readonly<Record<string, string>> }
export type BadRow = BookRow & { problem: Refusal }

/** More rows than a list of rules ever has. */
const mostRows = 2000
export const reasonHeader = '未导入原因'

/**
 * The rows of an uploaded workbook whose headings stand in its first row, in any order; other columns are not read.
 * Refusals: those of a workbook, `noHeader` when one of the headings is missing, `tooManyRows`.
 */
export async function readBook(
  body: unknown,
  headers: readonly string[],
  fileName: string,
): Promise<BookRow[] | Refusal> {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0)
  const found = await withFile(bytes, async (path) => {
    const kind = await sniffWorkbook(path)
    if (isRefusal(kind)) return kind
    const head = await readHead(path, 1)
    if (isRefusal(head)) return head
    const first = (head.rows[0] ?? []).map((cell) => cell.trim())
    const missing = headers.find((header) => !first.includes(header))
    if (missing !== undefined) return refuse('missingColumn', { name: missing })
    const rows: BookRow[] = []
    try {
      for await (const { rowNumber, cells } of readRows(path, 2, head.sheetName)) {
        if (rows.length >= mostRows) return refuse('tooManyRows', { max: mostRows, most: mostRows })
        const byName = headers.map((header) => [header, storable(cells[first.indexOf(header)] ?? '').trim()])
        rows.push({ rowNumber, cells: Object.fromEntries(byName) })
      }
    } catch (cause) {
      if (cause instanceof WorkbookRefused) return cause.refusal
      throw cause
    }
    return rows
  })
  if (!isRefusal(found)) return found
  return found.refused === 'missingColumn' ? found : namedRefusal(found, fileName)
}

/** The rows that could not be taken, as they were, with the reason in a last column; null when there are none. In base64. */
export async function badBookOf(headers: readonly string[], bad: readonly BadRow[]): Promise<string | null> {
  if (bad.length === 0) return null
  const stream = new PassThrough()
  const bytes = buffer(stream)
  await writeWorkbook(stream, {
    sheetName: '未导入的行',
    columns: [...headers, reasonHeader].map((header) => ({ header, width: 24, kind: 'text' as const })),
    rows: bad.map(({ cells, problem }) => [
      ...headers.map((header) => cells[header] ?? ''),
      sentenceOf(problem, 'zh'),
    ]),
  })
  return (await bytes).toString('base64')
}

/** 是 and 否, as people write them. */
export const isYes = (cell: string) => /^(是|有|y|yes|1|true|√)$/i.test(cell)
export const yesNo = (value: boolean) => (value ? '是' : '否')
