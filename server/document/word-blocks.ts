import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  ImageRun,
  type IParagraphOptions,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import sharp from 'sharp'
import {
  type Align,
  type Block,
  clauseMark,
  type Document,
  type FieldCell,
  type Signature,
} from '#domain/document/document.ts'
import { visible } from './glyphs.ts'
import { columnWidths, heightOf } from './layout.ts'
import { type Drawn, drawn, notDrawn, sidesOf } from './pictures.ts'
import { qrSvg } from './qr.ts'
import { contentRuns, runs } from './word-text.ts'

export type Type = { size: number; line: NonNullable<IParagraphOptions['spacing']> }

const sides = { start: AlignmentType.LEFT, center: AlignmentType.CENTER, end: AlignmentType.RIGHT } as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = { top: none, bottom: none, left: none, right: none }
const inches = 25.4

const picture = ({ type, bytes }: Drawn, [width, height]: [number, number]) =>
  new ImageRun({
    type,
    data: bytes,
    transformation: { width: Math.round((width / inches) * 96), height: Math.round((height / inches) * 96) },
  })

/** A block as paragraphs and tables of Word; `type` is the letter (half points) and the pitch of the document. */
export async function blocksOf(block: Block, document: Document, type: Type): Promise<(Paragraph | Table)[]> {
  const { size, line: spacing } = type
  const indented = { spacing, alignment: AlignmentType.BOTH, indent: { firstLine: size * 20 } } as const
  // as in print, every line of what was typed is a paragraph
  const lines = (text: string, options: IParagraphOptions, isBold = false) =>
    visible(text)
      .split('\n')
      .map((line) => new Paragraph({ ...options, children: runs(line, { size, bold: isBold }) }))
  switch (block.kind) {
    case 'paragraph': {
      const aligned = block.align && { spacing, alignment: sides[block.align] }
      const flush = { spacing, alignment: AlignmentType.BOTH } as const
      return lines(block.text, aligned ?? (block.isFlush ? flush : indented), block.isBold)
    }
    case 'heading':
      return lines(
        block.text,
        { ...(block.align ? { spacing, alignment: sides[block.align] } : indented), keepNext: true },
        true,
      )
    case 'clauses':
      return block.items.flatMap((item, at) =>
        lines(`${clauseMark(block.mark ?? 'ideographic', (block.from ?? 1) + at)}${item}`, indented),
      )
    case 'fields':
      return [fieldsOf(block, document, type)]
    case 'table':
      return [tableOf(block, document, type)]
    case 'choices':
      return block.items.map((item) => new Paragraph({ spacing, children: contentRuns([item], { size }) }))
    case 'signatures':
      return [await signaturesOf(block, document, type)]
    case 'seal': {
      const right = {
        spacing,
        alignment: AlignmentType.RIGHT,
        keepNext: true,
        indent: { right: size * 20 },
      } as const
      return [block.office, block.date, block.words ?? '（盖章）'].flatMap((text) => lines(text, right))
    }
    case 'picture': {
      const image = await drawn(block.image, true)
      const room = image && sidesOf(image, Math.min(block.widthMm ?? 150, 150), heightOf(document))
      const shown = image && room ? [picture(image, room)] : runs(notDrawn, { size })
      const middle = { alignment: AlignmentType.CENTER } as const
      return [
        new Paragraph({ ...middle, children: shown }),
        ...(block.caption === undefined ? [] : lines(block.caption, middle)),
      ]
    }
    case 'qr': {
      const bytes = await sharp(Buffer.from(qrSvg(block.payload)))
        .png()
        .toBuffer()
      const alignment = sides[block.align ?? 'end']
      const code = picture({ bytes, type: 'png', width: 1, height: 1 }, [28, 28])
      return [new Paragraph({ alignment, children: [code] }), ...lines(block.caption, { alignment })]
    }
    case 'note':
      return [new Paragraph({ children: runs(block.text, { size: 21 }) })]
    case 'space':
      return Array.from({ length: block.lines }, () => new Paragraph({ spacing, children: [] }))
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

const tableBase = (widths: readonly number[]) => ({
  width: { size: Math.round(widths.reduce((sum, w) => sum + w, 0)), type: WidthType.DXA },
  columnWidths: widths.map(Math.round),
  layout: TableLayoutType.FIXED,
})
const twips = (points: readonly number[]) => points.map((width) => width * 20)
const margins = { top: 60, bottom: 60, left: 80, right: 80 }

function fieldsOf(
  block: Extract<Block, { kind: 'fields' }>,
  document: Document,
  { size, line }: Type,
): Table {
  const cellOf = (cell: FieldCell) =>
    new TableCell({
      ...{ columnSpan: cell.columns ?? 1, rowSpan: cell.rows ?? 1, margins },
      verticalAlign:
        (cell.lines ?? 1) > 1 && !cell.isLabel ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
      children: [
        new Paragraph({
          alignment: sides[cell.align ?? (cell.isLabel ? 'center' : 'start')],
          children: contentRuns(cell.text, { size, bold: cell.isLabel ?? false }),
        }),
      ],
    })
  const pitch = line.line ?? 0
  return new Table({
    ...tableBase(twips(columnWidths(document, block.columns))),
    rows: block.rows.map((row) => {
      const high = Math.max(1, ...row.map((cell) => ((cell.rows ?? 1) === 1 ? (cell.lines ?? 1) : 1)))
      return new TableRow({
        height: { value: high * pitch, rule: HeightRule.ATLEAST },
        children: row.map(cellOf),
      })
    }),
  })
}

function tableOf(
  { columns, rows }: Extract<Block, { kind: 'table' }>,
  document: Document,
  { size }: Type,
): Table {
  const cell = (children: ReturnType<typeof contentRuns>, align: Align) =>
    new TableCell({
      margins,
      verticalAlign: VerticalAlignTable.CENTER,
      children: [new Paragraph({ alignment: sides[align], children })],
    })
  const heads = columns.map((column) => cell(runs(column.head, { size, bold: true }), 'center'))
  const widths = columns.map((column) => column.width)
  return new Table({
    ...tableBase(twips(columnWidths(document, widths))),
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: heads }),
      ...rows.map(
        (row) =>
          new TableRow({
            children: row.map((content, at) =>
              cell(contentRuns(content, { size }), columns[at]?.align ?? 'start'),
            ),
          }),
      ),
    ],
  })
}

