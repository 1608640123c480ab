import { sql } from 'kysely'
import { inScope, scopeOf } from '../db/scope.ts'
import type { Platform } from '../http/bind.ts'
import { keyOf } from './routes.ts'

/** Uploads that no command has claimed within this time are given up by their sender (milliseconds). */
const looseForMs = 24 * 3_600_000

/** Removes uploads that were never sent. The row goes first: a row never points at nothing. */
export async function removeLooseFiles({
  db,
  files,
  clock,
}: Pick<Platform, 'db' | 'files' | 'clock'>): Promise<number> {
  const { rows: districts } = await sql<{ id: number }>`select id from district order by id`.execute(db)
  let count = 0
  for (const { id: district } of districts) {
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
