import { describe, expect, test } from 'vitest'
import { daysFrom, monthCells, withDays } from './year-grid.ts'

const off = (day: string, isWorking = false) => ({ day, name: '元旦', isWorking })

describe('the year', () => {
  test('a month begins under its weekday and has all its days', () => {
    const cells = monthCells(2026, 11, new Map([['2026-11-05', off('2026-11-05')]]))
    expect(cells.findIndex((cell) => cell?.date === 1)).toBe(6)
    expect(cells.at(-1)?.day).toBe('2026-11-30')
    expect(cells.find((cell) => cell?.date === 5)?.exception?.name).toBe('元旦')
    expect(monthCells(2028, 2, new Map()).at(-1)?.day).toBe('2028-02-29')
  })

  test('a run of days counts both ends; half a run or a wrong one is none', () => {
    expect(daysFrom('2027-12-31', '2028-01-02')).toEqual(['2027-12-31', '2028-01-01', '2028-01-02'])
    expect(daysFrom('2028-01-02', '2028-01-01')).toEqual([])
    expect(daysFrom('', '2028-01-01')).toEqual([])
  })

  test('a day named again takes the later meaning, and the list stays in order', () => {
    const days = withDays([off('2028-01-03'), off('2028-01-01')], [off('2028-01-03', true)])
    expect(days.map((one) => [one.day, one.isWorking])).toEqual([
      ['2028-01-01', false],
      ['2028-01-03', true],
    ])
  })
})
