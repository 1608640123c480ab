import { type Day, dayOf, type Instant } from '../calendar/days.ts'
import type { Calendar } from '../calendar/working-days.ts'
import { isWithin } from '../org/tree.ts'
import { isPrincipal, type Party } from '../party/party.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { clockDue, mostExtensionDays, objectUntil, runningClock } from './clocks.ts'
import type { PetitionStep } from './moves.ts'
import type { PetitionPayloads } from './payloads.ts'
import {
  type AgentPower,
  type DoubleReason,
  isStanding,
  mostAgents,
  mostGroup,
  type Petition,
  paperOf,
} from './petition.ts'

/** What a guard looks at beside the petition. */
export type PetitionFacts = {
  now: Instant
  today: Day
  calendar: Calendar
  actorId: string
  /** Whether whoever acts is an agent only, and has to name the own mandate. */
  isAgentOnly: boolean
  present: readonly Party[]
  /** Petitioners of whom neither address nor telephone is known. */
  unreachable: readonly string[]
  /** Petitions of the same person that nobody has looked at, and what stands against this one in those that are the same. */
  undecided: readonly string[]
  blocking: ReadonlyMap<string, DoubleReason>
  /** At which units an agent of the staff works. */
  unitsOf: (accountId: string) => readonly string[]
  /** The units that a target stands for: itself and what it serves. */
  areaOf: (unitId: string) => string | undefined
}
type Guard<S extends PetitionStep> = (
  p: Petition,
  input: PetitionPayloads[S],
  facts: PetitionFacts,
) => Refusal | undefined

/** Whether a petition may be registered so. Refusals: `dayAhead`, `noSuchParty`, `addressFirst`, `readBackFirst`, `representativesFirst`, `tooManyInGroup`, `reportedOne`. */
function whyNotRegister(
  input: PetitionPayloads['register'],
  { today, present, unreachable, actorId, unitsOf }: PetitionFacts,
): Refusal | undefined {
  if (input.receivedOn > today) return refuse('dayAhead', undefined, 'receivedOn')
  const isOurs = (id: string) => present.some((one) => one.id === id && one.side === 'a' && isPrincipal(one))
  if (!input.petitionerIds.every(isOurs)) return refuse('noSuchParty', undefined, 'petitionerIds')
  // art. 19: name and address; whoever blows a whistle may have reasons to give less
  if (input.kind === 'claim' && unreachable.length > 0)
    return refuse('addressFirst', { count: unreachable.length }, 'petitionerIds')
  if (input.channel === 'oral' && !input.isReadBack) return refuse('readBackFirst', undefined, 'isReadBack')
  if (!input.representativeIds.every((id) => input.petitionerIds.includes(id)))
    return refuse('noSuchParty', undefined, 'representativeIds')
  if (input.representativeIds.length > mostGroup)
    return refuse('tooManyInGroup', { most: mostGroup }, 'representativeIds')
  if (input.people > mostGroup && input.representativeIds.length === 0)
    return refuse('representativesFirst', { most: mostGroup }, 'representativeIds')
  const { accountIds, unitIds } = input.reported
  const isReported = accountIds.includes(actorId) || unitsOf(actorId).some((id) => unitIds.includes(id))
  return isReported ? refuse('reportedOne') : undefined
}

/** Whether it may go to these bodies. Refusals: `similarFirst`, `acceptedElsewhere`, `reportedBody`, `agentOfBody`. */
function whyNotTo(p: Petition, unitIds: readonly string[], facts: PetitionFacts): Refusal | undefined {
  return whyNotBodies(p, unitIds, facts, 'unitId') ?? whyNotTwice(facts)
}

