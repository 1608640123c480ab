import { type RawBuilder, sql } from 'kysely'
import type { Party } from '#domain/party/party.ts'
import type { Tx } from '../db/scope.ts'
import type { PartyRow, PartyVersionRow } from '../db/tables.gen.ts'

/** A party with whether it, its voice, or somebody it acts for asked for secrecy. */
export type PartyLine = PartyRow & { is_secret: boolean }

const secret = sql`(p.is_confidential or coalesce(v.is_confidential, false) or exists (
  select from party w left join appeal x on x.district_id = w.district_id and x.id = w.appeal_id
  where w.district_id = p.district_id and w.id = any (p.acts_for) and (w.is_confidential or coalesce(x.is_confidential, false))))`

async function select(tx: Tx, where: RawBuilder<unknown>, rest: RawBuilder<unknown>): Promise<PartyLine[]> {
  const { rows } = await sql<PartyLine>`select p.*, ${secret} as is_secret from party p
    left join appeal v on v.district_id = p.district_id and v.id = p.appeal_id where ${where} ${rest}`.execute(
    tx,
  )
  return rows
}

/** Everybody who stands in a matter. */
export function listPresent(tx: Tx, district: number, matterId: string): Promise<PartyLine[]> {
  return select(
    tx,
    sql`p.district_id = ${district} and p.matter_id = ${matterId} and p.removed_at is null`,
    sql`order by p.no`,
  )
}

export type After = { side: string; isOther: boolean; no: number }

/** One page of those who stand in a matter: by side, representatives first, then as they came. */
export function listPage(tx: Tx, district: number, matterId: string, limit: number, after?: After) {
  const from = after
    ? sql`and (p.side, not p.is_representative, p.no) > (${after.side}, ${after.isOther}::boolean, ${after.no}::int)`
    : sql``
  return select(
    tx,
    sql`p.district_id = ${district} and p.matter_id = ${matterId} and p.removed_at is null ${from}`,
    sql`order by p.side, not p.is_representative, p.no limit ${limit}`,
  )
}

export function listByIds(tx: Tx, district: number, ids: readonly string[]): Promise<PartyLine[]> {
  return select(tx, sql`p.district_id = ${district} and p.id = any (${[...ids]}::uuid[])`, sql``)
}

/** Who was taken out, the latest first. */
export function listRemoved(tx: Tx, district: number, matterId: string, limit: number): Promise<PartyLine[]> {
  return select(
    tx,
    sql`p.district_id = ${district} and p.matter_id = ${matterId} and p.removed_at is not null`,
    sql`order by p.removed_at desc, p.no limit ${limit}`,
  )
}

/** The next number of a party within its matter; those taken out keep theirs. */
export async function nextNo(tx: Tx, district: number, matterId: string): Promise<number> {
  const { rows } = await sql<{ no: number }>`select coalesce(max(no), 0) + 1 as no from party
    where district_id = ${district} and matter_id = ${matterId}`.execute(tx)
  return rows[0]?.no ?? 1
}

export async function countSides(tx: Tx, district: number, matterId: string) {
  const { rows } = await sql<{ side: Party['side']; count: number; representatives: number }>`
    select side, count(*)::int count, (count(*) filter (where is_representative))::int representatives from party
    where district_id = ${district} and matter_id = ${matterId} and removed_at is null group by side`.execute(
    tx,
  )
  return rows
}

/** What stood in the versions before the present one, the latest first. */
export async function listVersions(
  tx: Tx,
  district: number,
  partyId: string,
  below: number,
): Promise<PartyVersionRow[]> {
  const { rows } = await sql<PartyVersionRow>`select * from party_version
    where district_id = ${district} and party_id = ${partyId} and version < ${below} order by version desc limit 20`.execute(
    tx,
  )
  return rows
}

/** The facts the rules look at, out of the row. */
export function partyOf(row: PartyRow): Party {
  return {
    id: row.id,
    side: row.side as Party['side'],
    kind: row.kind as Party['kind'],
    role: row.role as Party['role'],
    isRepresentative: row.is_representative,
    capacity: row.capacity as Party['capacity'],
    actsFor: row.acts_for,
  }
}
