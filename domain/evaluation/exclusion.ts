import type { Seat, StaffActor } from '../actor.ts'
import type { Day } from '../calendar/days.ts'
import { type Permission, reachOf } from '../org/grants.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** For what a matter may be left out of rates: the eight of Linyi 不合理诉求剔除 (domain rules §3.3). */
export const exclusionReasons = [
  'jurisdiction',
  'procedure',
  'law',
  'secrecy',
  'untrue',
  'excessive',
  'heard',
  'malicious',
] as const
export type ExclusionReason = (typeof exclusionReasons)[number]

export const exclusionStates = [
  'voting',
  'excluded',
  'refused',
  'appealed',
  'granted',
  'upheld',
  'withdrawn',
] as const
export type ExclusionState = (typeof exclusionStates)[number]

export const exclusionVotes = ['exclude', 'keep'] as const
export type ExclusionVote = (typeof exclusionVotes)[number]

/** A panel has so many units with a vote at least, none of them the asking one. */
export const fewestDeciders = 3
export const mostDeciders = 15

/** One unit of the panel and its vote. */
export type PanelSeat = { unitId: string; vote: ExclusionVote | null; votedBy: string | null }

/** The facts of an exclusion on which its rules depend. */
export type Exclusion = {
  state: ExclusionState
  unitId: string
  askedBy: string
  voteBy: Day
  appealBy: Day | null
  seats: readonly PanelSeat[]
}

/** The units that vote on what a unit asks. In: the panel, the asking unit and the one that handles the matter. */
export function seatsFor(panel: readonly string[], unitId: string, handlingId: string | null): string[] {
  return panel.filter((id) => id !== unitId && id !== handlingId)
}

/**
 * What a panel has decided. In: its seats, whether its day is over. Out: more than half of all seats exclude; as soon as they no
 * longer can, or the day is over without them, it is refused; undefined: it goes on.
 */
export function outcomeOf(
  seats: readonly PanelSeat[],
  isDayOver: boolean,
): 'excluded' | 'refused' | undefined {
  const votes = (vote: ExclusionVote) => seats.filter((seat) => seat.vote === vote).length
  if (votes('exclude') * 2 > seats.length) return 'excluded'
  const mayStill = (seats.length - votes('keep')) * 2 > seats.length
  return isDayOver || !mayStill ? 'refused' : undefined
}

/** Step → in which state, under which permission, and who: the asking unit, the panel, or the district's centre. */
export const exclusionSteps = {
  vote: { from: 'voting', needs: 'evaluation.vote', by: 'panel' },
  withdraw: { from: 'voting', needs: 'evaluation.ask', by: 'asker' },
  appeal: { from: 'refused', needs: 'evaluation.ask', by: 'asker' },
  grant: { from: 'appealed', needs: 'evaluation.rule', by: 'district' },
  uphold: { from: 'appealed', needs: 'evaluation.rule', by: 'district' },
} as const satisfies Record<
  string,
  { from: ExclusionState; needs: Permission; by: 'panel' | 'asker' | 'district' }
>
export type ExclusionStep = keyof typeof exclusionSteps
export const exclusionStepNames = Object.keys(exclusionSteps) as ExclusionStep[]

const holds = (seat: Seat, permission: Permission) => reachOf(seat, permission) !== undefined

/** Whether a post works for the whole district: its centre, or its leaders. */
export const isOfDistrict = (seat: Pick<Seat, 'servesPath'>, district: number): boolean =>
  seat.servesPath === `/${district}/`

/** The seat from which a person would take a step, whatever the state; undefined: it is not for them. */
export function seatForStep(step: ExclusionStep, e: Exclusion, actor: StaffActor): Seat | undefined {
  const { needs, by } = exclusionSteps[step]
  return actor.seats.find((seat) => {
    if (!holds(seat, needs)) return false
    if (by === 'asker') return seat.unitId === e.unitId
    if (by === 'district') return isOfDistrict(seat, actor.districtId)
    return e.seats.some(({ unitId, vote }) => unitId === seat.unitId && vote === null)
  })
}

/**
 * Why somebody may not take a step now. Refusals: `notYours`, `ownExclusion` (who asked, or is of the asking unit, decides nothing),
 * `votedBefore` (whoever voted does not rule on the appeal; a unit votes once), `exclusionNotNow`, `voteOver`, `appealOver`.
 */
export function whyNotExclusion(
  step: ExclusionStep,
  e: Exclusion,
  actor: StaffActor,
  today: Day,
): Refusal | undefined {
  const { from, by, needs } = exclusionSteps[step]
  const isOwn = e.askedBy === actor.accountId || actor.seats.some((seat) => seat.unitId === e.unitId)
  const isPanel = actor.seats.some(
    (seat) => holds(seat, needs) && e.seats.some(({ unitId }) => unitId === seat.unitId),
  )
  const seat = seatForStep(step, e, actor)
  if (by !== 'asker' && isOwn && (seat || isPanel)) return refuse('ownExclusion')
  if (!seat) return by === 'panel' && isPanel ? refuse('votedBefore') : refuse('notYours')
  // a person with posts at several units decides once, and not again on the appeal
  if (by !== 'asker' && e.seats.some(({ votedBy }) => votedBy === actor.accountId))
    return refuse('votedBefore')
  if (e.state !== from) return refuse('exclusionNotNow')
  if (step === 'vote' && today > e.voteBy) return refuse('voteOver', { day: e.voteBy })
  if (step === 'appeal' && e.appealBy !== null && today > e.appealBy)
    return refuse('appealOver', { day: e.appealBy })
  return undefined
}

/** What of a matter says whether it may be asked about. */
export type Askable = {
  sensitive: boolean
  isDestroyed: boolean
  involved: readonly string[]
  /** Until when; null: it is not closed. */
  askBy: Day | null
  /** Asked by this unit before, and not withdrawn. */
  isAsked: boolean
}

/** The seat from which a person may ask for a matter's exclusion: of a unit that had it. */
export const askingSeat = (actor: StaffActor, unitId: string): Seat | undefined =>
  actor.seats.find((seat) => seat.unitId === unitId && holds(seat, 'evaluation.ask'))

/**
 * Why a unit may not ask that a matter is left out. Refusals: `notYours`, `fileDestroyed`, `exclusionSensitive` (a panel would learn of
 * it), `exclusionAsked`, `askOver` with the day.
 */
export function whyNotAsk(m: Askable, unitId: string, actor: StaffActor, today: Day): Refusal | undefined {
  if (!askingSeat(actor, unitId) || !m.involved.includes(unitId)) return refuse('notYours')
  if (m.isDestroyed) return refuse('fileDestroyed')
  if (m.sensitive) return refuse('exclusionSensitive')
  if (m.isAsked) return refuse('exclusionAsked')
  if (m.askBy !== null && today > m.askBy) return refuse('askOver', { day: m.askBy })
  return undefined
}

/** Whether somebody may freeze a month by hand and say who is on the panel: the centre of the district and its leaders. */
export const mayFreeze = (actor: StaffActor): boolean =>
  actor.seats.some((seat) => holds(seat, 'evaluation.freeze') && isOfDistrict(seat, actor.districtId))
