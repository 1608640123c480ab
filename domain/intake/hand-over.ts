import type { Channel } from '../matter/matter.ts'

/** Channels by which an office or a paper arrives rather than a person: it has a number, a sender and often a day of its own. */
export const handOverChannels = [
  'police',
  'court',
  'petition',
  'department',
  'board',
  'letter',
] as const satisfies readonly Channel[]

/** Whether what comes by this channel carries its sender's number, name and days. */
export function isHandOver(channel: Channel): boolean {
  return (handOverChannels as readonly string[]).includes(channel)
}

/** Doors that are machines: nobody registers by hand what comes through them. */
const machineChannels: readonly Channel[] = ['qr', 'hotline']

/** Whether staff may say that a voice came by this channel. */
export function isStaffChannel(channel: Channel): boolean {
  return !machineChannels.includes(channel)
}

/** What who speaks is to the person whose matter it is (代为反映); absent where they speak for themselves. */
export const relations = ['family', 'neighbour', 'colleague', 'agent', 'other'] as const
export type Relation = (typeof relations)[number]

/** A number of another office as it is kept: half-width, capitals, without blanks, so that one paper has one number. */
export function readExternalNo(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}
