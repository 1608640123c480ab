import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, type Instant, instantAt, minuteOfDay } from '../calendar/days.ts'
import { publishedYears } from '../calendar/holidays.ts'
import { calendarOf, isWorkingDay } from '../calendar/working-days.ts'
import { nextTry } from './attempts.ts'
import { pressings } from './occasions.ts'
import { defaultTiming, dueOf, isQuiet, paces, quietEnd, sortWaiting, type Timing } from './timing.ts'

const calendar = calendarOf({
  days: Object.values(publishedYears).flatMap((year) => year.days),
  years: Object.keys(publishedYears).map((year) => [Number(year), 'official'] as const),
  hours: [
    [540, 720],
    [810, 1050],
  ],
  version: 1,
})
const at = (text: string): Instant => Date.parse(`${text}:00+08:00`)
const due = (when: string, change: Partial<Timing> = {}, pressing: 'critical' | 'act' = 'act') =>
  dueOf({ at: at(when), pressing }, { ...defaultTiming, ...change }, calendar)

describe('examples', () => {
  test('an evening, a night and a weekend are quiet, and end at eight on the next working day', () => {
    const { quiet } = defaultTiming
    const end = (when: string) => quietEnd(quiet, calendar, at(when))
    expect(end('2026-11-25T19:59')).toBe(at('2026-11-25T19:59'))
    expect(end('2026-11-25T20:00')).toBe(at('2026-11-26T08:00'))
    expect(end('2026-11-26T03:00')).toBe(at('2026-11-26T08:00'))
    expect(end('2026-11-27T21:00')).toBe(at('2026-11-30T08:00'))
    expect(end('2026-11-28T12:00')).toBe(at('2026-11-30T08:00'))
    // 1 October 2026 and the week after it are holidays, the Saturday after it is worked
    expect(end('2026-09-30T22:00')).toBe(at('2026-10-08T08:00'))
    expect(end('2026-10-10T12:00')).toBe(at('2026-10-10T12:00'))
  })

  test('at once, once an hour, once a day, never; what is critical passes all but never', () => {
    expect(due('2026-11-25T10:20', { pace: 'atOnce' })).toBe(at('2026-11-25T10:20'))
    expect(due('2026-11-25T10:20')).toBe(at('2026-11-25T11:00'))
    expect(due('2026-11-25T19:20')).toBe(at('2026-11-26T08:00'))
    expect(due('2026-11-25T10:20', { pace: 'daily' })).toBe(at('2026-11-26T08:30'))
    expect(due('2026-11-25T08:30', { pace: 'daily' })).toBe(at('2026-11-25T08:30'))
    expect(due('2026-11-27T10:20', { pace: 'daily' })).toBe(at('2026-11-30T08:30'))
    expect(due('2026-11-25T10:20', { pace: 'never' })).toBeUndefined()
    expect(due('2026-11-28T03:00', {}, 'critical')).toBe(at('2026-11-28T03:00'))
    expect(due('2026-11-28T03:00', { pace: 'never' }, 'critical')).toBeUndefined()
  })

  test('equal ends mean no quiet hours; without days of rest a Sunday is like any day', () => {
    const quiet = { from: 600, to: 600, restDays: false }
    for (const when of ['2026-11-29T10:00', '2026-11-25T03:00'])
      expect(isQuiet(quiet, calendar, at(when))).toBe(false)
  })

  test('a digest that falls into quiet hours waits until they end', () => {
    const quiet = { from: 22 * 60, to: 9 * 60, restDays: true }
    expect(due('2026-11-25T12:00', { pace: 'daily', quiet })).toBe(at('2026-11-26T09:00'))
  })
})

const instant = fc.integer({ min: at('2026-01-01T00:00'), max: at('2026-12-01T00:00') })
const minute = fc.integer({ min: 0, max: 1439 })
const timing: fc.Arbitrary<Timing> = fc.record({
  pace: fc.constantFrom(...paces),
  quiet: fc.record({ from: minute, to: minute, restDays: fc.boolean() }),
})
const waiting = fc.record({ at: instant, pressing: fc.constantFrom(...pressings) })

describe('whatever was chosen', () => {
  test('nothing is told before it was written, nor in quiet hours unless it is critical', () => {
    fc.assert(
      fc.property(waiting, timing, (one, chosen) => {
        const when = dueOf(one, chosen, calendar)
        if (when === undefined) {
          expect(chosen.pace).toBe('never')
          return
        }
        expect(when).toBeGreaterThanOrEqual(one.at)
        if (one.pressing === 'critical') expect(when).toBe(one.at)
        else expect(isQuiet(chosen.quiet, calendar, when)).toBe(false)
      }),
    )
  })

  test('the end of quiet is the first instant that is not quiet', () => {
    fc.assert(
      fc.property(instant, timing, (when, { quiet }) => {
        const end = quietEnd(quiet, calendar, when)
        expect(isQuiet(quiet, calendar, end)).toBe(false)
        if (end > when) {
          expect(isQuiet(quiet, calendar, when)).toBe(true)
          expect(isQuiet(quiet, calendar, end - 1)).toBe(true)
        }
      }),
    )
  })

  test('nothing waits for ever: fifteen days are more than the longest holiday and a weekend', () => {
    fc.assert(
      fc.property(waiting, timing, (one, chosen) => {
        const when = dueOf(one, chosen, calendar)
        if (when !== undefined) expect(when - one.at).toBeLessThan(15 * 86_400_000)
      }),
    )
  })

  test('what was written earlier is not told later', () => {
    fc.assert(
      fc.property(instant, instant, timing, (a, b, chosen) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)].map((when) =>
          dueOf({ at: when, pressing: 'act' }, chosen, calendar),
        )
        if (first !== undefined && second !== undefined) expect(first).toBeLessThanOrEqual(second)
      }),
    )
  })

  test('looked at again and again, every notice goes out in exactly one digest', () => {
    const written = fc.array(waiting, { maxLength: 12 })
    fc.assert(
      fc.property(written, timing, (all, chosen) => {
        const sent: { at: Instant }[] = []
        let [waits, now] = [all, Math.max(0, ...all.map((one) => one.at))]
        for (let rounds = 0; waits.length > 0; rounds++) {
          expect(rounds).toBeLessThan(20)
          const { send, later, never } = sortWaiting(waits, chosen, calendar, now)
          expect(send.length + later.length + never.length).toBe(waits.length)
          if (chosen.pace !== 'never') expect(never).toEqual([])
          sent.push(...send, ...never)
          waits = later.map((one) => one.waiting)
          for (const one of later) expect(one.at).toBeGreaterThan(now)
          now = Math.min(...later.map((one) => one.at))
        }
        expect(new Set(sent)).toEqual(new Set(all))
        expect(sent).toHaveLength(all.length)
      }),
    )
  })

  test('a daily digest goes out on working days at half past eight, unless that is quiet', () => {
    const quiet = { from: 1200, to: 480, restDays: true }
    fc.assert(
      fc.property(instant, (when) => {
        const out = dueOf({ at: when, pressing: 'act' }, { pace: 'daily', quiet }, calendar) ?? 0
        expect([minuteOfDay(out), isWorkingDay(calendar, dayOf(out))]).toEqual([510, true])
        expect(out).toBe(instantAt(dayOf(out), 510))
      }),
    )
  })
})

test('a failed sending is tried again after a minute, five, half an hour, two hours and half a day, then given up', () => {
  expect([1, 2, 3, 4, 5, 6].map((attempts) => nextTry(attempts, 0))).toEqual([
    60_000,
    300_000,
    1_800_000,
    7_200_000,
    43_200_000,
    undefined,
  ])
})
