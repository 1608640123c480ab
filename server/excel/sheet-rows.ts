import { refuse } from '#domain/refusal.ts'
import { textOfNumber, textOfSerial, unescapeText } from './cell-text.ts'
import type { PackageParts } from './package-parts.ts'
import { WorkbookRefused } from './refused.ts'
import type { Sheet, Workbook } from './workbook.ts'
import { type Attributes, parseXml } from './xml.ts'

/** A row that has something in it; `rowNumber` as Excel shows it, `cells` from column A on, without empty ones at the end. */
export type SheetRow = { rowNumber: number; cells: string[] }

export const mostColumns = 200
/** The last row of a sheet in Excel. */
export const mostRows = 1_048_576

/** 'BC12' → 54, counted from 0; undefined without letters. */
function columnOf(reference: string): number | undefined {
  let column = 0
  let at = 0
  for (; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & 0xdf
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return at === 0 ? undefined : column - 1
}

/** Collects cells into rows; formulas give the result they were saved with, and nothing is ever evaluated. */
class RowReader {
  rows: SheetRow[] = []
  isDone = false
  readonly #book: Workbook
  #rowNumber = 0
  #cells: string[] = []
  #column = -1
  #type = ''
  #style = 0
  #text = ''
  #isText = false
  #isReading = false
  #isSheet = false

  constructor(book: Workbook) {
    this.#book = book
  }

  open(tag: string, attributes: Attributes): void {
    if (tag === 'c') {
      this.#column = (attributes.r === undefined ? undefined : columnOf(attributes.r)) ?? this.#column + 1
      this.#type = attributes.t ?? 'n'
      this.#style = attributes.s === undefined ? 0 : Number(attributes.s)
      this.#text = ''
    } else if (tag === 'v') this.#isText = this.#isSheet
    else if (tag === 't') this.#isText = this.#isSheet && !this.#isReading
    else if (tag === 'rPh') this.#isReading = true
    else if (tag === 'row') {
      this.#rowNumber = attributes.r === undefined ? this.#rowNumber + 1 : Number(attributes.r)
      if (!(this.#rowNumber <= mostRows)) throw new WorkbookRefused(refuse('tooManyRows', { most: mostRows }))
      this.#cells = []
      this.#column = -1
    } else if (tag === 'sheetData') this.#isSheet = true
  }

  text(piece: string): void {
    if (this.#isText) this.#text += piece
  }

  close(tag: string): void {
    if (tag === 'v' || tag === 't') this.#isText = false
    else if (tag === 'c') this.#keep()
    else if (tag === 'rPh') this.#isReading = false
    else if (tag === 'row') {
      if (this.#cells.length > 0) this.rows.push({ rowNumber: this.#rowNumber, cells: this.#cells })
    } else if (tag === 'sheetData') this.isDone = true
  }

  #keep(): void {
    if (this.#text === '' || this.#column >= mostColumns) return
    const value = this.#value()
    if (value.trim() === '') return
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = value
  }

  #value(): string {
    const text = this.#text
    switch (this.#type) {
      case 's':
        return this.#book.texts.at(Number(text))
      case 'str':
      case 'inlineStr':
        return unescapeText(text)
      case 'b':
        return text === '1' || text === 'true' ? 'TRUE' : 'FALSE'
      case 'e':
        return ''
      case 'd':
        return text.replace('T', ' ').replace(/\.\d+$/, '')
      default: {
        const meaning = this.#book.meanings[this.#style] ?? 'number'
        const serial = meaning === 'number' ? Number.NaN : Number(text)
        return Number.isNaN(serial) ? textOfNumber(text) : textOfSerial(serial, meaning, this.#book.from1904)
      }
    }
  }
}

/** The rows of a sheet from a row number on, as they are unpacked. Throws WorkbookRefused: tooManyRows, brokenExcel. */
export async function* sheetRows(
  parts: PackageParts,
  book: Workbook,
  sheet: Sheet,
  fromRow: number,
): AsyncGenerator<SheetRow, void, undefined> {
  const reader = new RowReader(book)
  const events = {
    open: (tag: string, attributes: Attributes) => reader.open(tag, attributes),
    text: (piece: string) => reader.text(piece),
    close: (tag: string) => reader.close(tag),
  }
  for await (const _ of parseXml(await parts.open(sheet.part), events, () => reader.isDone)) {
    const rows = reader.rows
    reader.rows = []
    for (const row of rows) if (row.rowNumber >= fromRow) yield row
  }
}
