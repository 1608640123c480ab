import type { Day } from '../calendar/days.ts'
import type { Role } from '../org/roles.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** 催办提醒、督办函、黄牌、红牌: each is given only after the one before it (domain rules §2.3). */
export const instruments = ['reminder', 'letter', 'yellow', 'red'] as const
export type Instrument = (typeof instruments)[number]

/** `practice`: the order of the means is met in the field (Guangdong, domain rules §2.3); `ours`: a default of this product. */
export type Basis = 'practice' | 'ours'

type Rule = {
  /** Who may give it. */
  roles: readonly Role[]
  /** Only to a unit inside the area of whoever gives it: a letter goes down, never up or sideways. */
  isDownward: boolean
  /** Working days for the answer, unless another day is said. */
  answerDays: number
  /** Where the rule for who and when comes from. */
  basis: Basis
}

const overseers = ['supervisor', 'leader'] as const

/** The one table of who may give what. When each may be given is `whyNotYet`. */
export const instrumentRules = {
  reminder: {
    roles: [...overseers, 'dispatcher', 'communityClerk'],
    ...{ isDownward: false, answerDays: 1, basis: 'practice' },
  },
  letter: { roles: overseers, isDownward: true, answerDays: 3, basis: 'practice' },
  yellow: { roles: overseers, isDownward: true, answerDays: 2, basis: 'ours' },
  // whoever gives it answers for the area
  red: { roles: ['leader'], isDownward: true, answerDays: 1, basis: 'ours' },
} as const satisfies Record<Instrument, Rule>

/** An answer may be due at most so many working days from today; a promise reaches at most so many days ahead. */
export const mostAnswerDays = 15
export const mostPromiseDays = 180

/**
 * `waiting` for the answer of the unit; `answered`, and the giver's turn; `objected`, and the level above decides; `accepted`;
 * `raised`: went unanswered and the next one took its place; `ruledOut`: the level above found it unfounded, and the giver's post
 * has to take it back; `cancelled` by that post.
 */
export const instrumentStates = [
  'waiting',
  'answered',
  'objected',
  'accepted',
  'raised',
  'ruledOut',
  'cancelled',
] as const
export type InstrumentState = (typeof instrumentStates)[number]

/** A clock as far as supervision looks at it. `isTwiceOver`: late by more than its whole time again. */
export type ClockStanding = { isRunning: boolean; isNear: boolean; isLate: boolean; isTwiceOver: boolean }

/** What was given on a clock before. */
export type Given = { kind: Instrument; state: InstrumentState; answerOn: Day; promisedOn: Day | null }

/** One clock at one unit, and what was given on it, in that order: the ladder starts anew with every clock. */
export type Ladder = { clock: ClockStanding; given: readonly Given[] }

const rankOf = (kind: Instrument) => instruments.indexOf(kind)

/**
 * Why an instrument may not be given yet, whoever gives it; undefined: it may. Refusals: `notLateYet`, `givenBefore`, `earlierFirst`
 * (facts: kind), `ruledOutBefore`, `answerRuns` and `promiseRuns` (facts: day), `answerUnread`, `objectionOpen`, `nothingOwed`.
 * Source: domain rules §2.3; that yellow is also due when the matter is late by its whole time again is our own default.
 */
export function whyNotYet(kind: Instrument, { clock, given }: Ladder, today: Day): Refusal | undefined {
  const standing = given.filter(({ state }) => state !== 'cancelled')
  const last = standing.at(-1)
  const wanted = last ? instruments[rankOf(last.kind) + 1] : instruments[0]
  if (standing.some(({ state }) => state === 'ruledOut')) return refuse('ruledOutBefore')
  if (last && rankOf(kind) <= rankOf(last.kind)) return refuse('givenBefore')
  if (wanted !== kind) return refuse('earlierFirst', { kind: wanted ?? kind })
  const isTime = clock.isLate || (kind === 'reminder' && clock.isRunning && clock.isNear)
  if (!isTime || (kind === 'reminder' && !clock.isRunning)) return refuse('notLateYet')
  return last && whyNotAfter(last, kind, clock, today)
}

function whyNotAfter(last: Given, kind: Instrument, clock: ClockStanding, today: Day): Refusal | undefined {
  if (last.state === 'objected') return refuse('objectionOpen')
  if (last.state === 'answered') return refuse('answerUnread')
  if (last.state === 'accepted') {
    if (!clock.isRunning || last.promisedOn === null) return refuse('nothingOwed')
    return today <= last.promisedOn ? refuse('promiseRuns', { day: last.promisedOn }) : undefined
  }
  const isFarOver = kind === 'yellow' && clock.isTwiceOver
  return today <= last.answerOn && !isFarOver ? refuse('answerRuns', { day: last.answerOn }) : undefined
}

/** The next instrument that would be right by the rules, for a person to decide; undefined: none, or not yet. */
export function nextInstrument(ladder: Ladder, today: Day): Instrument | undefined {
  return instruments.find((kind) => whyNotYet(kind, ladder, today) === undefined)
}

/** Who would give it: the post, and where the addressed unit lies from there. */
export type Giving = { role: Role; isOwnUnit: boolean; isBelow: boolean }

/** Why this post may not give it. Refusals: `notYours`, `ownUnit` (nobody supervises their own unit), `goesDown`. */
export function whyNotBy(kind: Instrument, { role, isOwnUnit, isBelow }: Giving): Refusal | undefined {
  const rule: Rule = instrumentRules[kind]
  if (!rule.roles.includes(role)) return refuse('notYours')
  if (isOwnUnit) return refuse('ownUnit')
  return rule.isDownward && !isBelow ? refuse('goesDown') : undefined
}
