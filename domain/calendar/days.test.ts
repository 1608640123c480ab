import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  dayNumberOf,
  dayOf,
  dayOfNumber,
  daysBetween,
  instantAt,
  isCalendarDay,
  minuteOfDay,
  startOfDay,
  weekday,
  yearOf,
} from './days.ts'

const numbers = fc.integer({ min: dayNumberOf('0001-01-01'), max: dayNumberOf('9999-12-31') })

describe('days', () => {
  test('a day begins at 16:00 UTC of the day before', () => {
    expect(startOfDay('2026-01-01')).toBe(Date.UTC(2025, 11, 31, 16))
    expect(dayOf(Date.UTC(2025, 11, 31, 15, 59, 59, 999))).toBe('2025-12-31')
    expect(dayOf(Date.UTC(2025, 11, 31, 16))).toBe('2026-01-01')
  })

  test('the minute of the day counts from China midnight, also before 1970', () => {
    expect(minuteOfDay(Date.UTC(2026, 4, 1, 1, 30))).toBe(9 * 60 + 30)
    expect(minuteOfDay(Date.UTC(1949, 9, 1, 7))).toBe(15 * 60)
    expect(minuteOfDay(Date.UTC(2026, 4, 1, 15, 59, 59, 999))).toBe(1439)
  })

  test('the calendar agrees with the ECMAScript one on any day', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const date = new Date(number * 86_400_000)
        const day = date.toISOString().slice(0, 10)
        expect(dayOfNumber(number)).toBe(day)
        expect(dayNumberOf(day)).toBe(number)
        expect(weekday(day)).toBe(date.getUTCDay() || 7)
        expect(yearOf(day)).toBe(date.getUTCFullYear())
      }),
      { numRuns: 2000 },
    )
  })

  test('an instant is put together again from its day and minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50_000_000, max: 50_000_000 }), (minutes) => {
        const instant = minutes * 60_000
        expect(instantAt(dayOf(instant), minuteOfDay(instant))).toBe(instant)
      }),
    )
  })

  test('days are added and counted over leap days and year ends', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2025-02-28', 1)).toBe('2025-03-01')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(daysBetween('2023-12-31', '2025-01-01')).toBe(367)
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1)
  })

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '0000-12-31',
    '26-1-1',
    '2026-01-01T00:00',
  ])('%s is not a day', (text) => {
    expect(() => dayNumberOf(text)).toThrow('Not a day')
  })

  test('no day lies outside the years 0001 to 9999', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow()
    expect(() => addDays('0001-01-01', -1)).toThrow()
    expect(() => addDays('2026-01-01', 0.5)).toThrow()
    expect(() => dayOf(Number.NaN)).toThrow()
  })
})

test('a day of the calendar has a day after it', () => {
  for (const day of ['2026-02-28', '2024-02-29', '0001-01-01', '9999-12-30'])
    expect(isCalendarDay(day)).toBe(true)
  for (const text of ['2026-02-30', '2026-2-3', '9999-12-31', '0000-01-01', 'today'])
    expect(isCalendarDay(text)).toBe(false)
})
