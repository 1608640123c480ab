import { sql } from 'kysely'
import type { Database } from './db/pool.ts'
import type { Tx } from './db/scope.ts'

/** Production does not start beside the demo district: its accounts share a password that is printed. */
export async function refuseDemo(db: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`select name from district where is_demo limit 1`.execute(db)
  if (rows[0])
    throw new Error(
      `MAPLE_MODE is production, but the database holds the demo district ${rows[0].name}. Use a database of its own.`,
    )
}

/** Whether a district is only for looking: in production there is none, see above. */
export async function isDemoDistrict(tx: Tx, district: number): Promise<boolean> {
  const { rows } = await sql`select from district where id = ${district} and is_demo`.execute(tx)
  return rows.length > 0
}
