/**
 * An official Chinese document as data: what stands on it and in which order, never how it is drawn. Every string is what a reader
 * sees, letter by letter; none is markup.
 */
export type Document = {
  title: string
  /** The issuing body, above the title. */
  office?: string
  /** 编号, below the title at the right. */
  number?: string
  /** The code of the record, at the head of every page. */
  code: string
  /** Points: 16 (三号, notices and letters) unless told; 14 (四号) for records and forms, 12 (小四) for dense tables. */
  textSize?: 16 | 14 | 12
  isLandscape?: boolean
  /** Covers and indexes bear no page number and are not counted; the other documents of a file are numbered in one run. */
  isUncounted?: boolean
  blocks: readonly Block[]
}

export type Align = 'start' | 'center' | 'end'

/** A box to tick: ☑ or ☐ and its words. */
export type Choice = { text: string; isChosen: boolean }

/** The number of the page on which another document of the same file (by its place in it) begins, or of all its pages. */
export type PageOf = { pageOf: number; as: 'first' | 'range' }

export type Content = string | PageOf | readonly Choice[]

/** A PNG or JPEG, by its bytes. */
export type Picture = Uint8Array

/** A cell of a form. `columns` and `rows` are how many of the grid it covers, `lines` how high it is at least. */
export type FieldCell = {
  text: Content
  isLabel?: boolean
  columns?: number
  rows?: number
  lines?: number
  align?: Align
}

export type Column = { head: string; width: number; align?: Align }

/** Who signs. Without a picture there is a line to sign on; `seal` are the words in the ring where a seal is to be pressed. */
export type Signature = { label: string; name?: string; image?: Picture; date?: string; seal?: string }

/** 一、 · 1. · （一） · 第一条 */
export type ClauseMark = 'ideographic' | 'arabic' | 'bracketed' | 'article'

export type Block =
  | { kind: 'paragraph'; text: string; isFlush?: boolean; align?: Align; isBold?: boolean }
  | { kind: 'heading'; text: string; align?: Align }
  | { kind: 'clauses'; items: readonly string[]; mark?: ClauseMark; from?: number }
  /** A bordered form. `columns` are relative widths of its grid. */
  | { kind: 'fields'; columns: readonly number[]; rows: readonly (readonly FieldCell[])[] }
  /** A bordered list whose head is repeated on each page. */
  | { kind: 'table'; columns: readonly Column[]; rows: readonly (readonly Content[])[] }
  | { kind: 'choices'; items: readonly Choice[]; columns?: number }
  | { kind: 'signatures'; items: readonly Signature[]; columns?: 1 | 2 }
  /** Issuing body and date at the lower right, with the ring where the seal goes. */
  | { kind: 'seal'; office: string; date: string; words?: string }
  | { kind: 'picture'; image: Picture; caption?: string; widthMm?: number }
  | { kind: 'qr'; payload: string; caption: string; align?: Align }
  | { kind: 'note'; text: string }
  | { kind: 'space'; lines: number }
  | { kind: 'pageBreak' }

export const label = (text: string, more: Omit<FieldCell, 'text' | 'isLabel'> = {}): FieldCell => ({
  ...more,
  text,
  isLabel: true,
})

export const value = (text: Content, more: Omit<FieldCell, 'text' | 'isLabel'> = {}): FieldCell => ({
  ...more,
  text,
})

const digits = '零一二三四五六七八九'

/** A whole number from 1 to 9999 in Chinese words: 12 is 十二, 105 is 一百零五. */
export function inChinese(number: number): string {
  let words = ''
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(number / unit) % 10
    if (digit > 0) words += `${digits[digit]}${name}`
    else if (words !== '' && !words.endsWith('零')) words += '零'
  }
  return words.replace(/零$/, '').replace(/^一十/, '十')
}

export function clauseMark(mark: ClauseMark, number: number): string {
  switch (mark) {
    case 'arabic':
      return `${number}.`
    case 'bracketed':
      return `（${inChinese(number)}）`
    case 'article':
      return `第${inChinese(number)}条　`
    case 'ideographic':
      return `${inChinese(number)}、`
  }
}

/** What would make a file impossible to draw, in words for whoever wrote the form; undefined when there is nothing. */
export function faultOf(documents: readonly Document[]): string | undefined {
  if (documents.length === 0) return 'a file without a document'
  for (const [at, document] of documents.entries())
    for (const [n, block] of document.blocks.entries()) {
      const fault = faultOfBlock(block, documents)
      if (fault) return `document ${at} (${document.title}), block ${n}: ${fault}`
    }
}

function faultOfBlock(block: Block, documents: readonly Document[]): string | undefined {
  const widths =
    block.kind === 'fields' ? block.columns : block.kind === 'table' ? block.columns.map((c) => c.width) : []
  if (widths.some((width) => !(width > 0))) return 'a column without width'
  if (block.kind === 'fields')
    return (
      faultOfGrid(block) ??
      faultOfContents(
        block.rows.flat().map((c) => c.text),
        documents,
      )
    )
  if (block.kind === 'table') {
    if (widths.length === 0) return 'a table without columns'
    const odd = block.rows.findIndex((row) => row.length !== widths.length)
    return odd < 0 ? faultOfContents(block.rows.flat(), documents) : `row ${odd} has not one cell a column`
  }
}

/** Every row of a form is filled from edge to edge, counting the cells that reach down from rows above. */
function faultOfGrid({ columns, rows }: Extract<Block, { kind: 'fields' }>): string | undefined {
  const taken = rows.map(() => 0)
  for (const [at, row] of rows.entries())
    for (const cell of row)
      for (let down = 0; down < (cell.rows ?? 1); down++) {
        if (at + down >= rows.length) return `a cell of row ${at} reaches below the last row`
        taken[at + down] = (taken[at + down] ?? 0) + (cell.columns ?? 1)
      }
  const odd = taken.findIndex((width) => width !== columns.length)
  if (columns.length === 0) return 'a form without columns'
  return odd < 0 ? undefined : `row ${odd} covers ${taken[odd]} of ${columns.length} columns`
}

function faultOfContents(contents: readonly Content[], documents: readonly Document[]): string | undefined {
  for (const content of contents)
    if (typeof content === 'object' && 'pageOf' in content) {
      const target = documents[content.pageOf]
      if (!target) return `the page of document ${content.pageOf}, which is not in the file`
      if (target.isUncounted) return `the page of document ${content.pageOf}, which bears no page number`
    }
}
