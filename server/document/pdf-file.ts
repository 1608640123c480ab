import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Document } from '#domain/document/document.ts'
import { coverageOf, renamed, visible } from './glyphs.ts'
import { typeset } from './typeset.ts'

export type PdfJob = { form: 'pdf'; documents: readonly Document[]; title: string; at: number }
export type PdfFile = { bytes: Uint8Array<ArrayBuffer>; pages: number; starts: number[] }

const here = dirname(fileURLToPath(import.meta.url))
const font = 'Maple Song SC'
const load = (name: string) =>
  renamed(brotliDecompressSync(readFileSync(join(here, 'fonts', `${name}.ttf.br`))), 'Noto Serif SC', font)

type Press = { compiler: NodeCompiler; has: (codePoint: number) => boolean }
let press: Press | undefined

function begin(): Press {
  const [regular, bold] = [load('noto-serif-sc-regular'), load('noto-serif-sc-bold')]
  const compiler = NodeCompiler.create({ workspace: here, fontArgs: [{ fontBlobs: [regular, bold] }] })
  return { compiler, has: coverageOf(regular) }
}

/** Papers are dated in the time of China, wherever the machine stands. */
function chinaTime(at: number): number[] {
  const time = new Date(at + 8 * 3_600_000)
  const day = [time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate()]
  return [...day, time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()]
}

/** One file at a time: the pictures of a file lie in the compiler while it is drawn. */
export async function pdfFile({ documents, title, at }: PdfJob): Promise<PdfFile> {
  const { compiler, has } = (press ??= begin())
  let pictures = 0
  try {
    const parts: object[] = []
    for (const [n, document] of documents.entries()) {
      const part = await typeset(document, has, (picture) => {
        const path = `/pictures/${pictures++}.${picture.type}`
        compiler.mapShadow(join(here, path), picture.bytes)
        return { path }
      })
      parts.push({ ...part, isLast: n === documents.length - 1 })
    }
    const data = JSON.stringify({ font, title: visible(title), at: chinaTime(at), documents: parts })
    const compiled = compiler.compile({ mainFilePath: join(here, 'official.typ'), inputs: { data } })
    if (!compiled.result) {
      const said = JSON.stringify(compiled.takeError()?.shortDiagnostics)
      throw new Error(`Typst: ${said.slice(0, 500)}`)
    }
    const starts = compiler.query(compiled.result, { selector: '<starts>', field: 'value' })[0]
    const pdf = compiler.pdf(compiled.result, { pdfStandard: 'a-2b' })
    return { bytes: new Uint8Array(pdf), pages: compiled.result.numOfPages, starts }
  } finally {
    compiler.resetShadow()
    // the cache is one of the whole process and would keep every document
    compiler.evictCache(0)
  }
}
