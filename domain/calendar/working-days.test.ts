import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, dayNumberOf, dayOfNumber, instantAt } from './days.ts'
import { provisionalYear, publishedYears } from './holidays.ts'
import {
  addWorkingDays,
  addWorkMinutes,
  type Calendar,
  calendarOf,
  closeOf,
  countWorkingDays,
  countWorkMinutes,
  isWorkingDay,
  missingYears,
  workingDayFrom,
} from './working-days.ts'

const hours = [
  [540, 720],
  [810, 1050],
] as const

const china = calendarOf({
  days: [...Object.values(publishedYears).flatMap((year) => year.days), ...provisionalYear(2027)],
  years: [...Object.keys(publishedYears).map((year) => [+year, 'official'] as const), [2027, 'provisional']],
  hours,
  version: 1,
})

const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}+08:00`)

describe('working days of 2026', () => {
  test('Spring Festival is off from 15 to 23 February, with 14 and 28 worked', () => {
    expect(isWorkingDay(china, '2026-02-14')).toBe(true)
    expect(isWorkingDay(china, '2026-02-16')).toBe(false)
    expect(isWorkingDay(china, '2026-02-28')).toBe(true)
    expect(addWorkingDays(china, '2026-02-13', 1)).toBe('2026-02-14')
    expect(addWorkingDays(china, '2026-02-13', 2)).toBe('2026-02-24')
    expect(addWorkingDays(china, '2026-02-27', 1)).toBe('2026-02-28')
    expect(countWorkingDays(china, '2026-02-09', '2026-02-28')).toBe(10)
  })

  test('National Day is off from 1 to 7 October, with 20 September and 10 October worked', () => {
    expect(addWorkingDays(china, '2026-09-18', 1)).toBe('2026-09-20')
    expect(addWorkingDays(china, '2026-09-24', 1)).toBe('2026-09-28')
    expect(addWorkingDays(china, '2026-09-30', 3)).toBe('2026-10-10')
    expect(workingDayFrom(china, '2026-10-01')).toBe('2026-10-08')
    expect(workingDayFrom(china, '2026-10-10')).toBe('2026-10-10')
  })

  test('working days are counted backwards, too', () => {
    expect(addWorkingDays(china, '2026-10-08', -1)).toBe('2026-09-30')
    expect(addWorkingDays(china, '2026-10-05', -1)).toBe('2026-09-30')
    expect(countWorkingDays(china, '2026-10-08', '2026-09-30')).toBe(-1)
  })

  test('zero days are the day itself, a part of a day is none', () => {
    expect(addWorkingDays(china, '2026-10-03', 0)).toBe('2026-10-03')
    expect(() => addWorkingDays(china, '2026-10-03', 1.5)).toThrow()
    expect(() => addWorkingDays(china, '2026-10-03', Number.NaN)).toThrow()
  })
})

describe('office minutes', () => {
  test('stand still over lunch', () => {
    expect(addWorkMinutes(china, at('2026-03-02 11:30'), 60)).toBe(at('2026-03-02 14:00'))
    expect(addWorkMinutes(china, at('2026-03-02 11:30'), 30)).toBe(at('2026-03-02 12:00'))
    expect(addWorkMinutes(china, at('2026-03-02 12:40'), 1)).toBe(at('2026-03-02 13:31'))
    expect(countWorkMinutes(china, at('2026-03-02 11:59'), at('2026-03-02 13:31'))).toBe(2)
  })

  test('go on at nine after a night, a weekend and a year end', () => {
    expect(addWorkMinutes(china, at('2026-03-02 17:00'), 60)).toBe(at('2026-03-03 09:30'))
    expect(addWorkMinutes(china, at('2026-03-03 00:00'), 15)).toBe(at('2026-03-03 09:15'))
    expect(addWorkMinutes(china, at('2026-03-06 17:20'), 15)).toBe(at('2026-03-09 09:05'))
    expect(addWorkMinutes(china, at('2025-12-31 17:20'), 15)).toBe(at('2026-01-04 09:05'))
    expect(countWorkMinutes(china, at('2026-03-06 17:30'), at('2026-03-09 09:00'))).toBe(0)
  })

  test('keep seconds', () => {
    expect(addWorkMinutes(china, at('2026-03-02 11:59:30'), 1)).toBe(at('2026-03-02 13:30:30'))
    expect(countWorkMinutes(china, at('2026-03-02 11:59:30'), at('2026-03-02 15:00'))).toBe(90.5)
  })

  test('zero minutes end at once, negative ones are refused', () => {
    expect(addWorkMinutes(china, at('2026-03-01 03:00'), 0)).toBe(at('2026-03-01 03:00'))
    expect(() => addWorkMinutes(china, at('2026-03-01 03:00'), -1)).toThrow()
    expect(() => addWorkMinutes(china, at('2026-03-01 03:00'), Number.NaN)).toThrow()
  })

  test('a day closes with its last office hour, worked or not', () => {
    expect(closeOf(china, '2026-03-02')).toBe(at('2026-03-02 17:30'))
    expect(closeOf(china, '2026-03-01')).toBe(at('2026-03-01 17:30'))
  })
})

describe('the years covered', () => {
  test('a year that is provisional or absent is named', () => {
    expect(missingYears(china, '2026-01-01', '2026-12-31')).toEqual([])
    expect(missingYears(china, '2026-12-30', '2028-01-04')).toEqual([2027, 2028])
    expect(missingYears(china, '2013-05-01', '2015-05-01')).toEqual([2013, 2014])
  })
})

describe('a calendar', () => {
  test('takes the later of two rows for one day', () => {
    const days = [
      { day: '2026-10-09', isWorking: true },
      { day: '2026-10-09', isWorking: false },
    ]
    expect(isWorkingDay(calendarOf({ days, years: [], hours, version: 2 }), '2026-10-09')).toBe(false)
  })

  test.each([
    [[]],
    [[[600, 600]]],
    [[[700, 600]]],
    [
      [
        [540, 720],
        [700, 800],
      ],
    ],
    [[[540, 1441]]],
    [[[-1, 60]]],
    [[[Number.NaN, 60]]],
  ] as [[number, number][]][])('is refused with the hours %j', (broken) => {
    expect(() => calendarOf({ days: [], years: [], hours: broken, version: 1 })).toThrow()
  })

  test('is refused with a day that does not exist', () => {
    const days = [{ day: '2026-02-30', isWorking: false }]
    expect(() => calendarOf({ days, years: [], hours, version: 1 })).toThrow('Not a day')
  })

  test('of thirty years off still ends, after them, and at once', () => {
    const days = Array.from({ length: 11_000 }, (_, n) => ({
      day: addDays('2026-01-01', n),
      isWorking: false,
    }))
    const idle = calendarOf({ days, years: [], hours, version: 1 })
    expect(addWorkingDays(idle, '2026-01-05', 1)).toBe('2056-02-14')
    expect(addWorkMinutes(idle, at('2026-01-05 10:00'), 1)).toBe(at('2056-02-14 09:01'))
  })

  test('without hours, or asked beyond the year 9999, fails instead of searching on', () => {
    const closed: Calendar = { exceptions: new Map(), years: new Map(), hours: [], version: 1 }
    expect(() => addWorkMinutes(closed, 0, 1)).toThrow()
    expect(() => closeOf(closed, '2026-01-05')).toThrow()
    expect(() => addWorkingDays(china, '2026-01-05', 5_000_000)).toThrow()
  })
})

const span = { from: dayNumberOf('2024-11-01'), to: dayNumberOf('2027-03-01') }
const days = fc.integer({ min: span.from, max: span.to }).map(dayOfNumber)
const instants = fc
  .tuple(days, fc.integer({ min: 0, max: 1439 }))
  .map(([day, minute]) => instantAt(day, minute))
const fineInstants = fc
  .tuple(instants, fc.integer({ min: 0, max: 59_999 }))
  .map(([minute, ms]) => minute + ms)
/** Calendars unlike any real one: runs of odd days, one to three office spans, up to the whole day. */
const oddCalendars = fc
  .tuple(
    fc.array(fc.tuple(days, fc.boolean(), fc.integer({ min: 1, max: 12 })), { maxLength: 12 }),
    fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 6 }),
  )
  .map(([runs, edges]) => {
    const sorted = [...edges].sort((a, b) => a - b)
    return calendarOf({
      days: runs.flatMap(([day, isWorking, length]) =>
        Array.from({ length }, (_, n) => ({ day: addDays(day, n), isWorking })),
      ),
      years: [],
      hours: Array.from({ length: Math.floor(sorted.length / 2) }, (_, n) => [
        sorted[2 * n] ?? 0,
        sorted[2 * n + 1] ?? 0,
      ]),
      version: 1,
    })
  })
const calendars = fc.oneof(fc.constant(china), oddCalendars)

describe('for any calendar', () => {
  test('the parts of a span add up to the whole', () => {
    fc.assert(
      fc.property(calendars, instants, instants, instants, (cal, a, b, c) => {
        expect(countWorkMinutes(cal, a, b) + countWorkMinutes(cal, b, c)).toBe(countWorkMinutes(cal, a, c))
      }),
      { numRuns: 1000 },
    )
    fc.assert(
      fc.property(calendars, days, days, days, (cal, a, b, c) => {
        expect(countWorkingDays(cal, a, b) + countWorkingDays(cal, b, c)).toBe(countWorkingDays(cal, a, c))
      }),
      { numRuns: 1000 },
    )
  })

  test('minutes added are minutes counted, to the millisecond, and a millisecond less is too few', () => {
    fc.assert(
      fc.property(calendars, fineInstants, fc.integer({ min: 1, max: 600_000_000 }), (cal, from, ms) => {
        const to = addWorkMinutes(cal, from, ms / 60_000)
        expect(Math.round(countWorkMinutes(cal, from, to) * 60_000)).toBe(ms)
        expect(Math.round(countWorkMinutes(cal, from, to - 1) * 60_000)).toBe(ms - 1)
      }),
      { numRuns: 1000 },
    )
  })

  test('days added are days counted, and the day reached is worked', () => {
    fc.assert(
      fc.property(calendars, days, fc.integer({ min: -400, max: 400 }), (cal, from, n) => {
        const to = addWorkingDays(cal, from, n)
        if (n !== 0) expect(isWorkingDay(cal, to)).toBe(true)
        if (n >= 0) expect(countWorkingDays(cal, from, to)).toBe(n)
        else expect(countWorkingDays(cal, addDays(to, -1), addDays(from, -1))).toBe(-n)
      }),
      { numRuns: 1000 },
    )
  })

  test('walking minute by minute comes to the same', () => {
    fc.assert(
      fc.property(calendars, instants, fc.integer({ min: 1, max: 1500 }), (cal, from, minutes) => {
        const to = addWorkMinutes(cal, from, minutes)
        fc.pre(to - from < 40 * 86_400_000)
        expect(to).toBe(walk(cal, from, minutes))
      }),
      { numRuns: 2000 },
    )
  })

  test('walking day by day comes to the same', () => {
    fc.assert(
      fc.property(calendars, days, fc.integer({ min: 0, max: 500 }), (cal, from, length) => {
        let count = 0
        for (let n = 1; n <= length; n += 1) if (isWorkedSlowly(cal, addDays(from, n))) count += 1
        expect(countWorkingDays(cal, from, addDays(from, length))).toBe(count)
      }),
      { numRuns: 500 },
    )
  })
})

/** The slow model: written from the words of the rule, with the platform's dates and none of the code under test. */
function isWorkedSlowly(cal: Calendar, day: Day): boolean {
  const plain = ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
  return cal.exceptions.has(day) ? cal.exceptions.get(day) === true : plain
}

function walk(cal: Calendar, from: number, minutes: number): number {
  let left = minutes
  let now = from
  let day = ''
  let isWorked = false
  while (left > 0) {
    const minute = (now / 60_000 + 480) % 1440
    if (minute === 0 || day === '') {
      day = new Date(now + 28_800_000).toISOString().slice(0, 10)
      isWorked = isWorkedSlowly(cal, day)
    }
    if (isWorked && cal.hours.some(([start, end]) => minute >= start && minute < end)) left -= 1
    now += 60_000
  }
  return now
}
