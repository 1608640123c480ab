import type { Day, Instant } from '../calendar/days.ts'
import type { Mark } from '../whistle/whistle.ts'

/**
 * `posted`: the centre has to dispatch it; `sentBack`: the orderer has to say more; `dispatched`: it lies with those who were
 * asked, each on a line of its own; `over`: somebody's work was confirmed and nothing is open.
 */
export const aidStates = ['posted', 'sentBack', 'dispatched', 'over', 'declined', 'withdrawn'] as const
export type AidState = (typeof aidStates)[number]

/** What is to be done next with a line. `handOver`: its team has ended, and the centre has to give it to somebody else. */
export const aidLineSteps = ['accept', 'plan', 'finish', 'confirm', 'handOver'] as const
export type AidLineStep = (typeof aidLineSteps)[number]

/** How a line ended: confirmed by the orderer, refused by who was asked, given to somebody else, or taken back. */
export const aidLineEnds = ['confirmed', 'refused', 'handedOver', 'dropped'] as const
export type AidLineEnd = (typeof aidLineEnds)[number]

/** What the orderer says of the help, on the customary scale 满意、基本满意、不满意. */
export const aidRatedThings = ['speed', 'result'] as const
export type AidRatedThing = (typeof aidRatedThings)[number]
export type AidRating = Record<AidRatedThing, Mark>

/** A step that was taken: when, and when it was due under the calendar of that instant. */
export type AidTaken = { at: Instant; dueAt: Instant | null }

/** What the centre and the orderer did with the order itself. */
export type AidStep = AidTaken & { verb: 'dispatch' | 'back' | 'decline' | 'passUp' | 'again' }

/** Who is asked: a unit or a project team, never both. */
export type Target = { unitId: string; teamId: null } | { unitId: null; teamId: string }

/** What one asked unit or team has to do, and did. Instants are facts; due times are derived. */
export type AidLine = Target & {
  id: string
  /** Of the unit, or of the unit that leads the team. */
  unitPath: string
  askedAt: Instant
  /** Null once it has ended; then `outcome` is set, and only then. */
  step: AidLineStep | null
  outcome: AidLineEnd | null
  /** When the present step became somebody's turn. */
  since: Instant
  /** `accept`: answered, with yes or no. */
  steps: Partial<Record<'accept' | 'plan' | 'finish' | 'confirm', AidTaken>>
  planOn: Day | null
  sentBackAt: Instant | null
  rating: (AidRating & { at: Instant }) | null
}

/** An order for help 点单: who posted it, who dispatches it, where it stands. Its words are kept apart, under seal. */
export type Aid = {
  id: string
  state: AidState
  unitId: string
  unitPath: string
  byId: string
  /** The area whose centre dispatches it: a street, or the district once it was passed up. */
  centrePath: string
  postedAt: Instant
  /** When the present state became somebody's turn. */
  since: Instant
  steps: readonly AidStep[]
  passedUpAt: Instant | null
  overAt: Instant | null
}

/** A line that has just been asked. */
export function newAidLine(of: Target & { id: string; unitPath: string }, now: Instant): AidLine {
  return {
    ...of,
    ...{ askedAt: now, step: 'accept', outcome: null, since: now, steps: {} },
    ...{ planOn: null, sentBackAt: null, rating: null },
  }
}

/** The number of an order for help: year and running number within the district: `DD2026-0007` (DD: 点单). */
export function aidNumber(year: number, no: number): string {
  return `DD${year}-${String(no).padStart(4, '0')}`
}
