import { expect, test } from 'vitest'
import { dayOf, type Instant, instantAt, minuteMs } from '../calendar/days.ts'
import { calendarOf, type OfficeHours } from '../calendar/working-days.ts'
import { type ClockFacts, dueAt, type Pause } from './due.ts'

// A second opinion on due times that shares no line of reckoning with the first: it knows each minute of a span by
// itself, walks them one by one and asks of each what a person with a wall clock and a wall calendar would ask.

const cases = 100_000
const calendars = 40
/** Enough days for the longest of them with all that they stand still. */
const spanDays = 150
const dayMinutes = 1440

/** Numbers that are the same at every run, so that a case can be found again. */
function drawn(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * (most + 1))
  }
}

type Wall = { from: Instant; isWorked: Uint8Array; isOffice: Uint8Array; close: number }

/** Which days are worked and which minutes are office time, each decided by itself. */
function wallOf(firstDay: string, hours: OfficeHours, exceptions: ReadonlyMap<string, boolean>): Wall {
  const isWorked = new Uint8Array(spanDays)
  const isOffice = new Uint8Array(spanDays * dayMinutes)
  const from = instantAt(firstDay, 0)
  for (let d = 0; d < spanDays; d++) {
    const noon = new Date(from + (d * dayMinutes + 720) * minuteMs + 8 * 3_600_000)
    const weekday = noon.getUTCDay()
    const plain = weekday !== 0 && weekday !== 6
    isWorked[d] = (exceptions.get(noon.toISOString().slice(0, 10)) ?? plain) ? 1 : 0
    for (let m = 0; m < dayMinutes; m++)
      if (isWorked[d] && hours.some(([a, b]) => a <= m && m < b)) isOffice[d * dayMinutes + m] = 1
  }
  return { from, isWorked, isOffice, close: Math.max(...hours.map(([, to]) => to)) }
}

const still = new Uint8Array(spanDays * dayMinutes)

/** By walking: the minute, counted from the wall's first, at which the time is out. */
function walked({ startedAt, limit, pauses, extensions }: ClockFacts, wall: Wall): number {
  const minuteOf = (at: Instant) => (at - wall.from) / minuteMs
  still.fill(0)
  for (const { fromAt, toAt } of pauses) still.fill(1, minuteOf(fromAt), minuteOf(toAt ?? Infinity))
  let left = extensions.reduce((sum, extension) => sum + extension.amount, limit.amount)
  const start = minuteOf(startedAt)
  const isByMinutes = limit.unit === 'minutes' || limit.unit === 'workMinutes'
  for (let minute = start; minute < still.length; minute++) {
    if (isByMinutes) {
      const counts = limit.unit === 'minutes' || wall.isOffice[minute] === 1
      if (counts && still[minute] === 0) left -= 1
      if (left === 0) return minute + 1
      continue
    }
    const ofDay = minute % dayMinutes
    const isWorked = wall.isWorked[(minute - ofDay) / dayMinutes] === 1
    const stoodStill = still[minute - 1] === 1
    // What was left is left when it goes on. Where nothing was, this day closes it; or one more day, where it cannot:
    // a weekend day closes nothing, but by calendar days the next working day does so anyhow.
    const goesOn = stoodStill && still[minute] === 0
    if (goesOn && left === 0 && !(isWorked ? ofDay < wall.close : limit.unit === 'days')) left = 1
    // A day is counted as it begins, unless the clock stood still over midnight.
    const isCounted = !stoodStill && (isWorked || limit.unit === 'days')
    if (ofDay === 0 && minute > start && left > 0 && isCounted) left -= 1
    // As the last of them closes, time is out: if the offices work that day, and the clock does not stand still.
    if (left === 0 && ofDay + 1 === wall.close && isWorked && still[minute] === 0) return minute + 1
  }
  throw new Error('longer than the wall')
}

function drawCalendar(draw: (most: number) => number, index: number) {
  // Year ends, a leap day, and the weeks around the spring festival come among the first days.
  const firstDay = ['2025-12-20', '2026-09-15', '2027-12-25', '2028-02-20', '2026-01-25'][index % 5] ?? ''
  const hours: OfficeHours = (
    [
      [
        [540, 720],
        [810, 1050],
      ],
      [[480, 1020]],
      [[0, 1440]],
      [
        [510, 690],
        [840, 1080],
        [1140, 1200],
      ],
    ] as const
  )[index % 4] ?? [[540, 1050]]
  const from = instantAt(firstDay, 0)
  const exceptions = new Map<string, boolean>()
  for (let i = draw(25); i > 0; i--) {
    const length = 1 + draw(index % 3 === 0 ? 8 : 2)
    const first = draw(spanDays - 10)
    const isWorking = draw(2) === 0
    for (let d = first; d < first + length; d++)
      exceptions.set(dayOf(from + d * dayMinutes * minuteMs), isWorking)
  }
  const days = [...exceptions].map(([day, isWorking]) => ({ day, isWorking }))
  return {
    calendar: calendarOf({ days, years: [], hours, version: 1 }),
    wall: wallOf(firstDay, hours, exceptions),
  }
}

function drawClock(draw: (most: number) => number, wall: Wall): ClockFacts {
  const unit = (['minutes', 'workMinutes', 'days', 'workDays'] as const)[draw(3)] ?? 'minutes'
  const isByMinutes = unit === 'minutes' || unit === 'workMinutes'
  // On the hour and the half, where offices open and close, as often as between.
  const drawMinute = (most: number) => (draw(1) === 0 ? draw(most) : Math.floor(draw(most) / 30) * 30)
  const startedAt = wall.from + drawMinute(20 * dayMinutes) * minuteMs
  const pauses: Pause[] = Array.from({ length: draw(3) }, () => {
    const fromAt = wall.from + drawMinute(30 * dayMinutes) * minuteMs
    return { fromAt, toAt: fromAt + (1 + drawMinute(draw(2) === 0 ? 7 * dayMinutes : 300)) * minuteMs }
  })
  const amount = 1 + draw(isByMinutes ? 1500 : 12)
  const extensions = Array.from({ length: draw(4) === 0 ? 1 : 0 }, () => ({ amount: 1 + draw(5) }))
  return { startedAt, limit: { amount, unit }, pauses, extensions }
}

test('a hundred thousand clocks are due when somebody who walks minute by minute says so', () => {
  const draw = drawn(20_261_127)
  const seen = { minutes: 0, workMinutes: 0, days: 0, workDays: 0 }
  for (let index = 0; index < calendars; index++) {
    const { calendar, wall } = drawCalendar(draw, index)
    for (let n = 0; n < cases / calendars; n++) {
      const facts = drawClock(draw, wall)
      seen[facts.limit.unit] += 1
      const is = dueAt(facts, calendar)
      const should = wall.from + walked(facts, wall) * minuteMs
      if (is !== should)
        expect.fail(
          `calendar ${index}: ${JSON.stringify(facts)} is due ${is && new Date(is).toISOString()}, walked ${new Date(should).toISOString()}`,
        )
    }
  }
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(cases / 5)
}, 300_000)
