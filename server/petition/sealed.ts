import { seal, unseal } from '../secrets.ts'

/** To what a text of a petition is sealed: its own row. */
export const petitionBound = (district: number, id: string) => `${district}:${id}:petition.text`

export const sealPetitionText = (district: number, id: string, value: unknown): Buffer =>
  seal(JSON.stringify(value), petitionBound(district, id))

/** Opens what `sealPetitionText` made. */
export const openPetitionText = (row: { district_id: number; id: string; sealed: Buffer }): unknown =>
  JSON.parse(unseal(row.sealed, petitionBound(row.district_id, row.id)))

/** The petition itself (art. 19). */
export type RequestWords = { request: string; facts: string; reasons: string }
/** An opinion of any level (art. 32). */
export type OpinionWords = { facts: string; opinion: string; basis: string }
/** What is asked of whoever reviews; the name of a body above the district. */
export type AskedWords = { reason: string; outside: string }
export type MandateWords = { subject: string; duties: string }
/** A reason, a note, a reply. */
export type PlainWords = { text: string }
