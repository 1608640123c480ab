import type { Seat } from '../actor.ts'
import type { Day } from '../calendar/days.ts'
import type { Role } from '../org/roles.ts'
import { isWithin } from '../org/tree.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type PetitionDoer, type PetitionStep, petitionMoveOf } from './moves.ts'
import { isStanding, type Petition, type PetitionMandate, type Reviewer } from './petition.ts'

/** The posts that keep the register of petitions at a centre. */
export const officeRoles: ReadonlySet<Role> = new Set<Role>(['deskOfficer', 'dispatcher', 'communityClerk'])

/** Whoever takes a step: the posts by which the matter is reached for petitions. */
export type PetitionActor = {
  accountId: string
  seats: readonly Pick<Seat, 'unitId' | 'unitPath' | 'servesPath' | 'role'>[]
}

const atOffice = (p: Petition, { seats }: PetitionActor) =>
  seats.some(({ unitId, role }) => unitId === p.officeId && officeRoles.has(role))
const atBody = (p: Petition, { seats }: PetitionActor) =>
  p.bodyId !== null && seats.some(({ unitId, role }) => unitId === p.bodyId && role !== 'leader')
/** A body above the district is not in the system: what it says is entered by the office. */
const atReviewer = (p: Petition, reviewer: Reviewer | null, actor: PetitionActor) => {
  if (reviewer === null) return false
  const { unitId } = reviewer
  return unitId === null ? atOffice(p, actor) : actor.seats.some((seat) => seat.unitId === unitId)
}

/** The mandates by which somebody of the staff acts for the petitioner on a day. */
export const mandatesOf = (p: Petition, accountId: string, today: Day): readonly PetitionMandate[] =>
  p.mandates.filter((one) => one.accountId === accountId && isStanding(one, today))

const isAgent = (p: Petition, actor: PetitionActor, today: Day) =>
  mandatesOf(p, actor.accountId, today).length > 0

const doers: Record<PetitionDoer, (p: Petition, actor: PetitionActor, today: Day) => boolean> = {
  office: atOffice,
  body: atBody,
  turn: (p, actor) => (p.state === 'sorting' ? atOffice(p, actor) : atBody(p, actor)),
  head: (p, { seats }) =>
    seats.some((seat) => seat.role === 'leader' && isWithin(p.bodyPath ?? '', seat.servesPath)),
  superior: (p, { seats }) =>
    seats.some(
      (seat) => seat.role === 'leader' && p.competent.every(({ path }) => isWithin(path, seat.servesPath)),
    ),
  reviewer: (p, actor) => atReviewer(p, p.review, actor),
  rereviewer: (p, actor) => atReviewer(p, p.rereview, actor),
  person: (p, actor, today) => atOffice(p, actor) || atBody(p, actor) || isAgent(p, actor, today),
  // an agent who is not of the staff has what was done entered by the office
  agent: (p, actor, today) => isAgent(p, actor, today) || atOffice(p, actor) || atBody(p, actor),
  any: (p, actor) =>
    atOffice(p, actor) ||
    atBody(p, actor) ||
    atReviewer(p, p.review, actor) ||
    atReviewer(p, p.rereview, actor),
}

/** What whoever acts for the petitioner may still do. */
const ofAgents: ReadonlySet<PetitionDoer> = new Set(['person', 'agent'])

/**
 * Who may take a step at all, whatever its input. Refusals: `notYours`, `agentSteps` (whoever acts for the petitioner decides
 * nothing about the petition), `notYourself` (an extension is approved by somebody else than who accepted), `petitionNotNow`
 * (facts: state), `twoPetitions`.
 */
export function whyNotTakePetition(
  step: PetitionStep,
  p: Petition | undefined,
  actor: PetitionActor,
  today: Day,
): Refusal | undefined {
  const { by, from } = petitionMoveOf(step)
  if (step === 'register') {
    if (p) return refuse('twoPetitions')
    return actor.seats.some(({ role }) => officeRoles.has(role)) ? undefined : refuse('notYours')
  }
  if (!p) return refuse('notFound')
  const agent = isAgent(p, actor, today)
  if (agent && !ofAgents.has(by) && step !== 'revoke') return refuse('agentSteps')
  if (!doers[by](p, actor, today) && !(agent && step === 'revoke')) return refuse('notYours')
  if (!from.includes(p.state)) return refuse('petitionNotNow', { state: p.state })
  return step === 'extend' && p.acceptedBy === actor.accountId ? refuse('notYourself') : undefined
}

/** The post by which a step is taken: of the unit whose step it is where there is one. */
export function seatOf<S extends PetitionActor['seats'][number]>(
  step: PetitionStep,
  p: Petition | undefined,
  seats: readonly S[],
): S | undefined {
  const { by } = petitionMoveOf(step)
  const wanted =
    by === 'reviewer'
      ? p?.review?.unitId
      : by === 'rereviewer'
        ? p?.rereview?.unitId
        : by === 'office' || (by === 'turn' && p?.state === 'sorting')
          ? p?.officeId
          : p?.bodyId
  const offices = step === 'register' ? seats.filter(({ role }) => officeRoles.has(role)) : seats
  return (
    offices.find(({ unitId }) => unitId === wanted) ??
    offices.find(({ unitId }) => unitId === p?.officeId) ??
    offices[0]
  )
}
