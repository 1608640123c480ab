import { open } from 'node:fs/promises'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { compoundMagic, listCompoundNames } from './compound-file.ts'
import type { PackageParts } from './package-parts.ts'
import { findMainPart } from './workbook.ts'

const headBytes = 2048

function looksLike(head: Buffer): string {
  if (head.length === 0) return 'empty'
  if (head.subarray(0, 4).toString('latin1') === '%PDF') return 'pdf'
  if (head.includes(0) && !/^(\xff\xfe|\xfe\xff)/.test(head.toString('latin1'))) return 'other'
  const text = head
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart()
    .toLowerCase()
  if (/<(!doctype html|html|table|meta|head|body)\b/.test(text)) return 'html'
  if (text.startsWith('<')) return 'xml'
  return /[,;\t]/.test(text) ? 'csv' : 'other'
}

async function sniffCompound(read: (at: number, length: number) => Promise<Buffer>): Promise<Refusal> {
  const names = await listCompoundNames(read)
  if (names.includes('EncryptedPackage')) return refuse('encryptedExcel')
  return names.some((name) => /^(workbook|book)$/i.test(name))
    ? refuse('oldExcel')
    : refuse('notExcel', { looksLike: 'other' })
}

/** What kind of package a zip is, by its main part. Refuses notExcel, brokenExcel. */
export async function sniffPackage(parts: PackageParts): Promise<'xlsx' | Refusal> {
  const main = (await findMainPart(parts)) ?? (parts.has('content.xml') ? 'content.xml' : '')
  if (/\.bin$/i.test(main)) return refuse('notExcel', { looksLike: 'xlsb' })
  if (/^word\//i.test(main)) return refuse('notExcel', { looksLike: 'docx' })
  if (/^ppt\//i.test(main)) return refuse('notExcel', { looksLike: 'pptx' })
  if (main === 'content.xml') return refuse('notExcel', { looksLike: 'ods' })
  if (main === '') return refuse('notExcel', { looksLike: 'zip' })
  return parts.has(main) ? 'xlsx' : refuse('brokenExcel')
}

/**
 * The first look at a file, by its bytes: a zip, which may be a workbook, or why it cannot be one. Refuses notExcel, oldExcel,
 * encryptedExcel.
 */
export async function sniffBytes(path: string): Promise<'zip' | Refusal> {
  const file = await open(path)
  try {
    const read = async (at: number, length: number) => {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, at)
      return buffer.subarray(0, bytesRead)
    }
    const head = await read(0, headBytes)
    if (head.subarray(0, 8).equals(compoundMagic)) return await sniffCompound(read)
    // the stream of records that Excel 2 to 4 wrote without a container begins with BOF
    if (head[0] === 0x09 && [0x00, 0x02, 0x04].includes(head[1] ?? 0xff) && head[3] === 0)
      return refuse('oldExcel')
    const isZip = /^PK(\x03\x04|\x05\x06)/.test(head.subarray(0, 4).toString('latin1'))
    return isZip ? 'zip' : refuse('notExcel', { looksLike: looksLike(head) })
  } finally {
    await file.close()
  }
}
