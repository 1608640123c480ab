import {
  type Day,
  dayNumberAt,
  dayNumberOf,
  dayOfNumber,
  type Instant,
  instantAt,
  minuteMs,
  msOfDay,
  startOfDayNumber,
  weekday,
  yearOf,
} from './days.ts'

/** Office hours as minutes of the day, sorted and apart: from inclusive, to exclusive. */
export type OfficeHours = readonly (readonly [from: number, to: number])[]

/**
 * A district's working calendar. Monday to Friday are worked and weekends are off unless `exceptions` says otherwise.
 * `years` tells which years are covered and whether by the State Council's notice or only provisionally. `version` goes
 * into what is reckoned with it. Never changed in place: an edit makes a new calendar.
 */
export type Calendar = {
  exceptions: ReadonlyMap<Day, boolean>
  years: ReadonlyMap<number, 'official' | 'provisional'>
  hours: OfficeHours
  version: number
}

/**
 * A calendar from rows. Of two rows for one day or year the later wins, so local rows follow the shipped ones. Throws on
 * a day that does not exist and on hours that are empty, unsorted, overlapping or outside 0 to 1440.
 */
export function calendarOf(rows: {
  days: Iterable<{ day: Day; isWorking: boolean }>
  years: Iterable<readonly [year: number, standing: 'official' | 'provisional']>
  hours: OfficeHours
  version: number
}): Calendar {
  const exceptions = new Map<Day, boolean>()
  for (const { day, isWorking } of rows.days) exceptions.set(dayOfNumber(dayNumberOf(day)), isWorking)
  const { hours } = rows
  let last = 0
  for (const [from, to] of hours) {
    if (!(from >= last && to > from && to <= 1440))
      throw new Error(`Not office hours: ${JSON.stringify(hours)}`)
    last = to
  }
  if (last === 0) throw new Error('A calendar needs office hours')
  return { exceptions, years: new Map(rows.years), hours, version: rows.version }
}

/** Whether the offices work on the day. */
export function isWorkingDay(cal: Calendar, day: Day): boolean {
  return cal.exceptions.get(day) ?? weekday(day) <= 5
}

/** The day itself if it is worked, else the next working day. */
export function workingDayFrom(cal: Calendar, day: Day): Day {
  return isWorkingDay(cal, day) ? day : addWorkingDays(cal, day, 1)
}

/**
 * The n-th working day after the day, which itself is not counted; for negative n the n-th before it; the day itself for
 * 0. Throws on a broken number and beyond the year 9999.
 */
export function addWorkingDays(cal: Calendar, day: Day, n: number): Day {
  if (!Number.isInteger(n)) throw new Error(`Not a number of working days: ${n}`)
  const number = dayNumberOf(day)
  if (n === 0) return day
  const index = indexOf(cal)
  const rank = n > 0 ? workedThrough(index, number) + n : workedThrough(index, number - 1) + n + 1
  return dayOfNumber(dayOfRank(index, rank))
}

/** Working days d with from < d ≤ to; negative when `to` lies before `from`. Parts of a span add up to the whole. */
export function countWorkingDays(cal: Calendar, from: Day, to: Day): number {
  const index = indexOf(cal)
  return workedThrough(index, dayNumberOf(to)) - workedThrough(index, dayNumberOf(from))
}

/** The instant at which office hours end on the day, worked or not. */
export function closeOf(cal: Calendar, day: Day): Instant {
  const last = cal.hours.at(-1)
  if (!last) throw new Error('A calendar needs office hours')
  return instantAt(day, last[1])
}

/** Office minutes of one working day. */
export function workMinutesOfDay(cal: Calendar): number {
  return workMsOfDay(cal) / minuteMs
}

/**
 * The first instant at which so many office minutes have passed since `instant`: with a break from 12:00 to
 * 13:30, 60 from 11:30 end at 14:00 and 30 at 12:00; 0 end at once. Kept to the millisecond. Throws on negative minutes and where the hours are empty.
 */
