import { seal, unseal } from '../secrets.ts'

export const textKinds = [
  'story',
  'witness',
  'reason',
  'conflict',
  'place',
  'record',
  'caucus',
  'terms',
  'offer',
] as const
export type TextKind = (typeof textKinds)[number]

/** To what a text of a mediation is sealed: its own row. */
export const mediationBound = (district: number, id: string) => `${district}:${id}:mediation.text`
export const messageBound = (district: number, id: string) => `${district}:${id}:mediation.message`
export const linkBound = (district: number, id: string) => `${district}:${id}:mediation.link`

export const sealText = (district: number, id: string, value: unknown): Buffer =>
  seal(JSON.stringify(value), mediationBound(district, id))

/** Opens what `sealText` made. */
export const openText = (row: { district_id: number; id: string; sealed: Buffer }): unknown =>
  JSON.parse(unseal(row.sealed, mediationBound(row.district_id, row.id)))

export const signalBound = (district: number, id: string) => `${district}:${id}:mediation.signal`

/** What somebody wrote in a room. */
export const sealMessage = (district: number, id: string, text: string): Buffer =>
  seal(text, messageBound(district, id))

export const openMessage = (row: { district_id: number; id: string; sealed: Buffer }): string =>
  unseal(row.sealed, messageBound(row.district_id, row.id))
