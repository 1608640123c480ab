import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts'
import { WorkbookRefused } from './refused.ts'

const mb = 1_000_000
/** What a workbook may become when unpacked; 100,000 work orders take about 120 MB. */
export const mostUnpackedMb = 600
const mostRatio = 200
/** Below this size a high ratio harms nobody: a small sheet of repeated rows packs very well. */
const ratioCountsFromMb = 10
const mostEntries = 20_000

/** A workbook's zip, open: parts by lower-case name, since names of parts ignore case (ECMA-376-2, 7.2.3.5). */
export type PackageParts = {
  has(name: string): boolean
  open(name: string): Promise<Readable>
  close(): void
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry> | Refusal> {
  const entries = new Map<string, Entry>()
  let packed = 0
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) return refuse('encryptedExcel')
    entries.set(entry.fileName.replace(/^\/+/, '').toLowerCase(), entry)
    packed += entry.compressedSize
    unpacked += entry.uncompressedSize
    const megabytes = Math.round(unpacked / mb)
    const facts = { megabytes, most: mostUnpackedMb }
    if (megabytes > mostUnpackedMb || entries.size > mostEntries) return refuse('tooBigExcel', facts)
  }
  if (unpacked > ratioCountsFromMb * mb && unpacked > packed * mostRatio) {
    return refuse('tooBigExcel', { megabytes: Math.round(unpacked / mb), most: mostUnpackedMb })
  }
  return entries
}

/**
 * Opens the zip and adds up what its directory declares; later no part yields more than it declared. Refuses
 * encryptedExcel, tooBigExcel (over 600 MB unpacked, or over 200 times its packed size), brokenExcel.
 */
export async function openParts(path: string): Promise<PackageParts | Refusal> {
  let zip: ZipFile
  try {
    zip = await openPromise(path, { autoClose: false, lazyEntries: true })
  } catch (cause) {
    if (cause instanceof Error && 'syscall' in cause) throw cause
    return refuse('brokenExcel')
  }
  const entries = await listEntries(zip).catch(() => refuse('brokenExcel'))
  if (isRefusal(entries)) {
    zip.close()
    return entries
  }
  return {
    has: (name) => entries.has(name.toLowerCase()),
    open: async (name) => {
      const entry = entries.get(name.toLowerCase())
      if (!entry) throw new WorkbookRefused(refuse('brokenExcel'))
      return zip.openReadStreamPromise(entry).catch((cause: unknown) => {
        throw new WorkbookRefused(refuse('brokenExcel'), cause)
      })
    },
    close: () => zip.close(),
  }
}
