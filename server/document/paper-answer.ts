import type { FastifyReply } from 'fastify'
import type { Document } from '#domain/document/document.ts'
import { answersFile } from '../http/file-answer.ts'
import { renderPdf } from './pdf.ts'
import { renderWord } from './word.ts'

const kinds = {
  pdf: { mime: 'application/pdf', ending: 'pdf' },
  word: {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: 'docx',
  },
} as const

/** In: the name without its ending, which says what the paper is and nobody's name. Out: the bytes, for the route to give back. */
export async function answersPaper(
  reply: FastifyReply,
  documents: readonly Document[],
  { as, name, at }: { as: keyof typeof kinds; name: string; at: number },
): Promise<Buffer> {
  const { mime, ending } = kinds[as]
  const bytes = as === 'pdf' ? (await renderPdf(documents, { at })).pdf : await renderWord(documents)
  answersFile(reply, { mime, name: `${name}.${ending}` })
  return Buffer.from(bytes)
}
