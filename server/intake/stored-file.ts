import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Refusal, refuse } from '#domain/refusal.ts'
import type { IntakeImportRow } from '../db/tables.gen.ts'

/** Where the bytes of an import are kept. The digest is in the key: what is there under it is always this file. */
export function fileKey(row: Pick<IntakeImportRow, 'district_id' | 'id' | 'file_sha256'>): string {
  return `${row.district_id}/import/${row.id}-${row.file_sha256.toString('hex').slice(0, 16)}`
}

/** Lets work read bytes as a file on disk, which is gone afterwards. */
export async function withFile<T>(bytes: Uint8Array, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'maple-import-'))
  try {
    const path = join(folder, 'orders.xlsx')
    await writeFile(path, bytes, { mode: 0o600 })
    return await work(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The refusal of a workbook with the facts that its sentence needs: the name of the file, and what fits at most. */
export function namedRefusal({ refused, facts = {} }: Refusal, fileName: string): Refusal {
  return refuse(refused, { ...facts, name: fileName.slice(0, 60), max: facts['most'] ?? '' }, 'file')
}
