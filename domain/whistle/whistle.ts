import type { Day, Instant } from '../calendar/days.ts'
import type { Pause } from '../matter/due.ts'
import type { WhistleKind } from './limits.ts'

/** `waiting`: a hard whistle before its second approval; `over`: every line has ended. */
export const whistleStates = ['waiting', 'sounding', 'over', 'calledOff', 'declined'] as const
export type WhistleState = (typeof whistleStates)[number]

/** What is to be done next with a line; each has one side that must do it. */
export const lineSteps = ['sign', 'contact', 'arrive', 'plan', 'finish', 'confirm', 'rule'] as const
export type LineStep = (typeof lineSteps)[number]

/** How a line ended: its work was confirmed, the department was released by a ruling, the whistle was called off. */
export const lineEnds = ['confirmed', 'released', 'calledOff'] as const
export type LineEnd = (typeof lineEnds)[number]

export const lineRoles = ['lead', 'assist'] as const
export type LineRole = (typeof lineRoles)[number]

/** What became of the work, in the words of the department. `cannot`: with the reasons; the street decides what follows. */
export const finishOutcomes = ['solved', 'partly', 'cannot'] as const
export type FinishOutcome = (typeof finishOutcomes)[number]

/** How an objection is ruled: released, goes on, or another department is named. */
export const rulings = ['upheld', 'overruled', 'other'] as const
export type Ruling = (typeof rulings)[number]

/** What a street says of a department, each in the words of the customary scale 满意、基本满意、不满意. */
export const ratedThings = ['speed', 'help', 'result'] as const
export type RatedThing = (typeof ratedThings)[number]
export const marks = ['satisfied', 'basically', 'unsatisfied'] as const
export type Mark = (typeof marks)[number]
export type Rating = Record<RatedThing, Mark>

/** A step that was taken: when, and when it was due under the calendar of that instant (lateness is frozen with who had it). */
export type Taken = { at: Instant; dueAt: Instant | null }

/** What one called department has to do, and did. Instants are facts; due times are derived. */
export type Line = {
  id: string
  unitId: string
  unitPath: string
  role: LineRole
  calledAt: Instant
  /** Null once it has ended; then `outcome` is set, and only then. */
  step: LineStep | null
  outcome: LineEnd | null
  /** When the present step became somebody's turn. */
  since: Instant
  steps: Partial<Record<Exclude<LineStep, 'rule'>, Taken>>
  pauses: readonly Pause[]
  planUntil: Day | null
  finished: FinishOutcome | null
  objection: { at: Instant; ruling: Ruling | null; ruledAt: Instant | null; dueAt: Instant | null } | null
  sentBackAt: Instant | null
  rating: (Rating & { at: Instant }) | null
  ratedBack: { accurate: boolean; at: Instant } | null
}

/** A whistle: who called, for what, and where it stands. Its words are kept apart, under seal. */
export type Whistle = {
  id: string
  kind: WhistleKind
  state: WhistleState
  /** The street or community that blew it. */
  unitId: string
  unitPath: string
  byId: string
  secondId: string | null
  askedAt: Instant
  soundedAt: Instant | null
  overAt: Instant | null
  upgradedAt: Instant | null
  misusedAt: Instant | null
}

/** A line that has just been called. */
export function newLine(
  unit: { id: string; unitId: string; unitPath: string },
  role: LineRole,
  now: Instant,
): Line {
  return {
    ...unit,
    ...{ role, calledAt: now, step: 'sign', outcome: null, since: now, steps: {}, pauses: [] },
    ...{ planUntil: null, finished: null, objection: null, sentBackAt: null, rating: null, ratedBack: null },
  }
}

/** The number of a whistle: year and running number within the district: `CS2026-0007` (CS: 吹哨). */
export function whistleNumber(year: number, no: number): string {
  return `CS${year}-${String(no).padStart(4, '0')}`
}
