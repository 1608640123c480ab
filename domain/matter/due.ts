import { addDays, dayOf, daysBetween, type Instant, minuteMs } from '../calendar/days.ts'
import {
  addWorkingDays,
  addWorkMinutes,
  type Calendar,
  closeOf,
  countWorkingDays,
  countWorkMinutes,
  workingDayFrom,
  workMinutesOfDay,
} from '../calendar/working-days.ts'

/** How long a step may take. `minutes` and `days` run on always, the others only while offices work. Whole and positive. */
export type Limit = { amount: number; unit: 'minutes' | 'workMinutes' | 'days' | 'workDays' }

/** A span in which a clock stood still; toAt null while it still does. */
export type Pause = { fromAt: Instant; toAt: Instant | null }

/** What is stored of a clock. Extensions are in the limit's unit. Pauses may come in any order and may overlap. */
export type ClockFacts = {
  startedAt: Instant
  limit: Limit
  pauses: readonly Pause[]
  extensions: readonly { amount: number }[]
}

/**
 * The instant at which the limit with its extensions runs out; null while the clock stands still. A matter is late after
 * this instant, not at it. Throws on an amount that is not whole and positive.
 *
 * PRC Civil Code art. 201: by minutes and hours the time runs from the start itself; by days the day of the start is not
 * counted, at whatever hour it began. Art. 203: the last day ends when business ends; a last day that is not worked gives
 * way to the next working day. `workDays` count working days only.
 *
 * A pause gives back what it took: elapsed minutes, office minutes, or the days (working days) d with day(from) < d ≤
 * day(to). Overlapping pauses count once, and a pause cut in two counts the same. A limit by days cannot run out inside
 * a pause: it then ends on the next day (working day). A pause begun when the time was already out changes nothing.
 */
export function dueAt(facts: ClockFacts, cal: Calendar): Instant | null {
  return runningOut(facts, cal)?.at ?? null
}

/**
 * The instant at which a share (0 to 1) of the limit has passed, to warn the holder; null while the clock stands still
 * before it. For a limit by days the share is of the time from start to the close of the last day before any pause,
 * measured in office minutes for `workDays` and in plain minutes for `days`. Never after dueAt.
 */
export function warnAt(facts: ClockFacts, cal: Calendar, share = 0.7): Instant | null {
  if (!(share > 0 && share <= 1)) throw new Error(`Not a share for a warning: ${share}`)
  return passed(facts, cal, facts.startedAt, spanOf(facts, cal) * share, mergedPauses(facts))
}

/**
 * The instant at which so many limits (1 or more) have passed, to call the matter far over: dueAt and then the surplus in
 * the measure of warnAt. Null while the clock stands still before it.
 */
export function overAt(facts: ClockFacts, cal: Calendar, share = 1.5): Instant | null {
  if (!(share >= 1)) throw new Error(`Not a share for being over: ${share}`)
  const due = runningOut(facts, cal)
  return due ? passed(facts, cal, due.at, spanOf(facts, cal) * (share - 1), due.laterPauses) : null
}

/**
 * What to say of a clock at `now`: how much is left, or with `late` by how much it is over. Limits by days answer in their
 * own unit, today not counted, and in plain minutes where that would be 0. A limit by office minutes answers in office
 * minutes left, but plain minutes late. Minutes are rounded up. While the clock stands still it tells what was left then.
 */
export function remaining(
  facts: ClockFacts,
  cal: Calendar,
  now: Instant,
): { late: boolean; unit: 'minutes' | 'workDays' | 'days'; amount: number } {
  const pauses = mergedPauses(facts)
    .filter((pause) => pause.fromAt <= now)
    .map((pause) => ({ fromAt: pause.fromAt, toAt: pause.toAt <= now ? pause.toAt : null }))
  const running = dueAt({ ...facts, pauses }, cal)
  const at = running ?? dueAt({ ...facts, pauses: pauses.slice(0, -1) }, cal) ?? now
  const seenAt = running === null ? (pauses.at(-1)?.fromAt ?? now) : now
  const late = seenAt > at
  const [fromAt, toAt] = late ? [at, seenAt] : [seenAt, at]
  const { unit } = facts.limit
  if (unit === 'workMinutes' && !late) {
    return { late, unit: 'minutes', amount: Math.ceil(countWorkMinutes(cal, fromAt, toAt)) }
  }
  if (unit === 'days' || unit === 'workDays') {
    const amount = lengthOf({ fromAt, toAt }, unit, cal)
    if (amount > 0) return { late, unit, amount }
  }
  return { late, unit: 'minutes', amount: Math.ceil((toAt - fromAt) / minuteMs) }
}