function whyNotBodies(
  p: Petition,
  unitIds: readonly string[],
  { areaOf, unitsOf, today }: PetitionFacts,
  field: string,
) {
  const reported = p.reported.unitIds.map(areaOf)
  // neither to whoever is reported nor to what lies below it: art. 30
  const isReported = (id: string) =>
    p.reported.unitIds.includes(id) ||
    reported.some((area) => area !== undefined && areaOf(id)?.startsWith(area))
  if (unitIds.some(isReported)) return refuse('reportedBody', undefined, field)
  const agents = p.mandates.flatMap((one) => (isStanding(one, today) ? (one.accountId ?? []) : []))
  const isAgents = agents.some((account) => unitsOf(account).some((id) => unitIds.includes(id)))
  return isAgents ? refuse('agentOfBody', undefined, field) : undefined
}

/** What stands against accepting it (arts 19, 36). */
function whyNotTwice({ undecided, blocking }: PetitionFacts): Refusal | undefined {
  if (undecided.length > 0) return refuse('similarFirst', { count: undecided.length })
  return blocking.size > 0 ? refuse('acceptedElsewhere') : undefined
}

/** Whether an agent may do this on a day. Refusals: `noMandate`, `mandateOver`, `agentPowerMissing`. */
function whyNotBy(
  p: Petition,
  mandateId: string | null,
  power: AgentPower,
  on: Day,
  { actorId, isAgentOnly }: PetitionFacts,
): Refusal | undefined {
  if (mandateId === null) return isAgentOnly ? refuse('noMandate', undefined, 'mandateId') : undefined
  const mandate = p.mandates.find(({ id }) => id === mandateId)
  if (!mandate || (isAgentOnly && mandate.accountId !== actorId))
    return refuse('noMandate', undefined, 'mandateId')
  if (!isStanding(mandate, on)) return refuse('mandateOver', undefined, 'mandateId')
  return mandate.powers.includes(power) ? undefined : refuse('agentPowerMissing', { power }, 'mandateId')
}

/** Whether a review may be asked for on a day, at this body. */
function whyNotAsk(
  p: Petition,
  { on, unitId, unitPath, mandateId }: PetitionPayloads['askReview'],
  facts: PetitionFacts,
  form: 'opinion' | 'reviewOpinion',
): Refusal | undefined {
  const received = paperOf(p, form)?.delivery?.on
  if (on > facts.today) return refuse('dayAhead', undefined, 'on')
  if (received !== undefined && on < received) return refuse('dayBefore', { day: received }, 'on')
  const clock = runningClock(p)
  const due = clock && clockDue(clock, facts.calendar)
  if (due !== null && due !== undefined && on > dayOf(due))
    return refuse('reviewTooLate', { day: dayOf(due) }, 'on')
  const below = form === 'opinion' ? p.bodyPath : p.review?.path
  if (form === 'reviewOpinion' && p.review?.unitId === null && unitId !== null)
    return refuse('notAboveBody', undefined, 'reviewerId')
  // the next level up; what stands above the district has no path here
  if (unitId !== null && !isAbove(unitPath ?? '', below ?? ''))
    return refuse('notAboveBody', undefined, 'reviewerId')
  return (
    (unitId === null ? undefined : whyNotBodies(p, [unitId], facts, 'reviewerId')) ??
    whyNotBy(p, mandateId, 'askReview', on, facts)
  )
}

/** Whether an area reviews what is done in another: it lies strictly above. In: the areas that the two bodies serve. */
export const isAbove = (area: string, below: string) => area !== below && isWithin(below, area)

const openHearing = (p: Petition) => runningClock(p)?.pauses.some(({ toAt }) => toAt === null) ?? false
const delivered = (p: Petition, form: 'opinion' | 'reviewOpinion') =>
  paperOf(p, form)?.delivery ? undefined : refuse('deliverFirst', { form })
const isFree = (p: Petition) => (openHearing(p) ? refuse('hearingOpen') : undefined)

type Stage = (p: Petition, facts: Pick<PetitionFacts, 'now' | 'today' | 'calendar'>) => Refusal | undefined

