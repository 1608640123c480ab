import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyState, type Pace, paced, requestsPerMinute, whyNotKey, whyNotSpan } from './partner.ts'

describe('a key', () => {
  const span = { isRevoked: false, validFrom: '2026-11-01', validTo: '2026-11-30' }

  test('counts from the first day of its partner to the last, both included', () => {
    const states = ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map((today) =>
      keyState(span, today),
    )
    expect(states).toEqual(['notYet', 'good', 'good', 'expired'])
    expect(keyState({ ...span, validTo: null }, '2099-01-01')).toBe('good')
  })

  test('once revoked is revoked whatever the day', () => {
    for (const today of ['2026-10-31', '2026-11-15', '2026-12-01'])
      expect(keyState({ ...span, isRevoked: true }, today)).toBe('revoked')
  })

  test('is the second at most', () => {
    expect([0, 1].map(whyNotKey)).toEqual([undefined, undefined])
    expect(whyNotKey(2)).toEqual({ refused: 'tooManyKeys', facts: { max: 2 } })
  })
})

test('a partner may stay for one day, and not end before it begins', () => {
  expect(whyNotSpan({ validFrom: '2026-11-01', validTo: '2026-11-01' })).toBeUndefined()
  expect(whyNotSpan({ validFrom: '2026-11-01', validTo: null })).toBeUndefined()
  expect(whyNotSpan({ validFrom: '2026-11-01', validTo: '2026-10-31' })).toMatchObject({
    ...{ refused: 'badSpan', field: 'validTo', facts: { day: '2026-11-01' } },
  })
})

describe('the pace of a key', () => {
  test('never lets more through in a minute that it counts, and never makes anybody wait longer than one', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 3000 })
    fc.assert(
      fc.property(gaps, (waits) => {
        let pace: Pace | undefined
        let now = 1_000_000
        const through = new Map<number, number>()
        for (const wait of waits) {
          now += wait
          const next = paced(pace, now)
          pace = next.pace
          if (next.waitSeconds === 0) through.set(pace.since, (through.get(pace.since) ?? 0) + 1)
          expect(next.waitSeconds).toBeLessThanOrEqual(60)
        }
        expect(Math.max(...through.values())).toBeLessThanOrEqual(requestsPerMinute)
      }),
      { numRuns: 30 },
    )
  })

  test('is told the seconds until its minute is over, and goes on then', () => {
    const full = { since: 0, count: requestsPerMinute }
    expect(paced(full, 59_001).waitSeconds).toBe(1)
    expect(paced(full, 15_000).waitSeconds).toBe(45)
    expect(paced(full, 60_000)).toEqual({ pace: { since: 60_000, count: 1 }, waitSeconds: 0 })
  })

  test('does not stand still when the clock was set back', () => {
    expect(paced({ since: 90_000, count: requestsPerMinute }, 10_000).waitSeconds).toBe(0)
  })
})
