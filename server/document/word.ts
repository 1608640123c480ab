import { type Document, faultOf } from '#domain/document/document.ts'
import { inThread } from './thread.ts'

/** The same documents as a Word file (.docx) that can be worked on. Faults as with `renderPdf`. */
export async function renderWord(documents: readonly Document[]): Promise<Buffer> {
  const fault = faultOf(documents)
  if (fault) throw new Error(`cannot be drawn: ${fault}`)
  const { bytes } = await inThread({ form: 'word', documents })
  return Buffer.from(bytes.buffer)
}
