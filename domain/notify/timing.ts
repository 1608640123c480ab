import { dayOf, type Instant, instantAt, minuteMs, minuteOfDay } from '../calendar/days.ts'
import { addWorkingDays, type Calendar, isWorkingDay, workingDayFrom } from '../calendar/working-days.ts'
import type { Pressing } from './occasions.ts'

/** When what is not critical leaves the house. */
export const paces = ['atOnce', 'hourly', 'daily', 'never'] as const
export type Pace = (typeof paces)[number]

/** Minutes of the day, from inclusive to exclusive, over midnight where `from` is the later; none where they are equal. */
export type Quiet = { from: number; to: number; restDays: boolean }
export type Timing = { pace: Pace; quiet: Quiet }

/** Evenings, nights and days of rest are a person's own; what is not critical comes once an hour. */
export const defaultTiming: Timing = {
  pace: 'hourly',
  quiet: { from: 20 * 60, to: 8 * 60, restDays: true },
}

/** The daily digest goes out at half past eight on working days (minutes of the day). */
const digestMinute = 8 * 60 + 30
const hourMs = 60 * minuteMs

function isQuietMinute({ from, to }: Quiet, minute: number): boolean {
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to
}

/** Whether nothing but the critical may be told at the instant. */
export function isQuiet(quiet: Quiet, calendar: Calendar, at: Instant): boolean {
  return (quiet.restDays && !isWorkingDay(calendar, dayOf(at))) || isQuietMinute(quiet, minuteOfDay(at))
}

/** The first instant at or after `at` that is not quiet. */
export function quietEnd(quiet: Quiet, calendar: Calendar, at: Instant): Instant {
  const day = dayOf(at)
  if (quiet.restDays && !isWorkingDay(calendar, day))
    return quietEnd(quiet, calendar, instantAt(workingDayFrom(calendar, day), 0))
  const minute = minuteOfDay(at)
  if (!isQuietMinute(quiet, minute)) return at
  // over midnight: what begins this evening ends tomorrow
  const end = minute < quiet.to ? instantAt(day, quiet.to) : instantAt(day, 1440)
  return quietEnd(quiet, calendar, end)
}

function nextDigest(calendar: Calendar, at: Instant): Instant {
  const day = dayOf(at)
  const today = instantAt(day, digestMinute)
  if (isWorkingDay(calendar, day) && at <= today) return today
  return instantAt(addWorkingDays(calendar, day, 1), digestMinute)
}

export type Waiting = { at: Instant; pressing: Pressing }

/**
 * When a notice may leave the house for a person. In: when it was written and how pressing it is, what the person chose,
 * the calendar of the district. Out: the instant, never before `at`; undefined when it is not to leave at all.
 */
export function dueOf(
  { at, pressing }: Waiting,
  { pace, quiet }: Timing,
  calendar: Calendar,
): Instant | undefined {
  if (pace === 'never') return undefined
  if (pressing === 'critical') return at
  const paced =
    pace === 'atOnce' ? at : pace === 'hourly' ? Math.ceil(at / hourMs) * hourMs : nextDigest(calendar, at)
  return quietEnd(quiet, calendar, paced)
}

export type Sorted<W> = { send: W[]; later: { waiting: W; at: Instant }[]; never: W[] }

/** Parts what waits for one person into what goes now, in one digest, what goes later and what never goes. Every one is in exactly one of them. */
export function sortWaiting<W extends Waiting>(
  all: readonly W[],
  timing: Timing,
  calendar: Calendar,
  now: Instant,
): Sorted<W> {
  const sorted: Sorted<W> = { send: [], later: [], never: [] }
  for (const waiting of all) {
    const due = dueOf(waiting, timing, calendar)
    if (due === undefined) sorted.never.push(waiting)
    else if (due <= now) sorted.send.push(waiting)
    else sorted.later.push({ waiting, at: due })
  }
  return sorted
}
