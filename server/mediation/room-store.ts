import { sql } from 'kysely'
import type { Tx } from '../db/scope.ts'
import type { AttachmentRow, MediationMessageRow, MediationTextRow } from '../db/tables.gen.ts'
import { sealMessage } from './sealed.ts'

/** How many messages, and how many wordings, one page holds. */
export const roomPage = 40
export const draftPage = 20

type NewMessage = {
  district: number
  id: string
  mediationId: string
  sessionId: string
  accountId: string | null
  byId: string | null
  partyId: string | null
  text: string
  files: readonly string[]
  now: number
}

export async function findMessage(
  tx: Tx,
  district: number,
  id: string,
): Promise<MediationMessageRow | undefined> {
  const { rows } = await sql<MediationMessageRow>`select * from mediation_message
    where district_id = ${district} and id = ${id}`.execute(tx)
  return rows[0]
}

/** Writes a message under the next number of its room; the mediation is locked, so that no number is lost or given twice. */
export async function insertMessage(tx: Tx, g: NewMessage): Promise<number> {
  const { rows } = await sql<{ no: number }>`insert into mediation_message
      (district_id, id, mediation_id, session_id, no, account_id, by_id, party_id, sealed, file_ids, at)
    select ${g.district}, ${g.id}, ${g.mediationId}::uuid, ${g.sessionId}::uuid, coalesce(max(no), 0) + 1, ${g.accountId}::uuid, ${g.byId}::uuid,
      ${g.partyId}::uuid, ${sealMessage(g.district, g.id, g.text)}::bytea, ${[...g.files]}::uuid[], ${new Date(g.now)}::timestamptz
    from mediation_message where district_id = ${g.district} and mediation_id = ${g.mediationId} and session_id = ${g.sessionId}
    returning no`.execute(tx)
  return rows[0]?.no ?? 1
}

/** Binds uploaded files to a message. Only what this owner uploaded and nothing else has taken. Out: how many were bound. */
export async function claimRoomFiles(
  tx: Tx,
  claim: { district: number; ids: readonly string[]; owner: string; matterId: string; messageId: string },
): Promise<number> {
  if (claim.ids.length === 0) return 0
  const { numAffectedRows } =
    await sql`update attachment set matter_id = ${claim.matterId}, message_id = ${claim.messageId}
    where district_id = ${claim.district} and id = any (${[...claim.ids]}::uuid[]) and owner = ${claim.owner}
      and matter_id is null and meeting_item_id is null`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** One page of a room, the latest first. In: the number before which it ends. */
export async function listMessages(
  tx: Tx,
  district: number,
  { mediationId, sessionId }: { mediationId: string; sessionId: string },
  before: number | undefined,
): Promise<MediationMessageRow[]> {
  const { rows } = await sql<MediationMessageRow>`select * from mediation_message
    where district_id = ${district} and mediation_id = ${mediationId} and session_id = ${sessionId}
      ${before === undefined ? sql`` : sql`and no < ${before}`}
    order by no desc limit ${roomPage + 1}`.execute(tx)
  return rows
}

export async function listRoomFiles(
  tx: Tx,
  district: number,
  ids: readonly string[],
): Promise<AttachmentRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<AttachmentRow>`select * from attachment
    where district_id = ${district} and id = any (${[...ids]}::uuid[])`.execute(tx)
  return rows
}

/** A file of a message of this room. */
export async function findRoomFile(
  tx: Tx,
  district: number,
  sessionId: string,
  fileId: string,
): Promise<AttachmentRow | undefined> {
  const { rows } = await sql<AttachmentRow>`select a.* from attachment a
    join mediation_message g on g.district_id = a.district_id and g.id = a.message_id
    where a.district_id = ${district} and a.id = ${fileId} and g.session_id = ${sessionId}`.execute(tx)
  return rows[0]
}

/** Texts by their ids, in one look. */
export async function listTextsById(
  tx: Tx,
  district: number,
  ids: readonly string[],
): Promise<MediationTextRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<MediationTextRow>`select * from mediation_text
    where district_id = ${district} and id = any (${[...ids]}::uuid[])`.execute(tx)
  return rows
}

/** The drafts of an agreement as the history of its matter has them, in their order. */
export async function listDraftSteps(
  tx: Tx,
  district: number,
  matterId: string,
  agreementId: string,
): Promise<{ at: number; facts: unknown }[]> {
  const { rows } = await sql<{
    at: number
    facts: unknown
  }>`select at, payload->'facts' facts from matter_action
    where district_id = ${district} and matter_id = ${matterId} and verb = 'mediate' and payload->>'step' = 'draft'
      and payload->'facts'->>'id' = ${agreementId} order by seq`.execute(tx)
  return rows
}