/** A pause within the clock's running time; toAt is Infinity while it lasts. */
type Stop = { fromAt: Instant; toAt: Instant }

function mergedPauses({ startedAt, pauses }: ClockFacts): Stop[] {
  const stops = pauses
    .map(({ fromAt, toAt }) => ({
      fromAt: Math.max(fromAt, startedAt),
      toAt: toAt ?? Number.POSITIVE_INFINITY,
    }))
    .filter((stop) => stop.toAt > stop.fromAt)
    .sort((a, b) => a.fromAt - b.fromAt)
  const merged: Stop[] = []
  for (const stop of stops) {
    const last = merged.at(-1)
    if (last && stop.fromAt <= last.toAt) last.toAt = Math.max(last.toAt, stop.toAt)
    else merged.push(stop)
  }
  return merged
}

function amountOf({ limit, extensions }: ClockFacts): number {
  const amounts = [limit.amount, ...extensions.map((extension) => extension.amount)]
  if (!amounts.every((amount) => Number.isSafeInteger(amount) && amount > 0)) {
    throw new Error(`Not a limit: ${amounts.join(' + ')} ${limit.unit}`)
  }
  return amounts.reduce((sum, amount) => sum + amount)
}

/** The due time and the pauses that began at or after it; undefined while the clock stands still. */
function runningOut(facts: ClockFacts, cal: Calendar): { at: Instant; laterPauses: Stop[] } | undefined {
  let amount = amountOf(facts)
  let at = endOf(facts, cal, amount)
  const pauses = mergedPauses(facts)
  for (const [index, pause] of pauses.entries()) {
    if (pause.fromAt >= at) return { at, laterPauses: pauses.slice(index) }
    if (pause.toAt === Number.POSITIVE_INFINITY) return undefined
    amount += lengthOf(pause, facts.limit.unit, cal)
    at = endOf(facts, cal, amount)
    while (at <= pause.toAt) {
      amount += 1
      at = endOf(facts, cal, amount)
    }
  }
  return { at, laterPauses: [] }
}

function endOf({ startedAt, limit }: ClockFacts, cal: Calendar, amount: number): Instant {
  switch (limit.unit) {
    case 'minutes':
      return startedAt + Math.round(amount * minuteMs)
    case 'workMinutes':
      return addWorkMinutes(cal, startedAt, amount)
    case 'days':
      return closeOf(cal, workingDayFrom(cal, addDays(dayOf(startedAt), amount)))
    case 'workDays':
      return closeOf(cal, addWorkingDays(cal, dayOf(startedAt), amount))
  }
}

function lengthOf({ fromAt, toAt }: Stop, unit: Limit['unit'], cal: Calendar): number {
  switch (unit) {
    case 'minutes':
      return (toAt - fromAt) / minuteMs
    case 'workMinutes':
      return countWorkMinutes(cal, fromAt, toAt)
    case 'days':
      return daysBetween(dayOf(fromAt), dayOf(toAt))
    case 'workDays':
      return countWorkingDays(cal, dayOf(fromAt), dayOf(toAt))
  }
}

/**
 * The whole limit in minutes of its measure. A last day moved over a holiday does not lengthen it: the move is grace, and
 * a warning reckoned from it could come after the due time once a pause takes the move away again.
 */
function spanOf(facts: ClockFacts, cal: Calendar): number {
  const amount = amountOf(facts)
  if (facts.limit.unit === 'workDays')
    return countWorkMinutes(cal, facts.startedAt, endOf(facts, cal, amount))
  if (facts.limit.unit !== 'days') return amount
  return (closeOf(cal, addDays(dayOf(facts.startedAt), amount)) - facts.startedAt) / minuteMs
}

/** The instant so many minutes of the limit's measure after another, put off by the pauses begun before it. */
function passed(
  { limit: { unit } }: ClockFacts,
  cal: Calendar,
  since: Instant,
  minutes: number,
  pauses: readonly Stop[],
): Instant | null {
  const isWork = unit === 'workDays' || unit === 'workMinutes'
  const minutesOfOne = unit === 'days' ? 1440 : unit === 'workDays' ? workMinutesOfDay(cal) : 1
  let at = since
  let total = minutes
  for (const pause of [...pauses, undefined]) {
    at = isWork ? addWorkMinutes(cal, since, total) : since + Math.round(total * minuteMs)
    if (!pause || pause.fromAt >= at) break
    if (pause.toAt === Number.POSITIVE_INFINITY) return null
    total += lengthOf(pause, unit, cal) * minutesOfOne
  }
  return at
}
