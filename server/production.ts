import { sql } from 'kysely'
import type { Database } from './db/pool.ts'

/** Production does not start beside the demo district: its accounts share a password that is printed. */
export async function refuseDemo(db: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`select name from district where is_demo limit 1`.execute(db)
  if (rows[0])
    throw new Error(
      `MAPLE_MODE is production, but the database holds the demo district ${rows[0].name}. Use a database of its own.`,
    )
}
