import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forecastFrom, forecastOf } from './forecast.ts'

const today = [6, 8, 9, 10, 12, 15, 20, 40]

test('the middle half of today’s service times, people ahead and windows give a span in steps of five minutes', () => {
  expect(forecastOf(today, 3, 2)).toEqual({ from: 10, to: 40 })
  expect(forecastOf(today, 0, 2)).toEqual({ from: 0, to: 10 })
})

test('under five cases nothing is promised', () => {
  expect(forecastOf(today.slice(0, forecastFrom - 1), 3, 2)).toBeUndefined()
})

test('more people ahead never shorten the wait, more windows never lengthen it, and the span goes forward', () => {
  const times = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: forecastFrom, maxLength: 40 })
  const count = fc.integer({ min: 0, max: 60 })
  fc.assert(
    fc.property(times, count, count, (minutes, ahead, windows) => {
      const now = forecastOf(minutes, ahead, windows)
      const behind = forecastOf(minutes, ahead + 1, windows)
      const helped = forecastOf(minutes, ahead, windows + 1)
      if (!now || !behind || !helped) throw new Error('there were five cases')
      expect(now.to).toBeGreaterThan(now.from)
      expect([behind.from >= now.from, behind.to >= now.to]).toEqual([true, true])
      expect([helped.from <= now.from, helped.to <= now.to]).toEqual([true, true])
      expect([now.from % 5, now.to % 5]).toEqual([0, 0])
    }),
  )
})
