import type { Seat, StaffActor } from '../actor.ts'
import { addDays, type Day } from '../calendar/days.ts'
import { addWorkingDays, type Calendar, isWorkingDay } from '../calendar/working-days.ts'
import { reachOf } from '../org/grants.ts'
import type { Role } from '../org/roles.ts'
import { isWithin, parentPath } from '../org/tree.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type InstrumentState, mostAnswerDays, mostPromiseDays } from './instruments.ts'

/** `unit`: the addressed one; `giver`: the post that gave it; `above`: the level above that post. */
export type Side = 'unit' | 'giver' | 'above'

type Step = {
  from: readonly InstrumentState[]
  to: InstrumentState
  by: Side
  /** What the day that is said along means: when it will be done, or until when an answer is due. */
  day?: 'promise' | 'answer'
}

/** Everything that can be done to an instrument once it is given; what is not written is not allowed. */
export const steps = {
  answer: { from: ['waiting'], to: 'answered', by: 'unit', day: 'promise' },
  object: { from: ['waiting'], to: 'objected', by: 'unit' },
  accept: { from: ['answered'], to: 'accepted', by: 'giver' },
  askAgain: { from: ['answered'], to: 'waiting', by: 'giver', day: 'answer' },
  cancel: {
    from: ['waiting', 'answered', 'objected', 'accepted', 'raised', 'ruledOut'],
    ...{ to: 'cancelled', by: 'giver' },
  },
  keep: { from: ['objected'], to: 'waiting', by: 'above', day: 'answer' },
  // the card stays until its own giver takes it back
  ruleOut: { from: ['objected'], to: 'ruledOut', by: 'above' },
} as const satisfies Record<string, Step>
export type SupervisionStep = keyof typeof steps
export const supervisionSteps = Object.keys(steps) as SupervisionStep[]

/** Whoever gave an instrument: the person, and the post by which it was given. */
export type Giver = {
  accountId: string
  postId: string
  role: Role
  unitId: string
  /** The area the post works for. */
  servesPath: string
  /** Whether somebody still holds that very post. */
  isPostHeld: boolean
}

export type Standing = {
  state: InstrumentState
  unitId: string
  giver: Giver
  isObjected: boolean
  isAskedAgain: boolean
}

/** Whether a seat is the giver's post: the same post (also of whoever stands in), or the one that took its place. */
const isPostOf = (seat: Seat, giver: Giver) =>
  seat.postId === giver.postId ||
  (!giver.isPostHeld && seat.role === giver.role && seat.unitId === giver.unitId)

/**
 * Whether a seat stands on the level above a post. Above the district there is none: there somebody else decides who supervises for the
 * whole district.
 */
function isAbove(seat: Seat, giver: Giver, accountId: string): boolean {
  if (reachOf(seat, 'supervision.decide') === undefined) return false
  const isTop = parentPath(giver.servesPath) === giver.servesPath
  if (isTop) return seat.servesPath === giver.servesPath && accountId !== giver.accountId
  return seat.servesPath !== giver.servesPath && isWithin(giver.servesPath, seat.servesPath)
}

/**
 * The seat by which somebody takes part in an instrument on one of its sides; undefined: none. Nobody decides about their own unit, and
 * the unit never judges itself.
 */
export function seatOn(side: Side, actor: StaffActor, { unitId, giver }: Standing): Seat | undefined {
  if (side === 'unit')
    return actor.seats.find((seat) => seat.unitId === unitId && reachOf(seat, 'supervision.answer'))
  const free = actor.seats.filter((seat) => seat.unitId !== unitId)
  if (side === 'above') return free.find((seat) => isAbove(seat, giver, actor.accountId))
  const gave = actor.accountId === giver.accountId
  return (
    free.find((seat) => isPostOf(seat, giver)) ??
    (gave ? free.find((seat) => reachOf(seat, 'supervision.give') !== undefined) : undefined)
  )
}

/** Why somebody may not take a step now. Refusals: `notYours`, `notGiversPost`, `notAbove`, `instrumentNotNow`, `objectedBefore`, `askedBefore`. */
export function whyNotStep(step: SupervisionStep, at: Standing, actor: StaffActor): Refusal | undefined {
  const rule: Step = steps[step]
  if (!seatOn(rule.by, actor, at)) {
    if (rule.by === 'giver') return refuse('notGiversPost')
    return rule.by === 'above' ? refuse('notAbove') : refuse('notYours')
  }
  if (!rule.from.includes(at.state)) return refuse('instrumentNotNow')
  if (step === 'object' && at.isObjected) return refuse('objectedBefore')
  return step === 'askAgain' && at.isAskedAgain ? refuse('askedBefore') : undefined
}

/** What somebody may do with an instrument now, for the buttons. */
export const mayStep = (at: Standing, actor: StaffActor): SupervisionStep[] =>
  supervisionSteps.filter((step) => whyNotStep(step, at, actor) === undefined)

/** The state after a step. */
export const stateAfter = (step: SupervisionStep): InstrumentState => steps[step].to

/** The day that a step says along: needed where its rule names one, otherwise null. Refusals: `missingField`, `badAnswerDay`, `badPromiseDay` (facts: day, the last one). */
export function whyNotDay(
  step: 'give' | SupervisionStep,
  day: Day | null,
  today: Day,
  calendar: Calendar,
): Refusal | undefined {
  const wanted = step === 'give' ? 'answer' : (steps[step] as Step).day
  if (wanted === undefined) return undefined
  if (day === null) return refuse('missingField', { field: 'day' }, 'day')
  if (wanted === 'promise') {
    const last = addDays(today, mostPromiseDays)
    return day < today || day > last ? refuse('badPromiseDay', { day: last }, 'day') : undefined
  }
  const last = addWorkingDays(calendar, today, mostAnswerDays)
  const isFit = day > today && day <= last && isWorkingDay(calendar, day)
  return isFit ? undefined : refuse('badAnswerDay', { day: last }, 'day')
}