/** Signatures side by side in a table without lines; the line to sign on is the lower edge of a cell. */
async function signaturesOf(block: Extract<Block, { kind: 'signatures' }>, document: Document, type: Type) {
  const columns = block.columns ?? 1
  const cells = await Promise.all(block.items.map((item) => signatureOf(item, type)))
  const rows: TableRow[] = []
  for (let at = 0; at < cells.length; at += columns) {
    const row = cells.slice(at, at + columns)
    while (row.length < columns)
      row.push(new TableCell({ borders: noBorders, children: [new Paragraph('')] }))
    rows.push(new TableRow({ cantSplit: true, children: row }))
  }
  const widths = Array.from({ length: columns }, () => 1)
  return new Table({
    ...tableBase(twips(columnWidths(document, widths))),
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows,
  })
}

async function signatureOf(item: Signature, { size, line: spacing }: Type): Promise<TableCell> {
  const image = item.image && (await drawn(item.image, false))
  const failed = item.image && !image ? notDrawn : ''
  const blank = item.name === undefined && !image && failed === '' ? '＿＿＿＿＿＿' : ''
  const line = new Paragraph({
    spacing,
    children: [
      ...runs(`${item.label}：`, { size }),
      ...(image ? [picture(image, sidesOf(image, 30, 13))] : []),
      ...runs(`${item.name ?? ''}${failed}${blank}`, { size }),
    ],
  })
  const below = [item.seal, item.date].filter((text) => text !== undefined)
  return new TableCell({
    borders: noBorders,
    margins,
    children: [
      line,
      ...below.map(
        (text) => new Paragraph({ spacing, alignment: AlignmentType.RIGHT, children: runs(text, { size }) }),
      ),
    ],
  })
}
