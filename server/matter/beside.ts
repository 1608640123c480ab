import type { Tx } from '../db/scope.ts'
import type { MatterActionRow, MatterRow } from '../db/tables.gen.ts'
import { keepLink } from '../nearby/links.ts'
import { markRemoved, writeParty } from '../party/store.ts'
import type { Prepared } from './prepare.ts'

/**
 * Writes what a move keeps outside the matter's own row: who is concerned, what hangs together. Out: the line that the same
 * command leaves in the story of another matter, if it leaves one.
 */
export async function keepBeside(
  tx: Tx,
  row: MatterRow,
  action: MatterActionRow,
  input: Record<string, unknown>,
  { kept, payload }: Prepared,
): Promise<{ id: string; input: Record<string, unknown> } | undefined> {
  const { verb, at } = action
  const district = row.district_id
  if (kept) {
    const { no, partyVersion } = payload as { no: number; partyVersion: number }
    await writeParty(tx, kept, { district, matterId: row.id, at, no, version: partyVersion })
  }
  if (verb === 'removeParty') await markRemoved(tx, district, String(payload['partyId']), at)
  return verb === 'relate' || verb === 'unrelate' ? keepLink(tx, row, verb, input, payload, at) : undefined
}
