import { sql } from 'kysely'
import type { AccountOutcome } from '#domain/org/audit.ts'
import type { Tx } from '../db/scope.ts'

export type NewSession = {
  districtId: number
  tokenHash: Buffer
  id: string
  accountId: string
  device: string
  now: number
  expiresAt: number
  step: 'factor' | 'in'
  /** Whether its holder has just shown to us who they are; what another platform says is no proof for what asks for one. */
  isProved: boolean
}

export async function insertSession(tx: Tx, s: NewSession): Promise<void> {
  await sql`insert into session (district_id, token_hash, id, account_id, device, created_at, seen_at, expires_at, step,
      proved_at)
    values (${s.districtId}, ${s.tokenHash}, ${s.id}, ${s.accountId}, ${s.device}, ${new Date(s.now)}, ${new Date(s.now)},
      ${new Date(s.expiresAt)}, ${s.step}, ${s.isProved ? new Date(s.now) : null})`.execute(tx)
}

/** Marks a session as used; where another request is just doing so, nobody waits for it. */
export async function touchSession(tx: Tx, district: number, tokenHash: Buffer, now: number): Promise<void> {
  await sql`update session set seen_at = ${new Date(now)} where district_id = ${district} and token_hash in
    (select token_hash from session where district_id = ${district} and token_hash = ${tokenHash}
      for update skip locked)`.execute(tx)
}

/** Notes that the holder of a session has just shown who they are. */
export async function proveSession(tx: Tx, district: number, tokenHash: Buffer, now: number): Promise<void> {
  await sql`update session set proved_at = ${new Date(now)}
    where district_id = ${district} and token_hash = ${tokenHash}`.execute(tx)
}

/**
 * Ends the sessions of an account that are more than it may have, those used longest ago first; each device is told when it
 * asks next. In: how many may stay. Out: the devices, the one used last first.
 */
export async function endOldest(
  tx: Tx,
  district: number,
  accountId: string,
  { keep, now, idleMs }: { keep: number; now: number; idleMs: number },
): Promise<string[]> {
  const { rows } = await sql<{ device: string }>`
    update session s set ended_for = 'more' where s.district_id = ${district} and s.token_hash in (
      select token_hash from session where district_id = ${district} and account_id = ${accountId} and step = 'in'
        and ended_for is null and expires_at > ${new Date(now)} and seen_at > ${new Date(now - idleMs)}
      order by seen_at desc, id desc offset ${keep})
    returning s.device`.execute(tx)
  return rows.map(({ device }) => device)
}

/** Ends live sessions of an account from elsewhere, all but the one kept or only the one named. Out: how many. */
export async function endRemotely(
  tx: Tx,
  district: number,
  accountId: string,
  which: { keep?: Buffer; only?: string },
): Promise<number> {
  const result = await sql`update session set ended_for = 'remote'
    where district_id = ${district} and account_id = ${accountId} and ended_for is null
    and (${which.keep ?? null}::bytea is null or token_hash <> ${which.keep ?? null}::bytea)
    and (${which.only ?? null}::uuid is null or id = ${which.only ?? null}::uuid)`.execute(tx)
  return Number(result.numAffectedRows ?? 0n)
}

/** Remembers that an account has signed in on a device. */
export async function knowDevice(
  tx: Tx,
  district: number,
  accountId: string,
  device: Buffer,
  now: number,
): Promise<void> {
  await sql`insert into known_device (district_id, account_id, device_hash, first_at, seen_at)
    values (${district}, ${accountId}, ${device}, ${new Date(now)}, ${new Date(now)})
    on conflict (district_id, account_id, device_hash) do update set seen_at = excluded.seen_at`.execute(tx)
}

export type AccountEvent = {
  district: number
  id: string
  at: number
  accountId: string
  outcome: AccountOutcome
  way: 'password' | 'code' | 'recovery' | 'passkey' | 'provider' | 'none'
  device: string
  address: string
}

/** Puts on record what somebody did, or tried, at the door or with their own proofs. */
export async function recordEvent(tx: Tx, e: AccountEvent): Promise<void> {
  await sql`insert into account_event (district_id, id, at, account_id, outcome, way, device, address)
    values (${e.district}, ${e.id}, ${new Date(e.at)}, ${e.accountId}, ${e.outcome}, ${e.way}, ${e.device},
      ${e.address})`.execute(tx)
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

/** Ends the sessions of an account, all but the one kept. Out: how many ended. */
export async function deleteSessionsOf(
  tx: Tx,
  district: number,
  accountId: string,
  keep?: Buffer,
): Promise<number> {
  const result = await sql`delete from session where district_id = ${district} and account_id = ${accountId}
    and (${keep ?? null}::bytea is null or token_hash <> ${keep ?? null}::bytea)`.execute(tx)
  return Number(result.numAffectedRows ?? 0n)
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
