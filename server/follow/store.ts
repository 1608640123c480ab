import { sql } from 'kysely'
import type { Tx } from '../db/scope.ts'

export type Mine = { district: number; accountId: string; matterId: string }

/** So many matters are remembered as opened; the oldest go. */
const mostOpened = 50

/** Remembers an opening, and forgets those beyond the last fifty. */
export async function writeOpening(
  tx: Tx,
  { district, accountId, matterId }: Mine,
  now: number,
): Promise<void> {
  await sql`insert into matter_opening (district_id, account_id, matter_id, at)
    values (${district}, ${accountId}, ${matterId}, ${new Date(now)})
    on conflict (district_id, account_id, matter_id) do update set at = greatest(matter_opening.at, excluded.at)`.execute(
    tx,
  )
  await sql`delete from matter_opening where district_id = ${district} and account_id = ${accountId} and matter_id in (
    select matter_id from matter_opening where district_id = ${district} and account_id = ${accountId}
    order by at desc, matter_id desc offset ${mostOpened})`.execute(tx)
}

/** Marks a followed matter as seen up to a version. Out: whether it is followed. */
export async function writeSeen(tx: Tx, mine: Mine, version: number): Promise<boolean> {
  const result = await sql`update follow set seen_version = greatest(seen_version, ${version})
    where district_id = ${mine.district} and account_id = ${mine.accountId} and matter_id = ${mine.matterId}`.execute(
    tx,
  )
  return result.numAffectedRows === 1n
}

export async function insertFollow(tx: Tx, mine: Mine, version: number, now: number): Promise<void> {
  await sql`insert into follow (district_id, account_id, matter_id, seen_version, created_at)
    values (${mine.district}, ${mine.accountId}, ${mine.matterId}, ${version}, ${new Date(now)}) on conflict do nothing`.execute(
    tx,
  )
}

export async function removeFollow(tx: Tx, { district, accountId, matterId }: Mine): Promise<void> {
  await sql`delete from follow where district_id = ${district} and account_id = ${accountId} and matter_id = ${matterId}`.execute(
    tx,
  )
}
