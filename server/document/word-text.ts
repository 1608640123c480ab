import { type IRunOptions, PageReference, TextRun } from 'docx'
import type { Content } from '#domain/document/document.ts'
import { visible } from './glyphs.ts'

const latin = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' }
/** Fonts of the reader's machine: official papers are set in 仿宋, their titles in 宋体. */
export const wordFont = { ...latin, eastAsia: '仿宋' }
export const titleFont = { ...latin, eastAsia: '宋体' }

/** Bookmarks around a document of the file. */
export const firstMark = (at: number) => `document_${at}`
export const lastMark = (at: number) => `document_${at}_end`

/** Words as runs, a run a line. */
export const runs = (words: string, style: IRunOptions): TextRun[] =>
  visible(words)
    .split('\n')
    .map((text, at) => new TextRun({ font: wordFont, ...style, text, ...(at > 0 && { break: 1 }) }))

export function contentRuns(content: Content, style: IRunOptions): (TextRun | PageReference)[] {
  if (typeof content === 'string') return runs(content, style)
  if ('pageOf' in content) {
    const first = new PageReference(firstMark(content.pageOf))
    if (content.as === 'first') return [first]
    return [first, new TextRun({ ...style, text: '-' }), new PageReference(lastMark(content.pageOf))]
  }
  return content.flatMap((choice, at) =>
    runs(`${at > 0 ? '　' : ''}${choice.isChosen ? '☑' : '☐'} ${choice.text}`, style),
  )
}
