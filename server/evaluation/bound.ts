import { seal, unseal } from '../secrets.ts'

/** To what the words of exclusions are sealed: the command that said them. */
export const exclusionBound = (district: number, id: string) => `${district}:${id}:exclusion.text`

export const sealWords = (district: number, id: string, text: string): Buffer =>
  seal(text, exclusionBound(district, id))

/** Opens what `sealWords` made. */
export const openWords = (row: { district_id: number; id: string; sealed: Buffer }): string =>
  unseal(row.sealed, exclusionBound(row.district_id, row.id))
