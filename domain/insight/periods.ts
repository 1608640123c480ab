import { addDays, type Day } from '../calendar/days.ts'

export const periods = ['thisMonth', 'lastMonth', 'last30', 'thisYear'] as const
export type Period = (typeof periods)[number]

/** The first and the last day, both within; what has not come yet is not part of a period. */
export type Span = { from: Day; to: Day }

/** The days of a period. In: its name and today (China time). Out: its days, the last no later than today. */
export function spanOf(period: Period, today: Day): Span {
  const first = `${today.slice(0, 7)}-01`
  if (period === 'thisMonth') return { from: first, to: today }
  if (period === 'thisYear') return { from: `${today.slice(0, 4)}-01-01`, to: today }
  if (period === 'last30') return { from: addDays(today, -29), to: today }
  const to = addDays(first, -1)
  return { from: `${to.slice(0, 7)}-01`, to }
}
