/** A calendar day of China time, 'YYYY-MM-DD', years 0001 to 9999 of the proleptic Gregorian calendar. */
export type Day = string

/** A moment: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

export const minuteMs = 60_000
const dayMs = 86_400_000

/** China has kept UTC+8 without summer time since 1991; older instants are shown in today's zone all the same. */
const zoneMs = 8 * 3_600_000

const firstNumber = dayNumberFrom(1, 1, 1)
const lastNumber = dayNumberFrom(9999, 12, 31)

/**
 * Days since 1970-01-01 of a year, month (1–12) and day of month. The count runs in 400-year eras from 1 March, so that
 * the leap day is the last of its year: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
function dayNumberFrom(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** Days since 1970-01-01 (negative before). Throws on a text that names no day of the calendar. */
export function dayNumberOf(day: Day): number {
  if (/^\d{4}-\d\d-\d\d$/.test(day)) {
    const number = dayNumberFrom(+day.slice(0, 4), +day.slice(5, 7), +day.slice(8))
    if (number >= firstNumber && number <= lastNumber && dayOfNumber(number) === day) return number
  }
  throw new Error(`Not a day: ${day}`)
}

/** Whether a text names a day of the calendar that has a day after it within the years 0001 to 9999. */
export function isCalendarDay(text: string): boolean {
  try {
    return dayNumberOf(text) < lastNumber
  } catch {
    return false
  }
}

/** The day so many days after 1970-01-01. Throws outside the years 0001 to 9999. */
export function dayOfNumber(number: number): Day {
  if (!(Number.isInteger(number) && number >= firstNumber && number <= lastNumber)) {
    throw new Error(`No such day number: ${number}`)
  }
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`
}

/** The day number, as in dayNumberOf, on which an instant falls in China. */
export function dayNumberAt(instant: Instant): number {
  return Math.floor((instant + zoneMs) / dayMs)
}

/** Milliseconds since the China midnight that began the instant's day: 0 to 86,399,999. */
export function msOfDay(instant: Instant): number {
  return instant + zoneMs - dayNumberAt(instant) * dayMs
}

/** The instant of the China midnight that begins a day, given by its number. */
export function startOfDayNumber(number: number): Instant {
  return number * dayMs - zoneMs
}

/** The day on which an instant falls in China. Throws on NaN and outside the years 0001 to 9999. */
export function dayOf(instant: Instant): Day {
  return dayOfNumber(dayNumberAt(instant))
}

/** The instant of the midnight that begins the day. */
export function startOfDay(day: Day): Instant {
  return startOfDayNumber(dayNumberOf(day))
}

/** Whole minutes since midnight of the instant's day: 0 to 1439. */
export function minuteOfDay(instant: Instant): number {
  return Math.floor(msOfDay(instant) / minuteMs)
}

/** The instant so many minutes after the day's midnight; 1440 is the midnight that ends it. */
export function instantAt(day: Day, minute: number): Instant {
  return startOfDay(day) + minute * minuteMs
}

/** The day so many days later, or earlier for a negative whole number. */
export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumberOf(day) + days)
}

/** Days from one day to another: 1 from today to tomorrow, negative backwards. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumberOf(to) - dayNumberOf(from)
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekday(day: Day): number {
  const sinceMonday = (dayNumberOf(day) + 3) % 7
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
}

/** The year of a day, as a number. */
export function yearOf(day: Day): number {
  return +day.slice(0, 4)
}
