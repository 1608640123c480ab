import { sql } from 'kysely'
import type { Tx } from '../db/scope.ts'
import type { Kept } from './prepare.ts'
import { nextNo } from './queries.ts'
import { sealedColumns, sealVersion } from './sealed.ts'

type Written = { district: number; matterId: string; at: number; no: number; version: number }

/** What a version keeps in the open: all that says nothing of who it is. */
const factsOf = ({ party, isConfidential, appealId }: Kept) => {
  const { id: _id, ...facts } = party
  return { ...facts, isConfidential, appealId }
}

/** Writes a party, new or corrected, and keeps this version of it beside those before. */
export async function writeParty(tx: Tx, kept: Kept, written: Written): Promise<void> {
  const { party, known, isConfidential, appealId } = kept
  const { district, matterId, at, no, version } = written
  const sealed = sealedColumns(district, party.id, known)
  const when = new Date(at)
  await sql`insert into party (district_id, id, matter_id, no, side, kind, role, is_representative, capacity, acts_for,
      is_confidential, appeal_id, name_sealed, phone_sealed, address_sealed, contact_sealed, phone_index, name_index,
      pinyin_index, version, created_at, changed_at)
    values (${district}, ${party.id}, ${matterId}, ${no}, ${party.side}, ${party.kind}, ${party.role}, ${party.isRepresentative},
      ${party.capacity}, ${[...party.actsFor]}::uuid[], ${isConfidential}, ${appealId}, ${sealed.name_sealed},
      ${sealed.phone_sealed}, ${sealed.address_sealed}, ${sealed.contact_sealed}, ${sealed.phone_index},
      ${sealed.name_index}, ${sealed.pinyin_index}, ${version}, ${when}, ${when})
    on conflict (district_id, id) do update set side = excluded.side, role = excluded.role,
      is_representative = excluded.is_representative, capacity = excluded.capacity, acts_for = excluded.acts_for,
      is_confidential = excluded.is_confidential, name_sealed = excluded.name_sealed, phone_sealed = excluded.phone_sealed,
      address_sealed = excluded.address_sealed, contact_sealed = excluded.contact_sealed,
      phone_index = excluded.phone_index, name_index = excluded.name_index, pinyin_index = excluded.pinyin_index,
      version = excluded.version, changed_at = excluded.changed_at`.execute(tx)
  await sql`insert into party_version (district_id, party_id, version, at, facts, sealed)
    values (${district}, ${party.id}, ${version}, ${when}, ${JSON.stringify(factsOf(kept))}::jsonb,
      ${sealVersion(district, party.id, version, known)})`.execute(tx)
}

/** Takes a party out; its row and its versions stay. */
export async function markRemoved(tx: Tx, district: number, id: string, at: number): Promise<void> {
  await sql`update party set removed_at = ${new Date(at)}, is_representative = false
    where district_id = ${district} and id = ${id}`.execute(tx)
}

/**
 * The parties of a matter go along when it is joined into another. Who represents the larger side is for that side to say
 * anew, so nobody brings the mark along; the numbers go on from those given there.
 */
export async function moveParties(tx: Tx, district: number, from: string, to: string): Promise<void> {
  const given = (await nextNo(tx, district, to)) - 1
  await sql`update party set matter_id = ${to}, no = no + ${given}, is_representative = false
    where district_id = ${district} and matter_id = ${from} and removed_at is null`.execute(tx)
}
