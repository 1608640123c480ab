import {
  AlignmentType,
  Bookmark,
  Footer,
  Header,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  PageReference,
  Paragraph,
  SectionType,
  type Table,
  TextRun,
  Document as WordDocument,
} from 'docx'
import type { Document } from '#domain/document/document.ts'
import { visible } from './glyphs.ts'
import { leadingOf, marginsOf } from './layout.ts'
import { blocksOf } from './word-blocks.ts'
import { firstMark, lastMark, runs, titleFont, wordFont } from './word-text.ts'

export type WordJob = { form: 'word'; documents: readonly Document[] }

const twipsPerMm = 1440 / 25.4
const mm = (length: number) => Math.round(length * twipsPerMm)

/** One section a document, so that each begins on its own page with its own head. */
export async function wordFile({ documents }: WordJob): Promise<Uint8Array<ArrayBuffer>> {
  const firstCounted = documents.findIndex((document) => !document.isUncounted)
  const lastCounted = documents.findLastIndex((document) => !document.isUncounted)
  const total = lastMark(lastCounted)
  const sections: ISectionOptions[] = []
  for (const [at, document] of documents.entries())
    sections.push({
      properties: {
        type: SectionType.NEXT_PAGE,
        page: {
          size: {
            ...{ width: mm(210), height: mm(297) },
            orientation: document.isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
          },
          margin: marginOf(document),
          ...(at === firstCounted && { pageNumbers: { start: 1 } }),
        },
      },
      headers: { default: head(document) },
      footers: { default: document.isUncounted ? new Footer({ children: [] }) : foot(total) },
      children: [...titleOf(document, at), ...(await bodyOf(document, at))],
    })
  const file = new WordDocument({
    title: visible(documents[0]?.title ?? ''),
    ...{ creator: '', lastModifiedBy: '' },
    // the page numbers of an index are counted when the file is opened
    features: { updateFields: true },
    styles: { default: { document: { run: { font: wordFont, size: 32 } } } },
    sections,
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

function marginOf(document: Document) {
  const { top, bottom, left, right } = marginsOf(document)
  return {
    top: mm(top),
    bottom: mm(bottom),
    left: mm(left),
    right: mm(right),
    header: mm(15),
    footer: mm(14),
  }
}

const head = (document: Document) =>
  new Header({
    children: [
      new Paragraph({ alignment: AlignmentType.RIGHT, children: runs(document.code, { size: 18 }) }),
    ],
  })

function foot(total: string) {
  const small = { size: 21, font: wordFont }
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ ...small, children: ['第 ', PageNumber.CURRENT, ' 页　共 '] }),
          new PageReference(total),
          new TextRun({ ...small, text: ' 页' }),
        ],
      }),
    ],
  })
}

function titleOf(document: Document, at: number): Paragraph[] {
  const middle = { alignment: AlignmentType.CENTER, spacing: { after: 160 } }
  const title = runs(document.title, { size: 44, bold: true, font: titleFont })
  return [
    ...(document.office ? [new Paragraph({ ...middle, children: runs(document.office, { size: 32 }) })] : []),
    new Paragraph({ ...middle, children: [new Bookmark({ id: firstMark(at), children: title })] }),
    ...(document.number
      ? [new Paragraph({ alignment: AlignmentType.RIGHT, children: runs(document.number, { size: 28 }) })]
      : []),
  ]
}

async function bodyOf(document: Document, at: number): Promise<(Paragraph | Table)[]> {
  const size = document.textSize ?? 16
  const line = (size + leadingOf(document)) * 20
  const body: (Paragraph | Table)[] = []
  for (const block of document.blocks)
    body.push(
      ...(await blocksOf(block, document, {
        size: size * 2,
        line: { line, lineRule: LineRuleType.AT_LEAST },
      })),
    )
  // where the document ends, so that an index can say up to which page it goes
  const end = new Bookmark({ id: lastMark(at), children: [new TextRun({ text: '', size: 2 })] })
  return [...body, new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [end] })]
}
