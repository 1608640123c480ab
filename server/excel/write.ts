import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { shorten, storable } from '#domain/intake/text.ts'
import { escapeText } from './cell-text.ts'

/** `width` in characters. `date` takes an instant (milliseconds or Date) and shows China time; text stays text. */
export type WrittenColumn = { header: string; width: number; kind: 'text' | 'date' | 'number' }

export type CellValue = string | number | bigint | boolean | Date | null | undefined

/** Who took a workbook out and what for: its first line, the head of every printed page, and its properties. */
export type Mark = { line: string; by: string; at: number }

/** A workbook of one sheet; `note` goes to a sheet of its own, so that the first can be imported again as it is. */
export type WrittenWorkbook = {
  sheetName: string
  columns: readonly WrittenColumn[]
  rows: AsyncIterable<readonly CellValue[]> | Iterable<readonly CellValue[]>
  note?: string
  /** Name of the sheet with the note. */
  noteName?: string
  mark?: Mark
}

/** Excel's limits of a cell and of a sheet name. */
const longestCell = 32_767
const longestName = 31
const chinaMs = 8 * 3_600_000
/** Rows between two looks at whether the zip keeps up: the library never waits for it. */
const lookEvery = 25

function sheetNameFrom(name: string): string {
  return shorten(
    name
      .replace(/[*?:\\/[\]]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || 'Sheet1',
    longestName,
  )
}

/** A value as its column shows it. A text is always written as a string cell, so =1+1 stays the four signs it is. */
function cellOf(value: CellValue, kind: WrittenColumn['kind']): string | number | Date | null {
  if (value === undefined || value === null || value === '') return null
  if (kind === 'date') {
    const at = value instanceof Date ? value.getTime() : value
    if (typeof at === 'number' && Number.isFinite(at)) return new Date(at + chinaMs)
  }
  if (kind === 'number' && typeof value === 'number' && Number.isFinite(value)) return value
  return escapeText(
    shorten(storable(value instanceof Date ? value.toISOString() : String(value)), longestCell),
  )
}

/** What the library writes a sheet into; its types do not show it, and its streams are older than `writableNeedDrain`. */
type InnerStream = { pipes: (Writable & { _writableState: { needDrain: boolean } })[] }

/** Waits until what was written has gone on to the zip; without it 100,000 rows would lie in memory unpacked. */
async function drained(sheet: ExcelJS.Worksheet, output: Writable): Promise<void> {
  const { stream } = sheet as unknown as { stream: InnerStream }
  do {
    await setImmediate()
    if (output.destroyed) throw new Error('Premature close')
  } while (stream.pipes.length === 0)
  const full = stream.pipes.filter((pipe) => pipe._writableState.needDrain)
  await Promise.all(full.map((pipe) => once(pipe, 'drain')))
}

/** A sign of the print language of Excel stands for itself when doubled; a head takes 255 of them. */
const headOf = (line: string) => `&L&8${shorten(line, 120).replaceAll('&', '&&')}`

async function fill(output: Writable, written: WrittenWorkbook): Promise<void> {
  const { columns, mark } = written
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: output,
    useStyles: true,
    useSharedStrings: false,
    ...(mark ? { creator: mark.by, lastModifiedBy: mark.by, created: new Date(mark.at) } : {}),
  })
  const headRow = mark ? 2 : 1
  const views = [{ state: 'frozen' as const, ySplit: headRow }]
  const sheet = workbook.addWorksheet(sheetNameFrom(written.sheetName), {
    views,
    ...(mark ? { headerFooter: { oddHeader: headOf(mark.line) } } : {}),
  })
  sheet.columns = columns.map(({ width, kind }) => ({
    width,
    style: {
      numFmt: kind === 'text' ? '@' : kind === 'date' ? 'yyyy-mm-dd hh:mm:ss' : 'General',
      alignment: { vertical: 'top', wrapText: kind === 'text' },
    },
  }))
  sheet.autoFilter = {
    from: { row: headRow, column: 1 },
    to: { row: headRow, column: Math.max(columns.length, 1) },
  }
  if (mark) {
    const row = sheet.addRow([cellOf(mark.line, 'text')])
    row.getCell(1).alignment = { wrapText: false }
    row.commit()
  }
  const head = sheet.addRow(columns.map(({ header }) => cellOf(header, 'text')))
  head.font = { bold: true }
  head.commit()
  let count = 0
  for await (const row of written.rows) {
    sheet.addRow(columns.map(({ kind }, at) => cellOf(row[at], kind))).commit()
    if (++count % lookEvery === 0) await drained(sheet, output)
  }
  sheet.commit()
  if (written.note) {
    const notes = workbook.addWorksheet(sheetNameFrom(written.noteName ?? '说明'))
    notes.columns = [{ width: 100, style: { numFmt: '@', alignment: { vertical: 'top', wrapText: true } } }]
    for (const line of written.note.split('\n')) notes.addRow([cellOf(line, 'text')]).commit()
    notes.commit()
  }
  await workbook.commit()
}

/**
 * Writes a workbook row by row to a path or a stream, which is ended: bold headings that stay in view, with a filter; text
 * columns wrap and are formatted as text, so that Excel neither evaluates them nor drops a leading zero on editing. Waits
 * for a slow reader. Where the rows or the writing fail, it throws, and leaves no half file behind.
 */
export async function writeWorkbook(target: string | Writable, written: WrittenWorkbook): Promise<void> {
  const output = typeof target === 'string' ? createWriteStream(target) : target
  const ended = finished(output)
  try {
    // a closed output would leave the zip waiting for ever, hence the race
    await Promise.race([fill(output, written), ended])
    await ended
  } catch (cause) {
    output.destroy()
    await ended.catch(() => {})
    if (typeof target === 'string') await rm(target, { force: true })
    throw cause
  }
}
