import { addDays, type Day, dayOf, daysBetween } from '../calendar/days.ts'
import type { Mediation, MediationSource } from './mediation.ts'

/** Where the court stands with a dispute that it hands over. */
export const courtStages = ['before', 'ordinary', 'summary'] as const
export type CourtStage = (typeof courtStages)[number]

/** Calendar days of court referral: before filing, and after it by procedure (invited mediation rules art. 27). */
const courtDays: Record<CourtStage, number> = { before: 30, ordinary: 15, summary: 7 }
/** Of every other mediation (people's mediation rules art. 33; Shenzhen art. 25). */
const usualDays = 30
/** What an extension may add at most, each time; the parties may ask again. */
export const mostExtension = 30

/** The limit of a mediation in calendar days. In: where it comes from, and for a court's its stage. */
export function limitDays(source: MediationSource, stage: CourtStage | undefined): number {
  return source === 'court' ? courtDays[stage ?? 'before'] : usualDays
}

/** The days it stood still until a day; a pause that still runs counts to that day. */
export function pausedDays({ pauses }: Pick<Mediation, 'pauses'>, today: Day): number {
  return pauses.reduce((sum, { fromOn, toOn }) => sum + Math.max(0, daysBetween(fromOn, toOn ?? today)), 0)
}

/** The last day of a mediation, or null while its limit stands still. */
export function dueOn(mediation: Mediation, today: Day): Day | null {
  if (mediation.pauses.some(({ toOn }) => toOn === null)) return null
  const days = mediation.limitDays + mediation.extendedDays + pausedDays(mediation, today)
  return addDays(dayOf(mediation.openedAt), days)
}
