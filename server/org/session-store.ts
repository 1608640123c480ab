import { sql } from 'kysely'
import type { Tx } from '../db/scope.ts'

export type NewSession = {
  districtId: number
  tokenHash: Buffer
  id: string
  accountId: string
  device: string
  now: number
  expiresAt: number
}

export async function insertSession(tx: Tx, s: NewSession): Promise<void> {
  await sql`insert into session (district_id, token_hash, id, account_id, device, created_at, seen_at, expires_at)
    values (${s.districtId}, ${s.tokenHash}, ${s.id}, ${s.accountId}, ${s.device}, ${new Date(s.now)}, ${new Date(s.now)},
      ${new Date(s.expiresAt)})`.execute(tx)
}

/** Marks a session as used; where another request is just doing so, nobody waits for it. */
export async function touchSession(tx: Tx, district: number, tokenHash: Buffer, now: number): Promise<void> {
  await sql`update session set seen_at = ${new Date(now)} where district_id = ${district} and token_hash in
    (select token_hash from session where district_id = ${district} and token_hash = ${tokenHash}
      for update skip locked)`.execute(tx)
}

export async function deleteSession(tx: Tx, district: number, tokenHash: Buffer): Promise<void> {
  await sql`delete from session where district_id = ${district} and token_hash = ${tokenHash}`.execute(tx)
}

/** Forgets the sessions that have run out. Out: how many. */
export async function deleteEndedSessions(tx: Tx, district: number, now: number): Promise<number> {
  const result = await sql`delete from session
    where district_id = ${district} and expires_at < ${new Date(now)}`.execute(tx)
  return Number(result.numAffectedRows ?? 0n)
}

/** Ends the sessions of an account, all but the one kept, or only the one named. Out: how many ended. */
export async function deleteSessionsOf(
  tx: Tx,
  district: number,
  accountId: string,
  which: { keep?: Buffer; only?: string },
): Promise<number> {
  const result = await sql`delete from session where district_id = ${district} and account_id = ${accountId}
    and (${which.keep ?? null}::bytea is null or token_hash <> ${which.keep ?? null}::bytea)
    and (${which.only ?? null}::uuid is null or id = ${which.only ?? null}::uuid)`.execute(tx)
  return Number(result.numAffectedRows ?? 0n)
}

export async function countFailure(
  tx: Tx,
  district: number,
  accountId: string,
  lockedUntil: number | null,
): Promise<void> {
  await sql`update account set failed = failed + 1, locked_until = ${lockedUntil === null ? null : new Date(lockedUntil)}
    where district_id = ${district} and id = ${accountId}`.execute(tx)
}

export async function clearFailures(tx: Tx, district: number, accountId: string): Promise<void> {
  await sql`update account set failed = 0, locked_until = null
    where district_id = ${district} and id = ${accountId} and (failed > 0 or locked_until is not null)`.execute(
    tx,
  )
}

export async function storePassword(
  tx: Tx,
  district: number,
  accountId: string,
  hash: string,
  now: number,
): Promise<void> {
  await sql`update account set password_hash = ${hash}, password_changed_at = ${new Date(now)},
      must_change_password = false
    where district_id = ${district} and id = ${accountId}`.execute(tx)
}
