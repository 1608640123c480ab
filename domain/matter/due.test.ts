import { describe, expect, test } from 'vitest'
import { publishedYears } from '../calendar/holidays.ts'
import { calendarOf } from '../calendar/working-days.ts'
import { type ClockFacts, dueAt, type Limit, overAt, type Pause, remaining, warnAt } from './due.ts'

const china = calendarOf({
  days: Object.values(publishedYears).flatMap((year) => year.days),
  years: Object.keys(publishedYears).map((year) => [+year, 'official']),
  hours: [
    [540, 720],
    [810, 1050],
  ],
  version: 1,
})

const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}+08:00`)
const pause = (from: string, to?: string): Pause => ({ fromAt: at(from), toAt: to ? at(to) : null })

function clock(start: string, amount: number, unit: Limit['unit'], ...pauses: Pause[]): ClockFacts {
  return { startedAt: at(start), limit: { amount, unit }, pauses, extensions: [] }
}

function show(instant: number | null): string | null {
  return instant === null ? null : new Date(instant + 28_800_000).toISOString().slice(0, 16).replace('T', ' ')
}

const due = (facts: ClockFacts) => show(dueAt(facts, china))
const warned = (facts: ClockFacts) => show(warnAt(facts, china))
const over = (facts: ClockFacts) => show(overAt(facts, china))

describe('a limit without pauses', () => {
  test.each([
    [
      'an hour runs at once, over midnight and year end',
      '2025-12-31 23:30',
      60,
      'minutes',
      '2026-01-01 00:30',
    ],
    ['office minutes stand still over lunch', '2026-03-02 11:30', 60, 'workMinutes', '2026-03-02 14:00'],
    [
      'office minutes begun on Friday evening go on Monday',
      '2026-03-06 20:00',
      30,
      'workMinutes',
      '2026-03-09 09:30',
    ],
    [
      'office minutes begun before a holiday skip it',
      '2026-09-30 17:00',
      60,
      'workMinutes',
      '2026-10-08 09:30',
    ],
    ['the day of the start is not counted', '2026-03-02 09:00', 1, 'workDays', '2026-03-03 17:30'],
    ['a start at night is still of its calendar day', '2026-03-02 23:59', 1, 'workDays', '2026-03-03 17:30'],
    ['a start at midnight is of the new day', '2026-03-03 00:00', 1, 'workDays', '2026-03-04 17:30'],
    ['a start on Friday evening ends on Monday', '2026-03-06 19:00', 1, 'workDays', '2026-03-09 17:30'],
    ['a start on Saturday ends on Monday, too', '2026-03-07 10:00', 1, 'workDays', '2026-03-09 17:30'],
    [
      'a made-up Saturday before Spring Festival counts',
      '2026-02-13 10:00',
      2,
      'workDays',
      '2026-02-24 17:30',
    ],
    ['a made-up Saturday after it counts', '2026-02-24 10:00', 4, 'workDays', '2026-02-28 17:30'],
    ['a made-up Sunday in September counts', '2026-09-18 10:00', 1, 'workDays', '2026-09-20 17:30'],
    ['National Day is skipped and 10 October counts', '2026-09-30 10:00', 3, 'workDays', '2026-10-10 17:30'],
    ['working days run over the year end', '2025-12-31 10:00', 1, 'workDays', '2026-01-04 17:30'],
    ['days run over weekends', '2026-03-02 10:00', 9, 'days', '2026-03-11 17:30'],
    ['a last day on a weekend moves to Monday', '2026-03-02 10:00', 5, 'days', '2026-03-09 17:30'],
    ['a last day in a holiday moves behind it', '2026-09-28 10:00', 5, 'days', '2026-10-08 17:30'],
    ['a last day on a made-up Saturday stays', '2026-02-12 10:00', 2, 'days', '2026-02-14 17:30'],
  ] as const)('%s', (_, start, amount, unit, end) => {
    expect(due(clock(start, amount, unit))).toBe(end)
  })

  test('extensions lengthen it in its own unit', () => {
    const facts = { ...clock('2026-03-02 10:00', 5, 'workDays'), extensions: [{ amount: 2 }, { amount: 1 }] }
    expect(due(facts)).toBe('2026-03-12 17:30')
  })

  test.each([0, -1, 1.5, Number.NaN])('%d is no amount', (amount) => {
    expect(() => dueAt(clock('2026-03-02 10:00', amount, 'days'), china)).toThrow('Not a limit')
    const extended = { ...clock('2026-03-02 10:00', 1, 'days'), extensions: [{ amount }] }
    expect(() => dueAt(extended, china)).toThrow('Not a limit')
  })
})

describe('a pause', () => {
  test('gives back elapsed minutes', () => {
    const facts = clock('2026-03-02 10:00', 120, 'minutes', pause('2026-03-02 11:00', '2026-03-03 08:30'))
    expect(due(facts)).toBe('2026-03-03 09:30')
  })

  test('gives back office minutes only', () => {
    const facts = clock('2026-03-02 11:00', 120, 'workMinutes', pause('2026-03-02 11:30', '2026-03-02 14:00'))
    expect(due(facts)).toBe('2026-03-02 15:30')
  })

  test('gives back the working days after the one on which it began', () => {
    expect(due(clock('2026-03-02 10:00', 5, 'workDays', pause('2026-03-04 15:00', '2026-03-09 09:00')))).toBe(
      '2026-03-12 17:30',
    )
    expect(due(clock('2026-03-02 10:00', 5, 'workDays', pause('2026-03-04 09:00', '2026-03-04 17:00')))).toBe(
      '2026-03-09 17:30',
    )
  })

  test('gives back calendar days, and only then is a last day off moved', () => {
    expect(due(clock('2026-03-02 10:00', 5, 'days', pause('2026-03-03 10:00', '2026-03-05 10:00')))).toBe(
      '2026-03-09 17:30',
    )
    expect(due(clock('2026-03-02 10:00', 4, 'days', pause('2026-03-03 10:00', '2026-03-05 10:00')))).toBe(
      '2026-03-09 17:30',
    )
  })

  test('that still lasts leaves no due time', () => {
    const facts = clock('2026-03-02 10:00', 5, 'workDays', pause('2026-03-05 15:00'))
    expect([due(facts), over(facts)]).toEqual([null, null])
  })

  test('that still lasts does not take back a warning already due', () => {
    expect(warned(clock('2026-03-02 10:00', 100, 'minutes', pause('2026-03-02 11:30')))).toBe(
      '2026-03-02 11:10',
    )
    expect(warned(clock('2026-03-02 10:00', 100, 'minutes', pause('2026-03-02 11:00')))).toBeNull()
  })

  test('begun after the due time does not bring it back, but holds off the second alarm', () => {
    const late = clock('2026-03-02 10:00', 100, 'minutes', pause('2026-03-02 11:40'))
    expect([due(late), over(late)]).toEqual(['2026-03-02 11:40', null])
    const resumed = clock('2026-03-02 10:00', 100, 'minutes', pause('2026-03-02 11:50', '2026-03-02 12:50'))
    expect([due(resumed), over(resumed)]).toEqual(['2026-03-02 11:40', '2026-03-02 13:30'])
  })

  test('before the start, or of no length, does not count', () => {
    const early = pause('2026-02-20 10:00', '2026-03-02 10:00')
    const empty = pause('2026-03-03 10:00', '2026-03-03 10:00')
    expect(due(clock('2026-03-02 10:00', 120, 'minutes', early, empty))).toBe('2026-03-02 12:00')
  })

  test('overlapping another counts once, in whatever order they stand', () => {
    const one = pause('2026-03-02 11:00', '2026-03-02 12:00')
    const two = pause('2026-03-02 11:30', '2026-03-02 12:30')
    expect(due(clock('2026-03-02 10:00', 120, 'minutes', one, two))).toBe('2026-03-02 13:30')
    expect(due(clock('2026-03-02 10:00', 120, 'minutes', two, one))).toBe('2026-03-02 13:30')
  })

  test('never lets a limit by days run out inside it', () => {
    const weekend = pause('2026-03-06 10:00', '2026-03-08 12:00')
    expect(due(clock('2026-03-05 10:00', 1, 'workDays', weekend))).toBe('2026-03-09 17:30')
    const evening = pause('2026-03-03 17:00', '2026-03-03 18:00')
    expect(due(clock('2026-03-02 10:00', 1, 'days', evening))).toBe('2026-03-04 17:30')
  })
})

describe('the alarms', () => {
  test('are at 70 % and 150 % of minutes', () => {
    const facts = clock('2026-03-02 10:00', 100, 'minutes')
    expect([warned(facts), over(facts)]).toEqual(['2026-03-02 11:10', '2026-03-02 12:30'])
  })

  test('are measured in office minutes for office minutes', () => {
    const facts = clock('2026-03-02 11:00', 100, 'workMinutes')
    expect([warned(facts), due(facts), over(facts)]).toEqual([
      '2026-03-02 13:40',
      '2026-03-02 14:10',
      '2026-03-02 15:00',
    ])
  })

  test('are measured in office minutes for working days', () => {
    const facts = clock('2026-03-06 17:30', 2, 'workDays')
    expect([warned(facts), due(facts), over(facts)]).toEqual([
      '2026-03-10 11:48',
      '2026-03-10 17:30',
      '2026-03-11 17:30',
    ])
  })

  test('are measured in plain minutes for days', () => {
    const facts = clock('2026-03-01 17:30', 10, 'days')
    expect([warned(facts), due(facts), over(facts)]).toEqual([
      '2026-03-08 17:30',
      '2026-03-11 17:30',
      '2026-03-16 17:30',
    ])
  })

  test('are put off by a pause begun before them only', () => {
    const before = clock('2026-03-02 17:30', 5, 'workDays', pause('2026-03-03 10:00', '2026-03-05 10:00'))
    expect([warned(before), due(before)]).toEqual(['2026-03-10 14:00', '2026-03-11 17:30'])
    const after = clock('2026-03-02 17:30', 5, 'workDays', pause('2026-03-09 10:00', '2026-03-11 10:00'))
    expect([warned(after), due(after)]).toEqual(['2026-03-06 14:00', '2026-03-11 17:30'])
  })

  test('take another share, but no warning after the limit and none far over before it', () => {
    const facts = clock('2026-03-02 10:00', 100, 'minutes')
    expect(show(warnAt(facts, china, 0.5))).toBe('2026-03-02 10:50')
    expect(show(overAt(facts, china, 2))).toBe('2026-03-02 13:20')
    expect(() => warnAt(facts, china, 1.1)).toThrow()
    expect(() => overAt(facts, china, 0.9)).toThrow()
  })
})

describe('what remains', () => {
  const left = (facts: ClockFacts, now: string) => remaining(facts, china, at(now))
  const three = clock('2026-03-02 10:00', 3, 'workDays')

  test('is told in working days, then in minutes on the last day', () => {
    expect(left(three, '2026-03-02 10:00')).toEqual({ late: false, unit: 'workDays', amount: 3 })
    expect(left(three, '2026-03-04 23:00')).toEqual({ late: false, unit: 'workDays', amount: 1 })
    expect(left(three, '2026-03-05 16:00')).toEqual({ late: false, unit: 'minutes', amount: 90 })
  })

  test('is not late at the due time, and late right after it', () => {
    expect(left(three, '2026-03-05 17:30')).toEqual({ late: false, unit: 'minutes', amount: 0 })
    expect(left(three, '2026-03-05 17:30:01')).toEqual({ late: true, unit: 'minutes', amount: 1 })
    expect(left(three, '2026-03-09 10:00')).toEqual({ late: true, unit: 'workDays', amount: 2 })
  })

  test('is told in days, minutes and office minutes for the other limits', () => {
    expect(left(clock('2026-03-02 10:00', 5, 'days'), '2026-03-04 10:00')).toEqual({
      late: false,
      unit: 'days',
      amount: 5,
    })
    expect(left(clock('2026-03-02 10:00', 5, 'minutes'), '2026-03-02 10:03:30')).toEqual({
      late: false,
      unit: 'minutes',
      amount: 2,
    })
    const office = clock('2026-03-06 17:00', 60, 'workMinutes')
    expect(left(office, '2026-03-07 12:00')).toEqual({ late: false, unit: 'minutes', amount: 30 })
    expect(left(office, '2026-03-09 10:00')).toEqual({ late: true, unit: 'minutes', amount: 30 })
  })

  test('stands still while paused, and is the same on resuming', () => {
    const paused = clock('2026-03-02 10:00', 3, 'workDays', pause('2026-03-03 11:00'))
    const resumed = clock('2026-03-02 10:00', 3, 'workDays', pause('2026-03-03 11:00', '2026-03-20 09:00'))
    const two = { late: false, unit: 'workDays', amount: 2 }
    expect(left(paused, '2026-03-18 10:00')).toEqual(two)
    expect(left(resumed, '2026-03-18 10:00')).toEqual(two)
    expect(left(resumed, '2026-03-20 09:00')).toEqual(two)
  })
})
