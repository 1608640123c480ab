import type { Seat, StaffActor } from '../actor.ts'
import { addDays, type Day, dayOf, type Instant } from '../calendar/days.ts'
import { reachOf } from '../org/grants.ts'
import { isWithin } from '../org/tree.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { isMemberOn, isTeamOn, type Member, mostMembers, type Team, teamDaysMost } from './team.ts'

/**
 * Who does what with a team. `founder`: a post of the area that set it up; `lead`: who leads it; `head`: a leader of the member's
 * own unit, who is told when somebody is taken in and may call them back; `member`: whoever works in it today.
 */
export type TeamSide = 'founder' | 'lead' | 'head' | 'member'

export const teamMoves = {
  addMember: ['founder', 'lead'],
  removeMember: ['founder', 'lead', 'head'],
  setLead: ['founder'],
  extend: ['founder'],
  note: ['founder', 'lead', 'member'],
  end: ['founder', 'lead'],
} as const satisfies Record<string, readonly TeamSide[]>
export type TeamVerb = keyof typeof teamMoves
export const teamVerbs = Object.keys(teamMoves) as TeamVerb[]

/** The area for which a post may set up a team; undefined for all others. */
export const foundingPath = (seat: Seat): string | undefined =>
  reachOf(seat, 'team.found') === undefined ? undefined : seat.servesPath

function isAt(
  side: TeamSide,
  team: Team,
  { members, member, today }: { members: readonly Member[]; member?: Member | undefined; today: Day },
  actor: StaffActor,
): boolean {
  const works = () =>
    isTeamOn(team, today) &&
    members.some((one) => one.accountId === actor.accountId && isMemberOn(one, today))
  if (side === 'founder') return actor.seats.some((seat) => foundingPath(seat) === team.unitPath)
  if (side === 'lead') return team.leadId === actor.accountId && works()
  if (side === 'member') return works()
  const leads = (one: Member) =>
    actor.seats.some((seat) => seat.role === 'leader' && isWithin(one.unitPath, seat.servesPath))
  return member ? leads(member) : members.some(leads)
}

type Standing = {
  members: readonly Member[]
  /** Whom it is about, where it is about one. */
  member?: Member | undefined
  /** Orders for help that are open with the team. */
  open: number
}

/**
 * Why somebody may not do this with a team now. Refusals: `notYours`, `teamOver`, `notFound` (no such member), `teamLeadStays`,
 * `teamHasAids` (fact: how many).
 */
export function whyNotTeam(
  verb: TeamVerb,
  team: Team,
  { members, member, open }: Standing,
  actor: StaffActor,
  now: Instant,
): Refusal | undefined {
  const today = dayOf(now)
  const sides: readonly TeamSide[] = teamMoves[verb]
  if (!sides.some((side) => isAt(side, team, { members, member, today }, actor))) return refuse('notYours')
  if (team.endedAt !== null || team.toOn < today) return refuse('teamOver')
  if (member && member.outAt !== null) return refuse('notFound')
  if (verb === 'removeMember' && member?.accountId === team.leadId) return refuse('teamLeadStays')
  return verb === 'end' && open > 0 ? refuse('teamHasAids', { open }) : undefined
}

/** Why a term may not be so: `teamDays` (it ends before it begins or before today), `teamTooLong` (fact: days at most). */
export function whyNotTerm(fromOn: Day, toOn: Day, now: Instant): Refusal | undefined {
  const today = dayOf(now)
  if (fromOn < today) return refuse('aidDayGone', undefined, 'fromOn')
  if (toOn < fromOn) return refuse('teamDays', undefined, 'toOn')
  const days = teamDaysMost
  return toOn > addDays(today, days) ? refuse('teamTooLong', { days }, 'toOn') : undefined
}

/** Why a team may not be extended to a day: `teamNotLonger`, `teamTooLong`. */
export function whyNotExtend(team: Team, toOn: Day, now: Instant): Refusal | undefined {
  if (toOn <= team.toOn) return refuse('teamNotLonger', { day: team.toOn }, 'toOn')
  const days = teamDaysMost
  return toOn > addDays(dayOf(now), days) ? refuse('teamTooLong', { days }, 'toOn') : undefined
}

/** Why somebody may not become a member: `teamTwice`, `teamDays` (outside the term of the team), `teamFull`. */
export function whyNotMember(
  team: Pick<Team, 'fromOn' | 'toOn'>,
  members: readonly Member[],
  wanted: { accountId: string; name: string; fromOn: Day; toOn: Day | null },
): Refusal | undefined {
  const { accountId, name, fromOn, toOn } = wanted
  const still = members.filter(
    ({ outAt, toOn: until }) => outAt === null && (until === null || until >= fromOn),
  )
  if (still.some((one) => one.accountId === accountId)) return refuse('teamTwice', { name }, 'accountId')
  if (fromOn < team.fromOn || fromOn > team.toOn) return refuse('teamDays', undefined, 'fromOn')
  if (toOn !== null && (toOn < fromOn || toOn > team.toOn)) return refuse('teamDays', undefined, 'toOn')
  return still.length >= mostMembers ? refuse('teamFull', { most: mostMembers }, 'accountId') : undefined
}

/**
 * Whether somebody may see a team: in whose area it was set up or is led, its members and their units. The SQL twin is
 * `inTeamSight` of server/team/sight.ts.
 */
export function maySeeTeam(team: Team, members: readonly Member[], actor: StaffActor): boolean {
  const still = members.filter(({ outAt }) => outAt === null)
  if (still.some(({ accountId }) => accountId === actor.accountId)) return true
  const units = [team.unitId, team.leadUnitId, ...still.map(({ unitId }) => unitId)]
  return actor.seats.some((seat) => {
    const reach = reachOf(seat, 'aid.read')
    if (reach === undefined) return false
    if (units.includes(seat.unitId) || foundingPath(seat) === team.unitPath) return true
    // whoever leads a unit that has called somebody back still sees what it was about
    const paths = [team.unitPath, team.leadUnitPath, ...members.map(({ unitPath }) => unitPath)]
    return reach === 'subtree' && paths.some((path) => isWithin(path, seat.servesPath))
  })
}

/** Whether a centre may ask a team: it works today, and was set up in the centre's area or above it. Refusals: `teamNotOn`, `aidNobody` (fact: its name). */
export function whyNotAskTeam(
  team: Team & { name: string },
  {
    centrePath,
    open,
    field,
    now,
  }: { centrePath: string; open: readonly string[]; field: string; now: Instant },
): Refusal | undefined {
  const facts = { unit: team.name }
  if (open.includes(team.id)) return refuse('aidTwice', facts, field)
  if (!isTeamOn(team, dayOf(now))) return refuse('teamNotOn', facts, field)
  const isNear = isWithin(team.unitPath, centrePath) || isWithin(centrePath, team.unitPath)
  return isNear ? undefined : refuse('aidNobody', facts, field)
}
