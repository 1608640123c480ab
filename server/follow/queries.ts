import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../db/scope.ts'

type Who = { districtId: number; accountId: string }

/** The matters an account follows, as a condition over a matter called m. */
export const isFollowed = ({ districtId, accountId }: Who): RawBuilder<unknown> =>
  sql`m.id in (select f.matter_id from follow f where f.district_id = ${districtId} and f.account_id = ${accountId})`

/** What an account opened last, the latest first. */
export async function listOpened(tx: Tx, { districtId, accountId }: Who): Promise<string[]> {
  const { rows } = await sql<{ matter_id: string }>`select matter_id from matter_opening
    where district_id = ${districtId} and account_id = ${accountId} order by at desc, matter_id desc limit 50`.execute(
    tx,
  )
  return rows.map((row) => row.matter_id)
}

/** Of these matters the version in which each was seen last by who follows it. */
export async function seenVersions(
  tx: Tx,
  { districtId, accountId }: Who,
  ids: string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{
    matter_id: string
    seen_version: number
  }>`select matter_id, seen_version from follow
    where district_id = ${districtId} and account_id = ${accountId} and matter_id = any (${ids}::uuid[])`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.matter_id, row.seen_version]))
}

/** How many followed matters changed since they were seen. */
export async function countNews(tx: Tx, { districtId, accountId }: Who): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int n from follow f
    join matter m on m.district_id = f.district_id and m.id = f.matter_id
    where f.district_id = ${districtId} and f.account_id = ${accountId} and m.version > f.seen_version`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}
