import type { Block, Content, Document } from '#domain/document/document.ts'
import { clauseMark } from '#domain/document/document.ts'

const ofContent = (content: Content): string[] =>
  typeof content === 'string' ? [content] : 'pageOf' in content ? [] : content.map((choice) => choice.text)

function ofBlock(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'note':
      return [block.text]
    case 'clauses':
      return block.items.map(
        (item, at) => clauseMark(block.mark ?? 'ideographic', (block.from ?? 1) + at) + item,
      )
    case 'fields':
      // a cell over several rows may be drawn before or after the rows beside it
      return block.rows.flat().flatMap((cell) => ((cell.rows ?? 1) > 1 ? [] : ofContent(cell.text)))
    case 'table':
      return [...block.columns.map((column) => column.head), ...block.rows.flat().flatMap(ofContent)]
    case 'choices':
      return block.items.map((item) => item.text)
    case 'signatures':
      return block.items.flatMap((item) => [item.label, item.name ?? '', item.seal ?? '', item.date ?? ''])
    case 'seal':
      return [block.office, block.date]
    case 'picture':
    case 'qr':
      return [block.caption ?? '']
    case 'space':
    case 'pageBreak':
      return []
  }
}

/** Every string a reader should find in a document, in the order of reading. */
export const wordsOf = (document: Document): string[] => [
  ...[document.office ?? '', document.title, document.number ?? ''],
  ...document.blocks.flatMap(ofBlock),
]

export const packed = (text: string) => text.replaceAll(/[\s\u200b]/g, '')

/** The strings that are not found one after the other in a text; white space aside, since lines are broken where they end. */
export function lost(text: string, wanted: readonly string[]): string[] {
  const whole = packed(text)
  let from = 0
  return wanted.filter((words) => {
    const at = whole.indexOf(packed(words), from)
    if (at >= 0) from = at + packed(words).length
    return at < 0
  })
}

/** The strings of cells over several rows, which stand somewhere beside their rows. */
export const besideOf = (document: Document): string[] =>
  document.blocks
    .flatMap((block) => (block.kind === 'fields' ? block.rows.flat() : []))
    .flatMap((cell) => ((cell.rows ?? 1) > 1 ? ofContent(cell.text) : []))
