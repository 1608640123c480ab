import { seal, unseal } from '../secrets.ts'

/** To what the words of supervision are sealed: the command that said them. */
export const supervisionBound = (district: number, id: string) => `${district}:${id}:supervision.text`

export const sealWords = (district: number, id: string, text: string): Buffer =>
  seal(text, supervisionBound(district, id))

/** Opens what `sealWords` made. */
export const openWords = (row: { district_id: number; id: string; sealed: Buffer }): string =>
  unseal(row.sealed, supervisionBound(row.district_id, row.id))
