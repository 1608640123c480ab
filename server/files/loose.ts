import { sql } from 'kysely'
import { inScope, scopeOf } from '../db/scope.ts'
import type { Platform } from '../http/bind.ts'
import { listDistricts } from '../org/queries.ts'
import { keyOf } from './routes.ts'

/** Uploads that no command has claimed within this time are given up by their sender (milliseconds). */
const looseForMs = 24 * 3_600_000

/** Removes uploads that were never sent. The row goes first: a row never points at nothing. */
export async function removeLooseFiles({
  db,
  files,
  clock,
}: Pick<Platform, 'db' | 'files' | 'clock'>): Promise<number> {
  let count = 0
  for (const district of await listDistricts(db)) {
    const { rows } = await inScope(db, scopeOf({ kind: 'system', districtId: district }), (tx) =>
      sql<{
        district_id: number
        id: string
      }>`delete from attachment where district_id = ${district} and matter_id is null
        and created_at < ${new Date(clock() - looseForMs)} returning district_id, id`.execute(tx),
    )
    for (const row of rows) {
      await files.remove(keyOf(row, 'full'))
      await files.remove(keyOf(row, 'small'))
    }
    count += rows.length
  }
  return count
}
