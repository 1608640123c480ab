import { addDays, type Day } from '../calendar/days.ts'

/** Of which day a count is: the day it was opened, the day mediating was over, or today. */
export type FigureBasis = 'opened' | 'closed' | 'now'

/** What is counted, case by case (domain rules §1.5). The conditions in SQL stand in server/mediation/counted.ts. */
export const figureTable = {
  opened: 'opened',
  hard: 'opened',
  closed: 'closed',
  agreed: 'closed',
  failed: 'closed',
  written: 'closed',
  oral: 'closed',
  performed: 'closed',
  inPart: 'closed',
  unperformed: 'closed',
  unmet: 'closed',
  confirmAsked: 'closed',
  confirmed: 'closed',
  averted: 'closed',
  avertedSuicide: 'closed',
  avertedCrime: 'closed',
  avertedBrawl: 'closed',
  avertedPetition: 'closed',
  open: 'now',
  late: 'now',
} as const satisfies Record<string, FigureBasis>
export type FigureName = keyof typeof figureTable
export const figureNames = Object.keys(figureTable) as FigureName[]

/** Days of one question at most: three years and what two leap days may add. */
export const mostFigureDays = 1097

export const figurePeriods = ['thisMonth', 'lastMonth', 'thisQuarter', 'lastQuarter', 'thisYear'] as const
export type FigurePeriod = (typeof figurePeriods)[number]

const two = (n: number) => String(n).padStart(2, '0')
const monthOf = (n: number): Day => `${Math.floor(n / 12)}-${two((n % 12) + 1)}-01`
const before = (day: Day): Day => addDays(day, -1)

/** The days of a period, both within, none after today. In: its name and today (China time). */
export function figureSpan(period: FigurePeriod, today: Day): { from: Day; to: Day } {
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  const quarter = month - (month % 3)
  switch (period) {
    case 'thisMonth':
      return { from: monthOf(month), to: today }
    case 'lastMonth':
      return { from: monthOf(month - 1), to: before(monthOf(month)) }
    case 'thisQuarter':
      return { from: monthOf(quarter), to: today }
    case 'lastQuarter':
      return { from: monthOf(quarter - 3), to: before(monthOf(quarter)) }
    case 'thisYear':
      return { from: monthOf(month - (month % 12)), to: today }
  }
}
