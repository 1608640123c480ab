import type { Tx } from '../db/scope.ts'
import type { MatterActionRow, MatterRow } from '../db/tables.gen.ts'
import { insertTexts, writeMediation, writeMediators, writeSlots } from '../mediation/store.ts'
import { keepLink } from '../nearby/links.ts'
import { markRemoved, writeParty } from '../party/store.ts'
import { keepPetition } from '../petition/store.ts'
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
  { kept, mediated, petitioned, payload }: Prepared,
): Promise<{ id: string; input: Record<string, unknown> } | undefined> {
  const { verb, at } = action
  const district = row.district_id
  if (kept) {
    const { no, partyVersion } = payload as { no: number; partyVersion: number }
    await writeParty(tx, kept, { district, matterId: row.id, at, no, version: partyVersion })
  }
  if (mediated) {
    const { before, next, texts } = mediated
    await writeMediation(tx, district, next, at)
    await writeMediators(tx, district, next)
    await insertTexts(tx, district, next.id, texts, at)
    await writeSlots(tx, district, next, before)
  }
  if (petitioned) await keepPetition(tx, petitioned, action)
  if (verb === 'removeParty') await markRemoved(tx, district, String(payload['partyId']), at)
  return verb === 'relate' || verb === 'unrelate' ? keepLink(tx, row, verb, input, payload, at) : undefined
}
