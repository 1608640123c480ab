import { describe, expect, test } from 'vitest'
import { weekday } from './days.ts'
import { provisionalYear, publishedYears } from './holidays.ts'

const off = (year: number) => publishedYears[year]?.days.filter((d) => !d.isWorking).map((d) => d.day)
const worked = (year: number) => publishedYears[year]?.days.filter((d) => d.isWorking).map((d) => d.day)

describe('published years', () => {
  test('run from 2015 to 2026 with their number of days off and days made up', () => {
    const counts = Object.keys(publishedYears).map((year) => [
      +year,
      off(+year)?.length,
      worked(+year)?.length,
    ])
    expect(counts).toEqual([
      [2015, 26, 5],
      [2016, 24, 6],
      [2017, 24, 5],
      [2018, 23, 6],
      [2019, 24, 7],
      [2020, 30, 7],
      [2021, 31, 7],
      [2022, 31, 7],
      [2023, 27, 7],
      [2024, 28, 8],
      [2025, 28, 5],
      [2026, 33, 6],
    ])
  })

  test('2026 is as the notice of November 2025 has it', () => {
    expect(worked(2026)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ])
    expect(publishedYears[2026]?.days.filter((d) => d.name === '中秋节')).toEqual([
      { day: '2026-09-25', name: '中秋节', isWorking: false },
      { day: '2026-09-26', name: '中秋节', isWorking: false },
      { day: '2026-09-27', name: '中秋节', isWorking: false },
    ])
  })

  test('a notice may reach into the year before', () => {
    expect(worked(2019)?.[0]).toBe('2018-12-29')
    expect(off(2019)?.slice(0, 3)).toEqual(['2018-12-30', '2018-12-31', '2019-01-01'])
  })

  test('name each day once, name every holiday and give the address of the notice', () => {
    const days = Object.values(publishedYears).flatMap((year) => year.days)
    expect(new Set(days.map((d) => d.day)).size).toBe(days.length)
    expect(days.every((d) => d.name.length > 1)).toBe(true)
    for (const { source } of Object.values(publishedYears))
      expect(source).toMatch(/^https?:\/\/www\.gov\.cn\//)
  })

  test('make up on weekends only, but for the holiday of 2020 that was prolonged over a made-up Monday', () => {
    const weekdays = Object.values(publishedYears).flatMap((y) =>
      y.days.filter((d) => d.isWorking && weekday(d.day) < 6),
    )
    expect(weekdays.map((d) => d.day)).toEqual(['2020-02-03'])
  })
})

describe('a provisional year', () => {
  test('2027 has the thirteen days of the law and nothing else', () => {
    expect(provisionalYear(2027).map((d) => `${d.day} ${d.name}`)).toEqual([
      '2027-01-01 元旦',
      '2027-02-05 春节',
      '2027-02-06 春节',
      '2027-02-07 春节',
      '2027-02-08 春节',
      '2027-04-05 清明节',
      '2027-05-01 劳动节',
      '2027-05-02 劳动节',
      '2027-06-09 端午节',
      '2027-09-15 中秋节',
      '2027-10-01 国庆节',
      '2027-10-02 国庆节',
      '2027-10-03 国庆节',
    ])
    expect(provisionalYear(2027).some((d) => d.isWorking)).toBe(false)
  })

  test('a day of two holidays stands once, with both names', () => {
    expect(provisionalYear(2028).filter((d) => d.day === '2028-10-03')).toEqual([
      { day: '2028-10-03', name: '国庆节、中秋节', isWorking: false },
    ])
    expect(provisionalYear(2028)).toHaveLength(12)
  })

  test('after the lunar table only the fixed days are known', () => {
    expect(provisionalYear(2035)).toHaveLength(13)
    expect(provisionalYear(2036).map((d) => d.day)).toEqual([
      '2036-01-01',
      '2036-05-01',
      '2036-05-02',
      '2036-10-01',
      '2036-10-02',
      '2036-10-03',
    ])
  })

  test('no published year is offered as provisional by mistake: 2027 is not published', () => {
    expect(publishedYears[2027]).toBeUndefined()
  })
})
