import { sql } from 'kysely'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { AttachmentRow } from '../db/tables.gen.ts'
import { Refused } from '../http/refused.ts'

type Handed = {
  district: number
  matterId: string
  deedId: string
  accountId: string
  files: readonly string[]
}

/** Binds what was uploaded to what was asked with it, and to the matter, with whose file it goes. Refusal (thrown): `fileMissing`. */
export async function handIn(
  tx: Tx,
  { district, matterId, deedId, accountId, files }: Handed,
): Promise<void> {
  if (files.length === 0) return
  const { numAffectedRows } =
    await sql`update attachment set matter_id = ${matterId}, exclusion_deed_id = ${deedId}
    where district_id = ${district} and id = any (${[...files]}::uuid[]) and owner = ${`account:${accountId}`}
      and matter_id is null and meeting_item_id is null`.execute(tx)
  if (Number(numAffectedRows ?? 0n) !== new Set(files).size)
    throw new Refused(refuse('fileMissing', undefined, 'files'))
}

/** The papers of these deeds, in the order in which they came. */
export async function listPapers(
  tx: Tx,
  district: number,
  deedIds: readonly string[],
): Promise<AttachmentRow[]> {
  const { rows } = await sql<AttachmentRow>`select * from attachment where district_id = ${district}
    and exclusion_deed_id = any (${[...deedIds]}::uuid[]) and matter_id is not null order by created_at, id`.execute(
    tx,
  )
  return rows
}

/** A paper of an exclusion; undefined: it has none of this id. */
export async function findPaper(
  tx: Tx,
  at: { district: number; exclusionId: string; fileId: string },
): Promise<AttachmentRow | undefined> {
  const { rows } =
    await sql<AttachmentRow>`select a.* from attachment a join evaluation_action d on d.district_id = a.district_id
      and d.id = a.exclusion_deed_id and d.subject_id = ${at.exclusionId}
    where a.district_id = ${at.district} and a.id = ${at.fileId} and a.matter_id is not null`.execute(tx)
  return rows[0]
}
