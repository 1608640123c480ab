import { type Day, dayOf, type Instant, yearOf } from '../calendar/days.ts'

/** Where a register of destruction stands: drawn up, decided upon, carried out. */
export const destructionStates = ['drawn', 'rejected', 'approved', 'done'] as const
export type DestructionState = (typeof destructionStates)[number]

/** Matters in one register at most: what two people can look through. */
export const mostInRegister = 500

/**
 * The first day on which a file may be destroyed. In: when it was archived, the years of its class (null: for ever). Out: a day,
 * or undefined for what is kept for ever. A period of retention is reckoned from 1 January after the year of the file
 * (Provisions on the scope of filing and the periods of retention of documents of organs, State Archives Administration order 8).
 */
export function destroyableFrom(archivedAt: Instant, years: number | null): Day | undefined {
  if (years === null) return undefined
  return `${yearOf(dayOf(archivedAt)) + 1 + years}-01-01`
}

/** The last instant of archiving whose files are over their period on a day: what was archived before it may be destroyed. In: a day, the years of the class. */
export function archivedBefore(today: Day, years: number): Day {
  return `${yearOf(today) - years}-01-01`
}
