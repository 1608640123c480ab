import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts'
import { openParts, type PackageParts } from './package-parts.ts'
import { WorkbookRefused } from './refused.ts'
import { type SheetRow, sheetRows } from './sheet-rows.ts'
import { sniffBytes, sniffPackage } from './sniff.ts'
import { readWorkbook, type Sheet, type Workbook } from './workbook.ts'

/** The first rows of a sheet: `rows[0]` is row 1, an empty row is []. `sheets`: the visible ones. */
export type WorkbookHead = { sheetName: string; rows: string[][]; sheets: string[] }

/**
 * Says whether a file is a workbook that can be read, by its content and never by its name: .xlsx, .xlsm and their
 * templates are. Refuses notExcel (facts.looksLike: empty, csv, html, xml, pdf, docx, pptx, ods, xlsb, zip, other),
 * oldExcel (.xls), encryptedExcel (locked with a password), tooBigExcel (facts.megabytes unpacked), brokenExcel.
 */
export async function sniffWorkbook(path: string): Promise<'xlsx' | Refusal> {
  const bytes = await sniffBytes(path)
  if (bytes !== 'zip') return bytes
  const parts = await openParts(path)
  if (isRefusal(parts)) return parts
  try {
    return await sniffPackage(parts)
  } catch (cause) {
    if (cause instanceof WorkbookRefused) return cause.refusal
    throw cause
  } finally {
    parts.close()
  }
}

type Open = { parts: PackageParts; book: Workbook }

async function openWorkbook(path: string, mostTexts?: number): Promise<Open> {
  const parts = await openParts(path)
  if (isRefusal(parts)) throw new WorkbookRefused(parts)
  try {
    return { parts, book: await readWorkbook(parts, mostTexts) }
  } catch (cause) {
    parts.close()
    throw cause
  }
}

/** The sheet of that name, or the first visible one that has a row. */
async function findSheet({ parts, book }: Open, sheetName: string | undefined): Promise<Sheet | undefined> {
  if (sheetName !== undefined) return book.sheets.find(({ name }) => name === sheetName)
  for (const sheet of book.sheets) {
    for await (const _ of sheetRows(parts, book, sheet, 1)) return sheet
  }
  return undefined
}

async function headOf(
  workbook: Open,
  n: number,
  sheetName: string | undefined,
): Promise<WorkbookHead | Refusal> {
  const { parts, book } = workbook
  const sheet = await findSheet(workbook, sheetName)
  if (!sheet) return refuse('noHeader')
  const rows: string[][] = []
  for await (const { rowNumber, cells } of sheetRows(parts, book, sheet, 1)) {
    if (rowNumber > n) break
    while (rows.length < rowNumber - 1) rows.push([])
    rows[rowNumber - 1] = cells
  }
  return { sheetName: sheet.name, rows, sheets: book.sheets.map(({ name }) => name) }
}

/** Texts read for a first look: programs number them by first use, so those of the first rows come first. */
const textsForHead = 20_000

/**
 * The first `n` rows of a sheet, for finding the headings. Without a name it is the first visible sheet that is not
 * empty. Refuses noHeader (nothing in it, or no such sheet), brokenExcel, tooBigExcel, tooManyRows.
 */
export async function readHead(path: string, n: number, sheetName?: string): Promise<WorkbookHead | Refusal> {
  try {
    for (const mostTexts of [textsForHead, undefined]) {
      const workbook = await openWorkbook(path, mostTexts)
      try {
        const head = await headOf(workbook, n, sheetName)
        if (mostTexts === undefined || !workbook.book.texts.hasMissed) return head
      } finally {
        workbook.parts.close()
      }
    }
    return refuse('noHeader')
  } catch (cause) {
    if (cause instanceof WorkbookRefused) return cause.refusal
    throw cause
  }
}

/**
 * The rows from `fromRow` (from 1) on, one at a time and never all in memory; empty rows are left out, columns beyond 200
 * too. Dates come as 'YYYY-MM-DD HH:mm:ss' or 'YYYY-MM-DD' without a zone, formulas as the result they were saved with,
 * errors as ''. The sheet is chosen as in `readHead`. Throws WorkbookRefused, also after the first rows.
 */
export async function* readRows(
  path: string,
  fromRow: number,
  sheetName?: string,
): AsyncGenerator<SheetRow, void, undefined> {
  const workbook = await openWorkbook(path)
  try {
    const sheet = await findSheet(workbook, sheetName)
    if (!sheet) throw new WorkbookRefused(refuse('noHeader'))
    yield* sheetRows(workbook.parts, workbook.book, sheet, fromRow)
  } finally {
    workbook.parts.close()
  }
}
