import { sql } from 'kysely'
import type { Tx } from '../db/scope.ts'
import { blindIndex } from '../secrets.ts'

type Of = { district: number; accountId: string }
export type Passkey = {
  id: string
  credentialId: Buffer
  publicKey: Buffer
  counter: number
  transports: string[]
  name: string
  createdAt: number
  usedAt: number | null
}

export const passkeysMost = 10

/** The passkeys of an account, the oldest first. */
export async function listPasskeys(tx: Tx, of: Of): Promise<Passkey[]> {
  const { rows } = await sql<Passkey>`
    select id, credential_id "credentialId", public_key "publicKey", counter::float8 counter, transports, name,
      created_at "createdAt", used_at "usedAt"
    from passkey where district_id = ${of.district} and account_id = ${of.accountId}
    order by created_at, id limit ${passkeysMost}`.execute(tx)
  return rows
}

/** Out: whether the id and the credential were free. */
export async function insertPasskey(tx: Tx, of: Of, key: Omit<Passkey, 'usedAt'>): Promise<boolean> {
  const { rows } = await sql`insert into passkey
      (district_id, id, account_id, credential_id, public_key, counter, transports, name, created_at)
    values (${of.district}, ${key.id}, ${of.accountId}, ${key.credentialId}, ${key.publicKey}, ${key.counter},
      ${key.transports}, ${key.name}, ${new Date(key.createdAt)})
    on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

export async function writePasskeyUse(
  tx: Tx,
  district: number,
  id: string,
  { counter, now }: { counter: number; now: number },
): Promise<void> {
  await sql`update passkey set counter = ${counter}, used_at = ${new Date(now)}
    where district_id = ${district} and id = ${id}`.execute(tx)
}

/** Out: whether the account has such a passkey. */
export async function writePasskeyName(tx: Tx, of: Of, id: string, name: string): Promise<boolean> {
  const result = await sql`update passkey set name = ${name}
    where district_id = ${of.district} and account_id = ${of.accountId} and id = ${id}`.execute(tx)
  return Number(result.numAffectedRows ?? 0n) === 1
}

/** Removes one passkey of an account, or all. Out: how many. */
export async function deletePasskeys(tx: Tx, of: Of, id?: string): Promise<number> {
  const result =
    await sql`delete from passkey where district_id = ${of.district} and account_id = ${of.accountId}
    and (${id ?? null}::uuid is null or id = ${id ?? null}::uuid)`.execute(tx)
  return Number(result.numAffectedRows ?? 0n)
}

/** Marks a challenge as answered. Out: false where it had been. */
export async function spendChallenge(
  tx: Tx,
  district: number,
  challenge: string,
  until: number,
): Promise<boolean> {
  const { rows } = await sql`insert into spent_challenge (district_id, hash, until)
    values (${district}, ${blindIndex(challenge, 'challenge')}, ${new Date(until)})
    on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

/** Forgets the answered challenges that have run out anyway. */
export async function forgetChallenges(tx: Tx, district: number, now: number): Promise<void> {
  await sql`delete from spent_challenge where district_id = ${district} and until < ${new Date(now)}`.execute(
    tx,
  )
}
