import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterFailure, forgetMs, minutesLeft, type SourceKind, type Tried } from './waits.ts'

const minute = 60_000
const kind = fc.constantFrom<SourceKind>('device', 'address', 'everywhere')

function after(times: number, of: SourceKind): Tried {
  let tried: Tried | undefined
  for (let i = 0; i < times; i++) tried = afterFailure(of, tried, 0)
  return tried as Tried
}

test('waits double from five minutes up to an hour', () => {
  const waits = [5, 10, 15, 20, 25, 30].map((times) => (after(times, 'address').until ?? 0) / minute)
  expect(waits).toEqual([5, 10, 20, 40, 60, 60])
})

test('between two waits a try costs nothing, and many addresses together have fifty', () => {
  expect([1, 4, 6, 9].map((times) => after(times, 'device').until)).toEqual([null, null, null, null])
  expect([49, 50, 51].map((times) => after(times, 'everywhere').until)).toEqual([null, 5 * minute, null])
})

test('whatever is tried, nobody waits longer than an hour', () => {
  fc.assert(
    fc.property(
      kind,
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.integer({ min: 0, max: 1e9 }),
      (of, failed, now) => {
        const { until } = afterFailure(of, { failed, lastAt: now, until: null }, now)
        expect(until === null || until - now <= 60 * minute).toBe(true)
      },
    ),
  )
})

test('a day without one begins the count anew', () => {
  const known: Tried = { failed: 4, lastAt: 0, until: null }
  expect(afterFailure('device', known, forgetMs).failed).toBe(1)
  expect(afterFailure('device', known, forgetMs - 1).failed).toBe(5)
})

test('what is left to wait is told in whole minutes of the longest wait', () => {
  const until = (at: number): Tried => ({ failed: 5, lastAt: 0, until: at })
  expect(minutesLeft([undefined, until(minute)], 1)).toBe(1)
  expect(minutesLeft([until(minute), until(5 * minute)], 1)).toBe(5)
  expect(minutesLeft([until(minute), undefined], minute)).toBeUndefined()
  expect(minutesLeft([until(60 * minute)], 0)).toBe(60)
  expect(minutesLeft([until(60 * minute + 1), until(minute)], 0), 'written by a clock that was ahead').toBe(1)
})
