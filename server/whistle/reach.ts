import { sql } from 'kysely'
import type { Line, Whistle } from '#domain/whistle/whistle.ts'
import type { Database } from '../db/pool.ts'
import { blankScope, inScope } from '../db/scope.ts'
import type { WhistleRow } from '../db/tables.gen.ts'
import { listLines } from './queries.ts'
import { lineOf, whistleOf } from './rows.ts'

/** What decides who is told that a whistle changed. */
export function findReachOf(
  db: Database,
  district: number,
  id: string,
): Promise<{ whistle: Whistle; lines: Line[] } | undefined> {
  return inScope(db, blankScope(district), async (tx) => {
    const { rows } = await sql<WhistleRow>`select * from whistle
      where district_id = ${district} and id = ${id}`.execute(tx)
    const [row] = rows
    return row && { whistle: whistleOf(row), lines: (await listLines(tx, district, [id])).map(lineOf) }
  })
}
