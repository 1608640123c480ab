import { sql } from 'kysely'
import { inScope, scopeOf, type Tx } from '../db/scope.ts'
import type { Platform } from '../http/bind.ts'
import { listDistricts } from '../org/queries.ts'
import type { FileStore } from './file-store.ts'
import { keyOf } from './routes.ts'

/** Uploads that no command has claimed within this time are given up by their sender (milliseconds). */
const looseForMs = 24 * 3_600_000

/** Removed in one transaction at most. */
const batch = 100

/**
 * Removes uploads that were never sent, and what was destroyed. The bytes go first, under the lock of their rows, so that a
 * process that dies leaves rows to be removed again and never bytes that nobody knows of.
 */
export async function removeLooseFiles({
  db,
  files,
  clock,
}: Pick<Platform, 'db' | 'files' | 'clock'>): Promise<number> {
  let count = 0
  for (const district of await listDistricts(db)) {
    const scope = scopeOf({ kind: 'system', districtId: district })
    for (let removed = batch; removed === batch; count += removed)
      removed = await inScope(db, scope, (tx) => removeSome(tx, files, district, clock()))
  }
  return count
}

async function removeSome(tx: Tx, files: FileStore, district: number, now: number): Promise<number> {
  const { rows } = await sql<{ district_id: number; id: string }>`select district_id, id from attachment
    where district_id = ${district} and matter_id is null and meeting_item_id is null and created_at < ${new Date(now - looseForMs)}
    order by created_at limit ${batch} for update skip locked`.execute(tx)
  for (const row of rows) {
    await files.remove(keyOf(row, 'full'))
    await files.remove(keyOf(row, 'small'))
  }
  await sql`delete from attachment where district_id = ${district}
    and id = any (${rows.map((row) => row.id)}::uuid[])`.execute(tx)
  return rows.length
}
