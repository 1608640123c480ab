import { sql } from 'kysely'
import type { Tx } from '../db/scope.ts'
import type { AppealRow, PartyRow } from '../db/tables.gen.ts'
import { appealBound } from '../matter/bound.ts'
import { partyOf } from '../party/queries.ts'
import { knownOf } from '../party/sealed.ts'
import { writeParty } from '../party/store.ts'
import { nameIndexes } from '../search/person-names.ts'
import { blindIndex, seal } from '../secrets.ts'

/**
 * Writes the right name or number into a voice, with the look-ups it is found by, and into the party that the voice is; what
 * stood there before stays among the versions of the party.
 */
export async function correctVoice(
  tx: Tx,
  voice: AppealRow,
  field: 'name' | 'phone',
  value: string,
  now: number,
): Promise<void> {
  const { district_id: district, id } = voice
  const sealed = seal(value, appealBound(district, id, field))
  if (field === 'phone')
    await sql`update appeal set phone_sealed = ${sealed}, phone_index = ${blindIndex(value, 'phone')}
      where district_id = ${district} and id = ${id}`.execute(tx)
  else {
    const names = nameIndexes(value)
    await sql`update appeal set name_sealed = ${sealed}, name_index = ${names.name}, pinyin_index = ${names.pinyin},
        is_anonymous = false
      where district_id = ${district} and id = ${id}`.execute(tx)
  }
  const { rows } = await sql<PartyRow>`select * from party where district_id = ${district}
    and matter_id = ${voice.matter_id} and appeal_id = ${id} and removed_at is null`.execute(tx)
  const [party] = rows
  if (!party) return
  const known = { ...knownOf(party), [field]: value }
  await writeParty(
    tx,
    { party: partyOf(party), known, isConfidential: party.is_confidential, appealId: id },
    { district, matterId: voice.matter_id, at: now, no: party.no, version: party.version + 1 },
  )
}
