import { sql } from 'kysely'
import type { Tx } from '../db/scope.ts'

type Change = {
  district: number
  year: number
  accountId: string
  status: 'official' | 'provisional'
  source: string
  now: number
}

/** Keeps who changed the calendar, and how many running clocks have to be reckoned anew under it. */
export async function insertChange(tx: Tx, c: Change): Promise<void> {
  await sql`insert into calendar_change (district_id, version, year, account_id, at, status, source, clocks)
    select ${c.district}, v.version, ${c.year}, ${c.accountId}, ${new Date(c.now)}, ${c.status}, ${c.source},
      (select count(*) from clock where district_id = ${c.district} and stopped_at is null
        and calendar_version < v.version)
    from (select sum(version)::int version from calendar_year where district_id = ${c.district}) v`.execute(
    tx,
  )
}
