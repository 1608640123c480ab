import type { Day } from '../calendar/days.ts'
import { isPrincipal, needsGuardian, type Party } from '../party/party.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Mandate, Mediation, Power, Topic } from './mediation.ts'

/** The power an agent needs to speak to a topic for its principal. */
export const powerFor: Record<Topic, Power> = {
  mediate: 'applyEnd',
  mediator: 'chooseMediator',
  outsiders: 'applyEnd',
  open: 'applyEnd',
  extension: 'applyEnd',
  partialFacts: 'claims',
}

/** Whether a mandate stands on a day. */
export const isInForce = ({ fromOn, toOn, revokedAt }: Mandate, day: Day) =>
  revokedAt === null && fromOn <= day && day <= toOn

/**
 * Whether somebody may act for a party: itself with full capacity, its guardian, or its agent with a mandate that stands and
 * carries the power (Civil Code arts 19–23, 161–165). In: the parties of the matter. Refusals: `noSuchParty`, `guardianFirst`,
 * `noMandate`, `mandateOver`, `mandateNarrow` (facts: power).
 */
export function whyNotActFor(
  { mandates }: Pick<Mediation, 'mandates'>,
  present: readonly Party[],
  partyId: string,
  byId: string,
  power: Power,
  today: Day,
): Refusal | undefined {
  const party = present.find((one) => one.id === partyId)
  const by = present.find((one) => one.id === byId)
  if (!party || !by || !isPrincipal(party)) return refuse('noSuchParty', undefined, 'partyId')
  if (byId === partyId) return needsGuardian(party) ? refuse('guardianFirst', undefined, 'byId') : undefined
  if (by.role === 'guardian')
    return by.actsFor.includes(partyId) ? undefined : refuse('noMandate', undefined, 'byId')
  const given = mandates.filter((one) => one.agentId === byId && one.principalIds.includes(partyId))
  if (given.length === 0) return refuse('noMandate', undefined, 'byId')
  const standing = given.filter((one) => isInForce(one, today))
  if (standing.length === 0) return refuse('mandateOver', undefined, 'byId')
  return standing.some((one) => one.powers.includes(power))
    ? undefined
    : refuse('mandateNarrow', { power }, 'byId')
}

/**
 * Whether a mandate may be entered. Refusals: `noSuchParty`, `notAnAgent` (neither an agent nor an elected representative),
 * `notPrincipal` (of another side, or somebody the agent does not act for), `badSpan` (ends before it begins).
 */
export function whyNotMandate(
  present: readonly Party[],
  { agentId, principalIds, fromOn, toOn }: Pick<Mandate, 'agentId' | 'principalIds' | 'fromOn' | 'toOn'>,
): Refusal | undefined {
  const agent = present.find((one) => one.id === agentId)
  if (!agent) return refuse('noSuchParty', undefined, 'agentId')
  if (agent.role !== 'agent' && !agent.isRepresentative) return refuse('notAnAgent', undefined, 'agentId')
  const isOurs = principalIds.every((id) => {
    const party = present.find((one) => one.id === id)
    if (!party || party.side !== agent.side || !isPrincipal(party) || id === agentId) return false
    return agent.role !== 'agent' || agent.actsFor.includes(id)
  })
  if (!isOurs) return refuse('notPrincipal', undefined, 'principalIds')
  return toOn < fromOn ? refuse('badSpan', { day: fromOn }, 'toOn') : undefined
}

/** Proof of how it was done: a picture for what is drawn or on paper, a witness for what is said. */
export function whyNotProof({
  way,
  fileId,
  textId,
}: {
  way: string
  fileId: string | null
  textId: string | null
}): Refusal | undefined {
  if ((way === 'paper' || way === 'screen') && fileId === null)
    return refuse('missingField', { field: 'fileId' }, 'fileId')
  return way === 'oral' && textId === null
    ? refuse('missingField', { field: 'witness' }, 'witness')
    : undefined
}
