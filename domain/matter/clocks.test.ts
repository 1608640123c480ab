import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { levels } from '../org/roles.ts'
import { clocksWithoutLimit, defaultProfile } from '../profile/profile.ts'
import { clockKinds, grownBy, isTry, type LimitFacts, limitFor, outcomeOf, stillTold } from './clocks.ts'
import { channels, kinds, urgencies } from './matter.ts'
import { moves } from './moves.ts'

const facts = fc.record<LimitFacts>({
  level: fc.constantFrom(...levels),
  kind: fc.constantFrom(...kinds),
  urgency: fc.constantFrom(...urgencies),
  channel: fc.constantFrom(...channels),
})

const plain: LimitFacts = { level: 'community', kind: 'request', urgency: 'normal', channel: 'qr' }

describe('the limit of a clock', () => {
  test('exists for every clock and every matter under the default profile', () => {
    fc.assert(
      fc.property(fc.constantFrom(...clockKinds), facts, (clock, given) => {
        expect(limitFor(defaultProfile.limits, clock, given).amount).toBeGreaterThan(0)
      }),
    )
  })

  test('is the first line whose conditions all hold', () => {
    const { limits } = defaultProfile
    expect(limitFor(limits, 'accept', plain)).toEqual({ amount: 1, unit: 'workDays' })
    expect(limitFor(limits, 'accept', { ...plain, channel: 'desk' })).toEqual({
      amount: 60,
      unit: 'workMinutes',
    })
    expect(limitFor(limits, 'handle', { ...plain, kind: 'dispute' })).toEqual({ amount: 30, unit: 'days' })
    expect(limitFor(limits, 'handle', { ...plain, kind: 'dispute', urgency: 'urgent' })).toEqual({
      amount: 30,
      unit: 'days',
    })
    expect(limitFor(limits, 'handle', { ...plain, kind: 'dispute', urgency: 'critical' })).toEqual({
      amount: 120,
      unit: 'minutes',
    })
    expect(limitFor(limits, 'handle', { ...plain, level: 'district' })).toEqual({
      amount: 15,
      unit: 'workDays',
    })
  })

  test('missing from a profile is a fault of ours, and is found before the profile is used', () => {
    const limits = defaultProfile.limits.filter(({ clock, urgency }) => clock !== 'sign' || urgency)
    expect(() => limitFor(limits, 'sign', plain)).toThrow('sign')
    expect(clocksWithoutLimit({ ...defaultProfile, limits })).toEqual(['sign'])
    expect(clocksWithoutLimit(defaultProfile)).toEqual([])
  })

  test('has no line that an earlier one makes useless', () => {
    const { limits } = defaultProfile
    const covers = (a: (typeof limits)[number], b: (typeof limits)[number]) =>
      (['clock', 'level', 'kind', 'urgency', 'channel'] as const).every(
        (key) => a[key] === undefined || a[key] === b[key],
      )
    expect(limits.filter((rule, i) => limits.slice(0, i).some((earlier) => covers(earlier, rule)))).toEqual(
      [],
    )
  })

  test('names its source in the shipped profile', () => {
    expect(defaultProfile.limits.filter(({ source }) => !source)).toEqual([])
  })
})

describe('a clock whose limit changes', () => {
  const marks = [70, 100, 150]

  test('tells anew what lies ahead again, and not again what has passed', () => {
    expect(stillTold(2, marks, 60)).toBe(0)
    expect(stillTold(2, marks, 80)).toBe(1)
    expect(stillTold(1, marks, 80)).toBe(1)
    expect(stillTold(2, marks, 120)).toBe(2)
  })

  test('owes what has passed already and was not told', () => {
    expect(stillTold(0, marks, 120)).toBe(0)
    expect(stillTold(1, marks, 200)).toBe(1)
  })

  test('has passed no mark while it stands still', () => {
    expect(stillTold(2, [null, null, null], 200)).toBe(0)
  })
})

test('a try to contact that reached nobody stops no clock, and every other move does', () => {
  expect(isTry('contact', { how: 'unreached' })).toBe(true)
  expect(isTry('contact', { how: 'phone' })).toBe(false)
  expect(isTry('submit', {})).toBe(false)
})

describe('how a clock ends', () => {
  test.each([
    ['sign', 'sign', 'met'],
    ['sign', 'return', 'met'],
    ['contact', 'return', 'dropped'],
    ['handle', 'submit', 'met'],
    ['handle', 'return', 'dropped'],
    ['handle', 'withdraw', 'dropped'],
    ['verify', 'redo', 'met'],
    ['revisit', 'close', 'met'],
    ['revisit', 'redo', 'met'],
    ['reopen', 'keepClosed', 'met'],
  ] as const)('%s ended in time by %s is %s', (clock, verb, outcome) => {
    expect(outcomeOf(clock, verb, 1000, 1000)).toBe(outcome)
  })

  test('past its due time it is late whatever ended it, and at the due time it is not', () => {
    expect(outcomeOf('handle', 'withdraw', 1000, 1001)).toBe('late')
    expect(outcomeOf('handle', 'submit', 1000, 1001)).toBe('late')
    expect(outcomeOf('handle', 'submit', 1000, 1000)).toBe('met')
  })

  test('a clock that stands still cannot be late', () => {
    expect(outcomeOf('handle', 'submit', null, Number.MAX_SAFE_INTEGER)).toBe('met')
  })

  test('every clock can be met by a verb that stops it', () => {
    const stopping = (clock: string) =>
      Object.entries(moves).filter(([, m]) => 'stops' in m && (m.stops as readonly string[]).includes(clock))
    const unmet = clockKinds.filter(
      (clock) => !stopping(clock).some(([verb]) => outcomeOf(clock, verb, null, 0) === 'met'),
    )
    expect(unmet).toEqual([])
  })
})

test('an extension is asked for in hours where a limit counts minutes, else in its own days', () => {
  expect(grownBy('minutes', 5)).toBe(300)
  expect(grownBy('workMinutes', 2)).toBe(120)
  expect(grownBy('days', 5)).toBe(5)
  expect(grownBy('workDays', 5)).toBe(5)
})
