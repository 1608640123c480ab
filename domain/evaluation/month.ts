import { addDays, type Day } from '../calendar/days.ts'
import { addWorkingDays, type Calendar } from '../calendar/working-days.ts'

/** A month, 'YYYY-MM', in China time. */
export type Month = string

/** The month of a day. */
export const monthOf = (day: Day): Month => day.slice(0, 7)

/** Its first day. */
export const firstOf = (month: Month): Day => `${month}-01`

/** The month after, and the month before. */
export const monthAfter = (month: Month): Month => monthOf(addDays(firstOf(month), 31))
export const monthBefore = (month: Month): Month => monthOf(addDays(firstOf(month), -1))

/** Whether all its days have passed. */
export const isOver = (month: Month, today: Day): boolean => month < monthOf(today)

/** The day on which a month is frozen by itself: the n-th working day of the next. */
export function freezeDayOf(calendar: Calendar, month: Month, workDay: number): Day {
  return addWorkingDays(calendar, addDays(firstOf(monthAfter(month)), -1), workDay)
}

/** A worker that stood still for long catches up with so many months at most in one round. */
const mostAtOnce = 12

/**
 * The months to be frozen by now, the oldest first. In: the last month that is frozen (undefined: none yet), today, the calendar and
 * the working day of the profile. Where nothing is frozen yet it begins with last month: what lies before was never watched.
 */
export function monthsToFreeze(
  last: Month | undefined,
  today: Day,
  calendar: Calendar,
  workDay: number,
): Month[] {
  const due: Month[] = []
  let month = last === undefined ? monthBefore(monthOf(today)) : monthAfter(last)
  while (due.length < mostAtOnce && isOver(month, today) && freezeDayOf(calendar, month, workDay) <= today) {
    due.push(month)
    month = monthAfter(month)
  }
  return due
}