/** What stands against a step whatever is handed in with it, beside the state. */
const stages: Partial<Record<PetitionStep, Stage>> = {
  object: (p, { now, calendar }) => {
    if (p.isKept) return refuse('objectedOnce')
    const until = objectUntil(p.sentAt ?? now, calendar)
    return now > until ? refuse('objectionLate', { day: dayOf(until) }) : undefined
  },
  extend: (p, { now, calendar }) => {
    if (p.extension) return refuse('extendedBefore')
    const clock = runningClock(p)
    const due = clock && clockDue(clock, calendar)
    return due !== null && due !== undefined && due < now ? refuse('tooLateToExtend') : undefined
  },
  opine: (p) => (p.kind === 'claim' ? undefined : refuse('replyInstead')),
  reply: (p) => (p.kind === 'claim' ? refuse('opineInstead') : undefined),
  reconcile: (p) => (p.kind === 'claim' ? undefined : refuse('replyInstead')),
  deliver: (p) => (p.issued.length > 0 ? undefined : refuse('paperNotIssued', undefined, 'form')),
  askReview: (p) => delivered(p, 'opinion'),
  askRereview: (p) => delivered(p, 'reviewOpinion'),
  finish: (p) => delivered(p, p.state === 'answered' ? 'opinion' : 'reviewOpinion'),
  beginHearing: isFree,
  giveRereview: isFree,
  endHearing: (p) => (openHearing(p) ? undefined : refuse('noHearing')),
  mandate: (p, { today }) =>
    p.mandates.filter((one) => one.revokedAt === null && one.toOn >= today).length < mostAgents
      ? undefined
      : refuse('agentsEnough', { most: mostAgents }),
  revoke: (p) =>
    p.mandates.some((one) => one.revokedAt === null)
      ? undefined
      : refuse('noMandate', undefined, 'mandateId'),
  actFor: (p) => (p.mandates.length > 0 ? undefined : refuse('noMandate', undefined, 'mandateId')),
}

/**
 * Whether a step fits how the petition stands, before anything is handed in: kind, papers, hearing, what may be done once only. Asked
 * to show what may be done, and again by `whyNotPetition`.
 */
export const whyNotStage = (
  step: PetitionStep,
  p: Petition | undefined,
  facts: Parameters<Stage>[1],
): Refusal | undefined => p && stages[step]?.(p, facts)

