import { type Document, faultOf } from '#domain/document/document.ts'
import { inThread } from './thread.ts'

/** `at`: the instant the file is dated (ms); the same documents at the same instant are the same bytes. `title`: of the first one. */
export type PdfOptions = { at: number; title?: string }

/** `starts`: the printed page number at which each document begins; 0 for one that bears none. `pages`: all sheets. */
export type Pdf = { pdf: Buffer; pages: number; starts: number[] }

/**
 * Draws documents into one PDF/A-2b file. A form that cannot be drawn is a fault of whoever wrote it and is thrown; nothing that a
 * person typed is.
 */
export async function renderPdf(documents: readonly Document[], { at, title }: PdfOptions): Promise<Pdf> {
  const fault = faultOf(documents)
  if (fault) throw new Error(`cannot be drawn: ${fault}`)
  const file = await inThread({ form: 'pdf', documents, title: title ?? documents[0]?.title ?? '', at })
  return { pdf: Buffer.from(file.bytes.buffer), pages: file.pages, starts: file.starts }
}
