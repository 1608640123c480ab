import type { Verb } from '#domain/matter/moves.ts'
import type { PartyRow } from '../db/tables.gen.ts'
import { canonical } from '../matter/history.ts'
import { nameIndexes } from '../search/person-names.ts'
import { blindIndex, seal, unseal } from '../secrets.ts'

/** What is known of a party, in the open. */
export type Known = { name: string; phone: string | null; address: string | null; contactName: string | null }
export const knownFields = ['name', 'phone', 'address', 'contactName'] as const

const columns = { name: 'name_sealed', phone: 'phone_sealed', address: 'address_sealed' } as const
export const partyBound = (district: number, id: string, column: string) =>
  `${district}:${id}:party.${column}`

/** The sealed columns of a party and its keyed look-ups. */
export function sealedColumns(district: number, id: string, known: Known) {
  const sealed = (value: string | null, column: string) =>
    value === null ? null : seal(value, partyBound(district, id, column))
  const names = nameIndexes(known.name)
  return {
    name_sealed: seal(known.name, partyBound(district, id, 'name')),
    phone_sealed: sealed(known.phone, 'phone'),
    address_sealed: sealed(known.address, 'address'),
    contact_sealed: sealed(known.contactName, 'contact'),
    phone_index: known.phone === null ? null : blindIndex(known.phone, 'phone'),
    name_index: names.name,
    pinyin_index: names.pinyin,
  }
}

type Sealed = Pick<
  PartyRow,
  'district_id' | 'id' | 'name_sealed' | 'phone_sealed' | 'address_sealed' | 'contact_sealed'
>

/** Opens what is known of a party. */
export function knownOf(row: Sealed): Known {
  const open = (value: Buffer | null, column: string) =>
    value === null ? null : unseal(value, partyBound(row.district_id, row.id, column))
  return {
    name: open(row[columns.name], 'name') ?? '',
    phone: open(row[columns.phone], 'phone'),
    address: open(row[columns.address], 'address'),
    contactName: open(row.contact_sealed, 'contact'),
  }
}

/** Opens the name alone: a page that shows eighty names needs none of their addresses. */
export const nameIn = (row: Pick<Sealed, 'district_id' | 'id' | 'name_sealed'>): string =>
  row.name_sealed === null ? '' : unseal(row.name_sealed, partyBound(row.district_id, row.id, 'name'))

/** One version of what was known, in one seal. */
export const sealVersion = (district: number, id: string, version: number, known: Known) =>
  seal(JSON.stringify(known), partyBound(district, id, `version ${version}`))

export const openVersion = (district: number, id: string, version: number, sealed: Buffer) =>
  JSON.parse(unseal(sealed, partyBound(district, id, `version ${version}`))) as Known

/**
 * What the digest of a command covers. The history keeps that digest in the open, and a plain one of a name and a number
 * could be found by trying them all; so these go into it under the key.
 */
export function withoutPersons(verb: Verb, input: Record<string, unknown>): Record<string, unknown> {
  if (verb === 'mediate' || verb === 'petition')
    return { words: blindIndex(canonical(input), 'party').toString('base64url') }
  if (verb !== 'addParty' && verb !== 'editParty') return input
  const isPersonal = (key: string) => (knownFields as readonly string[]).includes(key)
  const entries = Object.entries(input)
  const persons = Object.fromEntries(entries.filter(([key]) => isPersonal(key)))
  return {
    ...Object.fromEntries(entries.filter(([key]) => !isPersonal(key))),
    persons: blindIndex(canonical(persons), 'party').toString('base64url'),
  }
}
