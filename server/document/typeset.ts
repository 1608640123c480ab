import {
  type Block,
  type Content,
  clauseMark,
  type Document,
  type FieldCell,
  type Signature,
} from '#domain/document/document.ts'
import { inFont, missing, softened } from './glyphs.ts'
import { columnWidths, heightOf, leadingOf, marginsOf, widthOf } from './layout.ts'
import { type Drawn, drawn, notDrawn, sidesOf } from './pictures.ts'
import { qrSvg } from './qr.ts'

type Keep = (picture: Drawn) => { path: string }
type Words = (words: string, width?: number, size?: number) => string[]

/** A character the font lacks, as it can be looked up. */
const codeOf = (character: string) =>
  [...character]
    .map((c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ')

/**
 * What the template `official.typ` draws: every string as lines the font can show, every picture as a path. What is missing in
 * the font is named by its number below the document.
 */
export async function typeset(document: Document, has: (codePoint: number) => boolean, keep: Keep) {
  const lacking: string[] = []
  const size = document.textSize ?? 16
  const words: Words = (text, width = widthOf(document), points = size) =>
    softened(
      inFont(text, has, (character) => lacking.push(character)),
      width / points - 0.5,
    ).split('\n')
  const head = {
    office: document.office === undefined ? null : words(document.office),
    title: words(document.title, widthOf(document), 22),
    number: document.number === undefined ? null : words(document.number),
  }
  const blocks: unknown[] = []
  for (const block of document.blocks) blocks.push(...(await blocksOf(block, document, words, keep)))
  if (lacking.length > 0) blocks.push({ kind: 'note', text: words(lackingNote(lacking)) })
  return {
    ...head,
    code: words(document.code),
    size,
    leading: leadingOf(document),
    margins: marginsOf(document),
    isLandscape: document.isLandscape ?? false,
    isCounted: !document.isUncounted,
    blocks,
  }
}

const mostNamed = 60

function lackingNote(lacking: readonly string[]): string {
  const named = lacking.slice(0, mostNamed).map(codeOf).join('、')
  return `注：文中“${missing}”为字库未收的字符，依次为：${named}${lacking.length > mostNamed ? ' 等' : ''}。`
}

async function blocksOf(block: Block, document: Document, words: Words, keep: Keep): Promise<unknown[]> {
  switch (block.kind) {
    case 'paragraph':
      return [
        {
          ...{ kind: block.kind, text: words(block.text), align: block.align ?? null },
          ...{ isFlush: block.isFlush ?? false, isBold: block.isBold ?? false },
        },
      ]
    case 'heading':
      return [{ kind: block.kind, text: words(block.text), align: block.align ?? null }]
    case 'clauses':
      return block.items.map((item, at) => ({
        kind: 'paragraph',
        text: words(`${clauseMark(block.mark ?? 'ideographic', (block.from ?? 1) + at)}${item}`),
        ...{ align: null, isFlush: false, isBold: false },
      }))
    case 'fields':
      return [fieldsOf(block, document, words)]
    case 'table':
      return [tableOf(block, document, words)]
    case 'choices': {
      const columns = block.columns ?? 1
      const width = widthOf(document) / columns - 3 * 16
      const items = block.items.map((item) => ({ ...item, text: words(item.text, width) }))
      return [{ kind: block.kind, columns, items }]
    }
    case 'signatures': {
      const columns = block.columns ?? 1
      const items = await Promise.all(block.items.map((item) => signatureOf(item, words, keep)))
      return [{ kind: block.kind, columns, items }]
    }
    case 'seal':
      return [
        {
          kind: block.kind,
          ...{ office: words(block.office, 250), date: words(block.date, 250) },
          words: words(block.words ?? '（盖章）', 100),
        },
      ]
    case 'picture': {
      const picture = await drawn(block.image, true)
      const caption = block.caption === undefined ? null : words(block.caption)
      if (!picture) return [{ kind: 'note', text: [notDrawn, ...(caption ?? [])] }]
      const [widthMm] = sidesOf(picture, Math.min(block.widthMm ?? 150, 150), heightOf(document))
      return [{ kind: block.kind, picture: keep(picture), widthMm, caption }]
    }
    case 'qr':
      return [
        {
          kind: block.kind,
          svg: qrSvg(block.payload),
          caption: words(block.caption, 160, 10.5),
          align: block.align ?? 'end',
        },
      ]
    case 'note':
      return [{ kind: block.kind, text: words(block.text) }]
    case 'space':
      return [{ kind: block.kind, lines: block.lines }]
    case 'pageBreak':
      return [{ kind: block.kind }]
  }
}

function contentOf(content: Content, words: (text: string) => string[]): unknown {
  if (typeof content === 'string') return words(content)
  if ('pageOf' in content) return content
  return { choices: content.map((choice) => ({ ...choice, text: words(choice.text) })) }
}

function fieldsOf(block: Extract<Block, { kind: 'fields' }>, document: Document, words: Words) {
  const widths = columnWidths(document, block.columns)
  // cells that reach down take their columns from the rows below
  const reached = block.rows.map(() => widths.map(() => false))
  const rows = block.rows.map((row, at) => {
    let column = 0
    return row.map((cell) => {
      while (reached[at]?.[column]) column++
      const from = column
      column += cell.columns ?? 1
      for (let down = at; down < at + (cell.rows ?? 1); down++) reached[down]?.fill(true, from, column)
      const width = widths.slice(from, column).reduce((sum, w) => sum + w, 0) - 8
      return cellOf(cell, (text) => words(text, width))
    })
  })
  return { kind: block.kind, columns: block.columns, rows }
}

const cellOf = (cell: FieldCell, words: (text: string) => string[]) => ({
  text: contentOf(cell.text, words),
  isLabel: cell.isLabel ?? false,
  columns: cell.columns ?? 1,
  rows: cell.rows ?? 1,
  lines: cell.lines ?? 1,
  align: cell.align ?? (cell.isLabel ? 'center' : 'start'),
})

function tableOf(block: Extract<Block, { kind: 'table' }>, document: Document, words: Words) {
  const widths = columnWidths(
    document,
    block.columns.map((column) => column.width),
  ).map((width) => width - 8)
  return {
    kind: block.kind,
    // a head that fills a page would leave no room for rows
    isHeadRepeated: block.columns.every((column) => column.head.length <= 60),
    columns: block.columns.map((column, at) => ({
      ...{ head: words(column.head, widths[at]), width: column.width, align: column.align ?? 'start' },
    })),
    rows: block.rows.map((row) =>
      row.map((content, at) => ({ words: contentOf(content, (text) => words(text, widths[at])) })),
    ),
  }
}

async function signatureOf(item: Signature, words: Words, keep: Keep) {
  const picture = item.image && (await drawn(item.image, false))
  const name = item.image && !picture ? `${item.name ?? ''}${notDrawn}` : item.name
  return {
    label: words(item.label, 180),
    name: name === undefined ? null : words(name, 120),
    picture: picture ? signedBy(picture, keep) : null,
    date: item.date === undefined ? null : words(item.date, 200),
    seal: item.seal === undefined ? null : words(item.seal, 90, 10.5),
  }
}

function signedBy(picture: Drawn, keep: Keep) {
  const [widthMm] = sidesOf(picture, 30, 13)
  return { ...keep(picture), widthMm }
}
