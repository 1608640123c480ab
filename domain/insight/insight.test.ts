import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayOfNumber, daysBetween } from '../calendar/days.ts'
import { closureKinds, satisfactions } from '../matter/matter.ts'
import { levels } from '../org/roles.ts'
import { answerOf, answers, facts, factTable, type Standing } from './facts.ts'
import { indicators } from './indicators.ts'
import { periods, spanOf } from './periods.ts'
import { leastForRate, rateOf } from './rates.ts'

const clock = fc.constantFrom('met' as const, 'late' as const, null)
const standings: fc.Arbitrary<Standing> = fc
  .record({
    contact: clock,
    handle: clock,
    due: fc.constantFrom('late' as const, 'nearing' as const, null),
    closureKind: fc.constantFrom(...closureKinds, null),
    solved: fc.constantFrom(true, false, null),
    satisfied: fc.constantFrom(...satisfactions, null),
    revisitTries: fc.nat(3),
    hasContact: fc.boolean(),
    passedUp: fc.boolean(),
    centreLevel: fc.constantFrom(...levels, null),
    byGrid: fc.boolean(),
  })
  .map((m) => ({ ...m, answer: answerOf(m) }))
const holding = (s: Standing) => facts.filter((fact) => factTable[fact].holds(s))

test('whatever a numerator counts, its denominator counts too, in the same period', () => {
  for (const row of indicators) {
    if (!('denominator' in row)) continue
    const [above, below] = [factTable[row.numerator], factTable[row.denominator]]
    expect(above.basis).toBe(below.basis)
    fc.assert(fc.property(standings, (s) => !above.holds(s) || below.holds(s)))
  }
})

test('what was closed after work is answered, not reached, not asked or without contact: exactly one of them', () => {
  fc.assert(
    fc.property(standings, (s) => {
      const held = holding(s).filter((fact) => (answers as readonly string[]).includes(fact))
      const isAskable = s.closureKind !== null && !['withdrawn', 'notAccepted'].includes(s.closureKind)
      expect(held).toHaveLength(isAskable ? 1 : 0)
    }),
  )
})

test('a matter is open or closed, and only an open one is overdue or nearly due, never both', () => {
  fc.assert(
    fc.property(standings, (s) => {
      const held = new Set(holding(s))
      expect(held.has('open')).toBe(!held.has('closed'))
      if (held.has('late') || held.has('nearing')) expect(held.has('open')).toBe(true)
      expect(held.has('late') && held.has('nearing')).toBe(false)
    }),
  )
})

test('what is overdue counts against the rate: a late clock is in the denominator and not in the numerator', () => {
  const late: Standing = {
    ...{ contact: 'late', handle: 'late', due: 'late', closureKind: null },
    ...{ answer: null, solved: null, satisfied: null, passedUp: false, centreLevel: null, byGrid: false },
  }
  expect(holding(late)).toEqual([
    ...['received', 'contactCounted', 'handleCounted', 'open', 'late', 'stayed'],
  ])
})

test('a share is shown from five on; 100 % means all, 0 % means none, and nothing counted is no share', () => {
  expect(rateOf(0, 0)).toEqual({ kind: 'none' })
  expect(rateOf(4, 4)).toEqual({ kind: 'few' })
  expect(rateOf(5, 5)).toEqual({ kind: 'percent', percent: 100 })
  expect(rateOf(999, 1000)).toEqual({ kind: 'percent', percent: 99 })
  expect(rateOf(1, 1000)).toEqual({ kind: 'percent', percent: 1 })
  expect(() => rateOf(2, 1)).toThrow('no share')
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(10_000), (a, b) => {
      const [part, whole] = [Math.min(a, b), Math.max(a, b)]
      const rate = rateOf(part, whole)
      if (whole < leastForRate) return rate.kind !== 'percent'
      if (rate.kind !== 'percent') return false
      const isTrue = (rate.percent === 100) === (part === whole) && (rate.percent === 0) === (part === 0)
      return isTrue && Math.abs(rate.percent - (part / whole) * 100) < 1
    }),
  )
})

test('the periods end today or before this month, and begin on a first day or thirty days ago', () => {
  expect(spanOf('thisMonth', '2026-11-23')).toEqual({ from: '2026-11-01', to: '2026-11-23' })
  expect(spanOf('lastMonth', '2026-03-31')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  expect(spanOf('lastMonth', '2026-01-01')).toEqual({ from: '2025-12-01', to: '2025-12-31' })
  expect(spanOf('thisYear', '2026-01-01')).toEqual({ from: '2026-01-01', to: '2026-01-01' })
  fc.assert(
    fc.property(fc.integer({ min: 15_000, max: 25_000 }), fc.constantFrom(...periods), (number, period) => {
      const today = dayOfNumber(number)
      const { from, to } = spanOf(period, today)
      expect(from <= to && to <= today).toBe(true)
      if (period === 'last30') expect(daysBetween(from, to)).toBe(29)
      else expect(from.endsWith('-01')).toBe(true)
      if (period === 'lastMonth') expect(addDays(to, 1)).toBe(`${today.slice(0, 7)}-01`)
    }),
  )
})

test('every rule is told in both languages, ends as a sentence', () => {
  expect(new Set(indicators.map((one) => one.key)).size).toBe(indicators.length)
  for (const { rule, source } of indicators) {
    expect(rule.zh).toMatch(/。$/)
    expect(rule.en).toMatch(/\.$/)
    expect(source).not.toBe('')
  }
})