const guards: { [S in Exclude<PetitionStep, 'register'>]?: Guard<S> } = {
  send: (p, { competent }, facts) =>
    whyNotTo(
      p,
      competent.map(({ unitId }) => unitId),
      facts,
    ),
  decide: (p, { unitId }, facts) => whyNotTo(p, [unitId], facts),
  refuseDouble: (_p, { reason, otherId }, { blocking }) =>
    otherId !== null && blocking.get(otherId) !== reason
      ? refuse('otherReason', undefined, 'why')
      : undefined,
  accept: (_p, _input, facts) => whyNotTwice(facts),
  extend: (_p, { days }) =>
    days > mostExtensionDays ? refuse('extensionTooLong', { days: mostExtensionDays }, 'days') : undefined,
  deliver: (p, { form, on, how, mandateId }, facts) => {
    const paper = paperOf(p, form)
    if (!paper) return refuse('paperNotIssued', undefined, 'form')
    if (paper.delivery) return refuse('deliveredBefore', { day: paper.delivery.on }, 'form')
    if (on > facts.today) return refuse('dayAhead', undefined, 'on')
    if (on < dayOf(paper.at)) return refuse('dayBefore', { day: dayOf(paper.at) }, 'on')
    if (how === 'agent' && mandateId === null) return refuse('noMandate', undefined, 'mandateId')
    return mandateId === null ? undefined : whyNotBy(p, mandateId, 'receive', on, facts)
  },
  askReview: (p, input, facts) => whyNotAsk(p, input, facts, 'opinion'),
  askRereview: (p, input, facts) => whyNotAsk(p, input, facts, 'reviewOpinion'),
  beginHearing: (p, { on }, { today }) => {
    const clock = runningClock(p)
    if (on > today) return refuse('dayAhead', undefined, 'on')
    const last = clock?.pauses.at(-1)?.toAt ?? clock?.startedAt ?? 0
    return on < dayOf(last) ? refuse('dayBefore', { day: dayOf(last) }, 'on') : undefined
  },
  endHearing: (p, { on }, { today }) => {
    const open = runningClock(p)?.pauses.find(({ toAt }) => toAt === null)
    if (!open) return refuse('noHearing')
    if (on > today) return refuse('dayAhead', undefined, 'on')
    return on < dayOf(open.fromAt) ? refuse('dayBefore', { day: dayOf(open.fromAt) }, 'on') : undefined
  },
  finish: (p, { isContent }, { now, calendar }) => {
    const clock = runningClock(p)
    const due = clock && clockDue(clock, calendar)
    return !isContent && due !== null && due !== undefined && due >= now
      ? refuse('reviewRuns', { day: dayOf(due) })
      : undefined
  },
  withdraw: (p, { mandateId }, facts) => whyNotBy(p, mandateId, 'withdraw', facts.today, facts),
  mandate: (p, input, facts) => whyNotMandated(p, input, facts),
  revoke: (p, { mandateId }) =>
    p.mandates.some((one) => one.id === mandateId && one.revokedAt === null)
      ? undefined
      : refuse('noMandate', undefined, 'mandateId'),
  actFor: (p, { mandateId, power, on }, facts) => {
    if (on > facts.today) return refuse('dayAhead', undefined, 'on')
    return whyNotBy(p, mandateId, power, on, facts)
  },
}

/** Whether somebody may be made an agent (domain rules §4). Refusals: `badSpan`, `missingField`, `notAnAgent`, `agentAlready`, `agentsEnough`, `agentOfBody`. */
function whyNotMandated(
  p: Petition,
  { accountId, partyId, fromOn, toOn }: PetitionPayloads['mandate'],
  { present, today, unitsOf }: PetitionFacts,
): Refusal | undefined {
  if (toOn < fromOn) return refuse('badSpan', { day: fromOn }, 'toOn')
  if ((accountId === null) === (partyId === null))
    return refuse('missingField', { field: 'accountId' }, 'accountId')
  const party = present.find(({ id }) => id === partyId)
  if (partyId !== null && party?.role !== 'agent') return refuse('notAnAgent', undefined, 'partyId')
  const standing = p.mandates.filter((one) => one.revokedAt === null && one.toOn >= today)
  if (standing.some((one) => one.accountId === accountId && one.partyId === partyId))
    return refuse('agentAlready', undefined, accountId === null ? 'partyId' : 'accountId')
  if (accountId === null) return undefined
  if (p.reported.accountIds.includes(accountId)) return refuse('reportedOne', undefined, 'accountId')
  const bodies = [p.bodyId, p.review?.unitId, p.rereview?.unitId, ...p.competent.map(({ unitId }) => unitId)]
  return unitsOf(accountId).some((id) => bodies.includes(id))
    ? refuse('agentOfBody', undefined, 'accountId')
    : undefined
}

/**
 * Whether a step may be taken with what was handed in; who may take it was asked before (`whyNotTakePetition`). Out: the first
 * reason against it, with the field to mend.
 */
export function whyNotPetition(
  step: PetitionStep,
  p: Petition | undefined,
  payload: PetitionPayloads[PetitionStep],
  facts: PetitionFacts,
): Refusal | undefined {
  if (step === 'register') return whyNotRegister(payload as PetitionPayloads['register'], facts)
  if (!p) return refuse('notFound')
  const guard = guards[step] as Guard<PetitionStep> | undefined
  return whyNotStage(step, p, facts) ?? guard?.(p, payload, facts)
}
