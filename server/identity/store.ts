import { sql } from 'kysely'
import { blankScope, setScope, type Tx } from '../db/scope.ts'
import { factorsOf } from '../org/session-queries.ts'
import { blindIndexes, seal, unseal } from '../secrets.ts'
import type { ProviderSettings } from './settings.ts'

type Of = { district: number; accountId: string }

/** What the subject of an account is sealed to. */
export const subjectBound = ({ district, accountId }: Of) => `${district}:${accountId}:identity`

/**
 * By what an identity is found, under every key that is known, the one in use first: which platform and claim it was stands in the
 * look-up alone, so that it outlives its key. The same text of another platform, or of another claim, is somebody else.
 */
export const subjectIndexes = (settings: ProviderSettings, subject: string): Buffer[] =>
  blindIndexes(textOf(settings, subject), 'identity')

const textOf = ({ issuer, claim }: ProviderSettings, subject: string) =>
  JSON.stringify([issuer, claim, subject])

export type Link = { index: Buffer; subject: string; linkedAt: number; usedAt: number | null }

/** The identity that an account is linked with. */
export async function findLink(tx: Tx, of: Of): Promise<Link | undefined> {
  const { rows } = await sql<{ index: Buffer; sealed: Buffer; linkedAt: number; usedAt: number | null }>`
    select subject_index "index", subject_sealed sealed, linked_at "linkedAt", used_at "usedAt" from identity_link
    where district_id = ${of.district} and account_id = ${of.accountId}`.execute(tx)
  const row = rows[0]
  if (!row) return undefined
  const { sealed, ...link } = row
  return { ...link, subject: unseal(sealed, subjectBound(of)) }
}

/** Links an identity with an account. Out: whose it is already where it could not be. */
export async function insertLink(
  tx: Tx,
  of: Of,
  { indexes, subject, now }: { indexes: readonly Buffer[]; subject: string; now: number },
): Promise<'taken' | 'kept' | undefined> {
  const [index] = indexes
  const { rows: known } =
    await sql`select 1 from identity_key where subject_index = any (${indexes})`.execute(tx)
  if (known.length > 0) return 'taken'
  const { rows: keys } = await sql`insert into identity_key (subject_index, district_id)
    values (${index}, ${of.district}) on conflict do nothing returning 1`.execute(tx)
  if (keys.length === 0) return 'taken'
  const { rows } =
    await sql`insert into identity_link (district_id, account_id, subject_index, subject_sealed, linked_at)
    values (${of.district}, ${of.accountId}, ${index}, ${seal(subject, subjectBound(of))}, ${new Date(now)})
    on conflict do nothing returning 1`.execute(tx)
  return rows.length === 0 ? 'kept' : undefined
}

/** Out: whether there was a link. */
export async function deleteLink(tx: Tx, { district, accountId }: Of): Promise<boolean> {
  const { rows } = await sql<{ index: Buffer }>`
    delete from identity_link where district_id = ${district} and account_id = ${accountId}
    returning subject_index "index"`.execute(tx)
  const row = rows[0]
  if (row) await sql`delete from identity_key where subject_index = ${row.index}`.execute(tx)
  return row !== undefined
}

export async function writeLinkUse(tx: Tx, { district, accountId }: Of, now: number): Promise<void> {
  await sql`update identity_link set used_at = ${new Date(now)}
    where district_id = ${district} and account_id = ${accountId}`.execute(tx)
}

export type Linked = Of & { login: string; isDisabled: boolean; hasFactor: boolean }

/** The account that an identity is linked with; the transaction is in its district from then on. */
export async function findLinked(tx: Tx, indexes: readonly Buffer[]): Promise<Linked | undefined> {
  const { rows: keys } = await sql<{ district: number }>`
    select district_id district from identity_key where subject_index = any (${indexes})`.execute(tx)
  const district = keys[0]?.district
  if (district === undefined) return undefined
  await setScope(tx, blankScope(district))
  const { rows } = await sql<{
    id: string
    login: string
    disabled_at: number | null
    has_totp: boolean
    has_passkey: boolean
  }>`select a.id, a.login, a.disabled_at, ${factorsOf} from identity_link l
    join account a on a.district_id = l.district_id and a.id = l.account_id
    where l.district_id = ${district} and l.subject_index = any (${indexes})`.execute(tx)
  const row = rows[0]
  return (
    row && {
      ...{ district, accountId: row.id, login: row.login, isDisabled: row.disabled_at !== null },
      hasFactor: row.has_totp || row.has_passkey,
    }
  )
}

/** Whether a link is of this platform and claim. */
export const isOf = (settings: ProviderSettings, { subject, index }: Link): boolean =>
  subjectIndexes(settings, subject).some((one) => one.equals(index))
