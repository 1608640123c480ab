import { type Refusal, refuse } from '../refusal.ts'
import {
  actsForOthers,
  isPrincipal,
  mostParties,
  mostRepresentatives,
  needsGuardian,
  type Party,
  rolesOf,
} from './party.ts'

/**
 * Whether a party may stand in a matter as described. In: those who are there already (itself left out or not), and what it
 * would be. Refusals: `roleNotOnSide`, `badInput` (capacity of an organisation), `notRepresentative`, `enoughRepresentatives`
 * (facts: most), `actsForNobody`, `notPrincipal`, `notAWard`, `enoughParties` (facts: most).
 */
export function whyNotParty(present: readonly Party[], party: Party): Refusal | undefined {
  const others = present.filter((one) => one.id !== party.id)
  if (others.length >= mostParties) return refuse('enoughParties', { most: mostParties })
  if (!rolesOf[party.side].includes(party.role)) return refuse('roleNotOnSide', undefined, 'role')
  if (party.kind === 'organisation' && party.capacity !== 'full')
    return refuse('badInput', { field: 'capacity', hint: 'persons' }, 'capacity')
  return whyNotRepresent(others, party) ?? whyNotActFor(others, party) ?? whyNotChange(others, party)
}

function whyNotRepresent(others: readonly Party[], party: Party): Refusal | undefined {
  if (!party.isRepresentative) return undefined
  if (!isPrincipal(party)) return refuse('notRepresentative', undefined, 'isRepresentative')
  const there = others.filter((one) => one.isRepresentative && one.side === party.side).length
  return there >= mostRepresentatives
    ? refuse('enoughRepresentatives', { most: mostRepresentatives }, 'isRepresentative')
    : undefined
}

function whyNotActFor(others: readonly Party[], party: Party): Refusal | undefined {
  if (!actsForOthers(party))
    return party.actsFor.length > 0 ? refuse('notPrincipal', undefined, 'actsFor') : undefined
  if (party.actsFor.length === 0) return refuse('actsForNobody', undefined, 'actsFor')
  const named = party.actsFor.map((id) => others.find((one) => one.id === id))
  if (named.some((one) => !one || one.side !== party.side || !isPrincipal(one)))
    return refuse('notPrincipal', undefined, 'actsFor')
  const isWard = named.every((one) => one && needsGuardian(one))
  return party.role === 'guardian' && !isWard ? refuse('notAWard', undefined, 'actsFor') : undefined
}

/** Whoever acts for a party keeps somebody to act for: it stays on its side, in its own name, and a ward stays a ward. */
function whyNotChange(others: readonly Party[], party: Party): Refusal | undefined {
  const acting = others.filter((one) => one.actsFor.includes(party.id))
  const isLost = acting.some(
    (one) =>
      one.side !== party.side || !isPrincipal(party) || (one.role === 'guardian' && !needsGuardian(party)),
  )
  return isLost ? refuse('stillActedFor', { count: acting.length }) : undefined
}

/** Whether a party may be taken out. Refusal: `stillActedFor` (facts: count). */
export function whyNotRemove(present: readonly Party[], id: string): Refusal | undefined {
  const acting = present.filter((one) => one.actsFor.includes(id)).length
  return acting > 0 ? refuse('stillActedFor', { count: acting }) : undefined
}

/**
 * Whether a party may be taken out, or become somebody who stands for others or on another side, as far as what goes on with it is
 * concerned: a mediation that it has not left, a petition of its own that has not ended. Refusals: `standsInMediation`, `standsInPetition`.
 */
export function whyNotLeave(standsIn: { mediation: boolean; petition: boolean }): Refusal | undefined {
  if (standsIn.mediation) return refuse('standsInMediation', undefined, 'partyId')
  return standsIn.petition ? refuse('standsInPetition', undefined, 'partyId') : undefined
}
