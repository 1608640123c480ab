import type { StaffActor } from '../actor.ts'
import type { Matter } from '../matter/matter.ts'
import { mayReveal } from '../matter/reveal.ts'
import type { Reachable } from '../org/grants.ts'
import type { Side } from './party.ts'

/**
 * Whether a person may see who a party is. As for a voice: who asked for secrecy, and of a report the side that reports, is
 * open to the sorting side only; whom a report is about has to be known to the unit that looks into it.
 */
export function mayRevealParty(
  actor: StaffActor,
  matter: Reachable & Pick<Matter, 'kind'>,
  party: { side: Side; isConfidential: boolean },
): boolean {
  const isReported = matter.kind === 'report' && party.side !== 'a'
  // a report closes every voice of it by its kind; of the parties it closes the reporting side
  const asVoiceOf = isReported ? { ...matter, kind: 'complaint' as const } : matter
  return mayReveal(actor, asVoiceOf, party)
}
