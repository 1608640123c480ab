import { sql } from 'kysely'
import type { Tx } from '../db/scope.ts'
import { blindIndex, blindIndexes, seal, unseal } from '../secrets.ts'

type Of = { district: number; accountId: string }

/** What the secret of an account's code is sealed to. */
export const secretBound = ({ district, accountId }: Of) => `${district}:${accountId}:totp`
const hashed = ({ district, accountId }: Of, code: string) => `${district}:${accountId}:${code}`
const codeHash = (of: Of, code: string) => blindIndex(hashed(of, code), 'recovery')
/** A code outlives the key under which it was noted: only its holder knows it. */
const codeHashes = (of: Of, code: string) => blindIndexes(hashed(of, code), 'recovery')

/** Writes a secret that is not confirmed yet, in the place of an unconfirmed one. A confirmed one stays until then. */
export async function writePending(tx: Tx, of: Of, secret: Buffer, now: number): Promise<void> {
  await sql`insert into totp (district_id, account_id, secret_sealed, pending_sealed, created_at)
    values (${of.district}, ${of.accountId}, null, ${seal(secret.toString('base64'), secretBound(of))}, ${new Date(now)})
    on conflict (district_id, account_id) do update
      set pending_sealed = excluded.pending_sealed, created_at = excluded.created_at`.execute(tx)
}

export type Totp = { secret: Buffer | undefined; pending: Buffer | undefined; lastStep: number }

/** The secrets of an account, locked, so that a code is taken once only. */
export async function lockTotp(tx: Tx, of: Of): Promise<Totp | undefined> {
  const { rows } = await sql<{
    secret_sealed: Buffer | null
    pending_sealed: Buffer | null
    last_step: number
  }>`select secret_sealed, pending_sealed, last_step::float8 last_step from totp
    where district_id = ${of.district} and account_id = ${of.accountId} for update`.execute(tx)
  const row = rows[0]
  const open = (sealed: Buffer | null) =>
    sealed === null ? undefined : Buffer.from(unseal(sealed, secretBound(of)), 'base64')
  return (
    row && { secret: open(row.secret_sealed), pending: open(row.pending_sealed), lastStep: row.last_step }
  )
}

/** Notes the step of the code that was just taken. */
export async function writeStep(tx: Tx, of: Of, step: number): Promise<void> {
  await sql`update totp set last_step = ${step}
    where district_id = ${of.district} and account_id = ${of.accountId}`.execute(tx)
}

/** The pending secret becomes the one that counts. */
export async function confirmPending(tx: Tx, of: Of, step: number, now: number): Promise<void> {
  await sql`update totp set secret_sealed = pending_sealed, pending_sealed = null, last_step = ${step},
      confirmed_at = ${new Date(now)}
    where district_id = ${of.district} and account_id = ${of.accountId}`.execute(tx)
}

export async function deleteTotp(tx: Tx, of: Of): Promise<void> {
  await sql`delete from totp where district_id = ${of.district} and account_id = ${of.accountId}`.execute(tx)
}

/** Replaces the recovery codes of an account; only their keyed hashes are kept. */
export async function writeCodes(tx: Tx, of: Of, codes: readonly string[]): Promise<void> {
  await deleteCodes(tx, of)
  const rows = codes.map((code) => sql`(${of.district}, ${of.accountId}, ${codeHash(of, code)})`)
  await sql`insert into recovery_code (district_id, account_id, code_hash) values ${sql.join(rows)}`.execute(
    tx,
  )
}

export async function deleteCodes(tx: Tx, of: Of): Promise<void> {
  await sql`delete from recovery_code
    where district_id = ${of.district} and account_id = ${of.accountId}`.execute(tx)
}

/** Uses a recovery code up. Out: whether it was one of the account's that had not been used. */
export async function useCode(tx: Tx, of: Of, code: string, now: number): Promise<boolean> {
  const result = await sql`update recovery_code set used_at = ${new Date(now)}
    where district_id = ${of.district} and account_id = ${of.accountId} and code_hash = any (${codeHashes(of, code)})
      and used_at is null`.execute(tx)
  return Number(result.numAffectedRows ?? 0n) === 1
}
