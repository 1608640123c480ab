import { addDays, dayOf, type Instant, instantAt, minuteMs, minuteOfDay } from '#domain/calendar/days.ts'
import { addWorkMinutes, type Calendar } from '#domain/calendar/working-days.ts'
import type { Random } from './random.ts'

/** How long until somebody does the next thing: in office minutes, in plain minutes, or at home when people are awake. */
export type Wait = readonly [measure: 'work' | 'any' | 'home', from: number, to: number]

const [wakes, sleeps] = [8 * 60, 22 * 60]

/** The instant after a wait. */
export function later(
  random: Random,
  calendar: Calendar,
  from: Instant,
  [measure, least, most]: Wait,
  slow = 1,
): Instant {
  const minutes = Math.max(1, Math.round(random.int(least, most) * slow))
  const seconds = random.int(1, 59) * 1000
  if (measure === 'work') return addWorkMinutes(calendar, from, minutes) + seconds
  const at = from + minutes * minuteMs
  return (measure === 'home' ? awake(random, at) : at) + seconds
}

/** The same instant, or when it is night the next morning. */
export function awake(random: Random, at: Instant): Instant {
  const minute = minuteOfDay(at)
  if (minute >= wakes && minute < sleeps) return at
  const day = minute < wakes ? dayOf(at) : addDays(dayOf(at), 1)
  return instantAt(day, wakes + random.int(5, 100))
}

/** An instant on the day, at an hour at which such voices arrive. */
export function arrival(random: Random, day: string, isOffice: boolean): Instant {
  const minute = isOffice
    ? random.pick([random.int(9 * 60 + 5, 11 * 60 + 50), random.int(13 * 60 + 35, 17 * 60 + 15)])
    : random.pick([
        random.int(7 * 60, 10 * 60),
        random.int(10 * 60, 14 * 60),
        random.int(17 * 60, 22 * 60 + 20),
      ])
  return instantAt(day, minute) + random.int(0, 59) * 1000
}
