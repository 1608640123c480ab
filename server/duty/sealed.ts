import { seal, unseal } from '../secrets.ts'

/** What is written in a proposal. */
export type Words = { basis: string; reason: string }

/** To what the words of a proposal are sealed: its own row. */
export const proposalBound = (district: number, id: string) => `${district}:${id}:duty.proposal`

export const sealWords = (district: number, id: string, words: Words): Buffer =>
  seal(JSON.stringify(words), proposalBound(district, id))

export const openWords = (district: number, id: string, sealed: Buffer): Words =>
  JSON.parse(unseal(sealed, proposalBound(district, id))) as Words
