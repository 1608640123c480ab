import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, minuteOfDay } from '../calendar/days.ts'
import { publishedYears } from '../calendar/holidays.ts'
import { calendarOf, isWorkingDay } from '../calendar/working-days.ts'
import { type ClockFacts, dueAt, overAt, warnAt } from './due.ts'

const china = calendarOf({
  days: publishedYears[2026]?.days ?? [],
  years: [[2026, 'official']],
  hours: [
    [540, 720],
    [810, 1050],
  ],
  version: 1,
})

const base = Date.parse('2026-01-20T00:00:00+08:00')
const minute = 60_000
const instants = fc.integer({ min: 0, max: 60 * 1440 }).map((n) => base + n * minute)
const pauses = fc.array(
  fc
    .tuple(instants, fc.integer({ min: 1, max: 6 * 1440 * minute }))
    .map(([fromAt, length]) => ({ fromAt, toAt: fromAt + length })),
  { maxLength: 4 },
)
const clocks = fc.record({
  startedAt: instants,
  limit: fc.oneof(
    fc.record({ amount: fc.integer({ min: 1, max: 20_000 }), unit: fc.constant('minutes' as const) }),
    fc.record({ amount: fc.integer({ min: 1, max: 6_000 }), unit: fc.constant('workMinutes' as const) }),
    fc.record({
      amount: fc.integer({ min: 1, max: 20 }),
      unit: fc.constantFrom('days' as const, 'workDays' as const),
    }),
  ),
  pauses,
  extensions: fc.array(fc.record({ amount: fc.integer({ min: 1, max: 10 }) }), { maxLength: 2 }),
})
const alarms = (facts: ClockFacts) => [warnAt(facts, china), dueAt(facts, china), overAt(facts, china)]

describe('for any clock', () => {
  test('a pause cut in two changes no alarm', () => {
    fc.assert(
      fc.property(
        clocks,
        instants,
        fc.integer({ min: 1, max: 9e8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (facts, fromAt, length, share) => {
          const cut = fromAt + Math.floor(length * share)
          const toAt = fromAt + length
          const whole = { ...facts, pauses: [...facts.pauses, { fromAt, toAt }] }
          const halves = { ...facts, pauses: [{ fromAt: cut, toAt }, ...facts.pauses, { fromAt, toAt: cut }] }
          expect(alarms(halves)).toEqual(alarms(whole))
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('the alarms come in order and never before the start', () => {
    fc.assert(
      fc.property(clocks, (facts) => {
        const [warn, end, far] = alarms(facts).map(Number)
        expect(facts.startedAt).toBeLessThanOrEqual(Number(warn))
        expect(warn).toBeLessThanOrEqual(Number(end))
        expect(end).toBeLessThanOrEqual(Number(far))
      }),
      { numRuns: 3000 },
    )
  })

  test('a longer limit is never due earlier, and an extension is as good as a longer limit', () => {
    fc.assert(
      fc.property(clocks, fc.integer({ min: 1, max: 30 }), (facts, more) => {
        const longer = { ...facts, limit: { ...facts.limit, amount: facts.limit.amount + more } }
        const extended = { ...facts, extensions: [...facts.extensions, { amount: more }] }
        expect(Number(dueAt(longer, china))).toBeGreaterThanOrEqual(Number(dueAt(facts, china)))
        expect(alarms(extended)).toEqual(alarms(longer))
      }),
      { numRuns: 2000 },
    )
  })

  test('a pause never makes it due earlier, nor lets it run out while it stands still', () => {
    fc.assert(
      fc.property(clocks, (facts) => {
        const end = Number(dueAt(facts, china))
        expect(end).toBeGreaterThanOrEqual(Number(dueAt({ ...facts, pauses: [] }, china)))
        const inside = facts.pauses.filter(
          ({ fromAt, toAt }) => fromAt < end && end < toAt && toAt > facts.startedAt,
        )
        expect(inside).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('limits by days end at the close of a working day', () => {
    fc.assert(
      fc.property(clocks, (facts) => {
        fc.pre(facts.limit.unit === 'days' || facts.limit.unit === 'workDays')
        const end = Number(dueAt(facts, china))
        expect(isWorkingDay(china, dayOf(end))).toBe(true)
        expect(minuteOfDay(end)).toBe(1050)
      }),
    )
  })

  test('minutes run exactly their amount outside the pauses, counted one by one', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 3000 }), pauses, (startedAt, amount, random) => {
        const rests = random.map(({ fromAt, toAt }) => ({
          fromAt,
          toAt: toAt + minute - ((toAt - base) % minute),
        }))
        let left = amount
        let now = startedAt
        while (left > 0) {
          if (!rests.some((rest) => rest.fromAt <= now && now < rest.toAt)) left -= 1
          now += minute
        }
        const facts = {
          startedAt,
          limit: { amount, unit: 'minutes' as const },
          pauses: rests,
          extensions: [],
        }
        expect(dueAt(facts, china)).toBe(now)
      }),
      { numRuns: 1000 },
    )
  })
})
