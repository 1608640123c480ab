import { sql } from 'kysely'
import type { Channel } from '#domain/matter/matter.ts'
import type { Tx } from '../db/scope.ts'
import type { MatterRow } from '../db/tables.gen.ts'

/** A paper that is here: the matter it became, if the transaction's scope may see it. */
export type Paper = { matterId: string; matter: MatterRow | undefined }

/** What a number of another office became, or undefined when it is new. In: the channel and the number as it is kept. */
export async function findPaper(
  tx: Tx,
  district: number,
  channel: Channel,
  externalNo: string,
): Promise<Paper | undefined> {
  if (externalNo === '') return undefined
  const { rows } = await sql<{ matter_id: string }>`select matter_id from appeal
    where district_id = ${district} and channel = ${channel} and external_no = ${externalNo}`.execute(tx)
  const matterId = rows[0]?.matter_id
  if (matterId === undefined) return undefined
  const seen = await sql<MatterRow>`select * from matter
    where district_id = ${district} and id = ${matterId}`.execute(tx)
  return { matterId, matter: seen.rows[0] }
}