export function addWorkMinutes(cal: Calendar, instant: Instant, minutes: number): Instant {
  const ms = Math.round(minutes * minuteMs)
  const perDay = workMsOfDay(cal)
  if (!(ms >= 0 && Number.isSafeInteger(ms) && perDay > 0))
    throw new Error(`Cannot add ${minutes} office minutes`)
  if (ms === 0) return instant
  const index = indexOf(cal)
  const target = workedMs(cal, index, instant) + ms
  const rank = Math.ceil(target / perDay)
  let left = target - (rank - 1) * perDay
  const start = startOfDayNumber(dayOfRank(index, rank))
  for (const [from, to] of cal.hours) {
    const length = (to - from) * minuteMs
    if (left <= length) return start + from * minuteMs + left
    left -= length
  }
  throw new Error('Office hours do not add up')
}

/** Office minutes between two instants, with the milliseconds as a fraction; negative backwards. */
export function countWorkMinutes(cal: Calendar, from: Instant, to: Instant): number {
  const index = indexOf(cal)
  return (workedMs(cal, index, to) - workedMs(cal, index, from)) / minuteMs
}

/**
 * The years from one day to another, both included, for which there is no official arrangement: without an entry or only
 * provisional. What is reckoned across them may still move, and must say so.
 */
export function missingYears(cal: Calendar, from: Day, to: Day): number[] {
  const missing: number[] = []
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    if (cal.years.get(year) !== 'official') missing.push(year)
  }
  return missing
}

/** The exceptions that depart from the plain week, by day number, each with the sum of gains and losses up to it. */
type Index = { numbers: readonly number[]; sums: readonly number[] }

const indexes = new WeakMap<ReadonlyMap<Day, boolean>, Index>()

function indexOf(cal: Calendar): Index {
  const known = indexes.get(cal.exceptions)
  if (known) return known
  const turns = [...cal.exceptions]
    .filter(([day, isWorking]) => isWorking !== weekday(day) <= 5)
    .map(([day, isWorking]) => [dayNumberOf(day), isWorking ? 1 : -1] as const)
    .sort(([a], [b]) => a - b)
  let sum = 0
  const index = { numbers: turns.map(([number]) => number), sums: turns.map(([, turn]) => (sum += turn)) }
  indexes.set(cal.exceptions, index)
  return index
}

/** Working days up to and including a day number, counted from a fixed Monday: only differences mean anything. */
function workedThrough({ numbers, sums }: Index, number: number): number {
  const sinceMonday = number + 3
  const weeks = Math.floor(sinceMonday / 7)
  const plain = weeks * 5 + Math.min(sinceMonday - weeks * 7 + 1, 5)
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) <= number) low = middle + 1
    else high = middle
  }
  return plain + (sums[low - 1] ?? 0)
}

/**
 * The working day with that rank in workedThrough. Exceptions are finite, so there always is one, no further from the
 * plain week's answer than as many weeks as there are exceptions: the search is bounded whatever the calendar.
 */
function dayOfRank(index: Index, rank: number): number {
  const plain = Math.floor((rank * 7) / 5)
  const slack = 14 + index.numbers.length * 7
  let low = plain - slack
  let high = plain + slack
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (workedThrough(index, middle) >= rank) high = middle
    else low = middle + 1
  }
  return low
}

function workMsOfDay(cal: Calendar): number {
  return cal.hours.reduce((sum, [from, to]) => sum + to - from, 0) * minuteMs
}

/** Office milliseconds up to an instant, counted from a fixed Monday: only differences mean anything. */
function workedMs(cal: Calendar, index: Index, instant: Instant): number {
  const number = dayNumberAt(instant)
  const before = workedThrough(index, number - 1)
  const whole = before * workMsOfDay(cal)
  if (workedThrough(index, number) === before) return whole
  const now = msOfDay(instant)
  return cal.hours.reduce(
    (sum, [from, to]) => sum + Math.min(Math.max(now - from * minuteMs, 0), (to - from) * minuteMs),
    whole,
  )
}
