import { addDays, type Day, daysBetween } from './days.ts'
import { holidayNotices } from './holiday-notices.ts'

/** A day that departs from the plain week: a day off, or with isWorking a weekend day worked instead. */
export type DayException = { day: Day; name: string; isWorking: boolean }

/**
 * The officially arranged years, 2015 to 2026: `source` holds the addresses of the State Council's notices, parted by a
 * space; `days` their days off and make-up working days. A notice may reach into December of the year before. A year
 * that is not here has no notice yet: ask for provisionalYear and say so.
 */
export const publishedYears: Readonly<Record<number, { source: string; days: DayException[] }>> =
  Object.fromEntries(
    Object.entries(holidayNotices).map(([year, { source, lines }]) => [
      year,
      { source, days: lines.flatMap((line) => exceptionsOf(year, line)) },
    ]),
  )

function exceptionsOf(year: string, line: string): DayException[] {
  const [name = '', ...words] = line.split(' ')
  const workFrom = words.includes('work') ? words.indexOf('work') : words.length
  return words.flatMap((word, index) => {
    if (index === workFrom) return []
    const [first = '', last = first] = word
      .split('..')
      .map((end) => (end.length === 5 ? `${year}-${end}` : end))
    return Array.from({ length: daysBetween(first, last) + 1 }, (_, days) => ({
      day: addDays(first, days),
      name,
      isWorking: index > workFrom,
    }))
  })
}

/**
 * Spring Festival (正月初一), Qingming, Dragon Boat and Mid-Autumn of years without a notice. From the rules of GB/T
 * 33661-2017, new moons and solar terms in UTC+8. Each lies at least three minutes clear of midnight: in 2027 the new
 * moon falls at 23:57, in 2030 at 00:08, where coarser tables differ by a day.
 */
const lunarDays: Readonly<
  Record<number, readonly [spring: string, qingming: string, dragon: string, moon: string]>
> = {
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
  2031: ['01-23', '04-05', '06-24', '10-01'],
  2032: ['02-11', '04-04', '06-12', '09-19'],
  2033: ['01-31', '04-04', '06-01', '09-08'],
  2034: ['02-19', '04-05', '06-20', '09-27'],
  2035: ['02-08', '04-05', '06-10', '09-16'],
}

/**
 * The days off that the law alone fixes for a year, in order: 全国年节及纪念日放假办法 as amended for 2025, art. 2 — New
 * Year 1, Spring Festival 4 from the eve, Qingming 1, Labour Day 2, Dragon Boat 1, Mid-Autumn 1, National Day 3. After
 * 2035 only the days fixed in the solar calendar. Never official: moved days, days in lieu of a weekend (art. 6) and
 * make-up working days are known only from the notice. A day of two holidays carries both names.
 */
export function provisionalYear(year: number): DayException[] {
  const days: [name: string, first: string, length: number][] = [
    ['元旦', '01-01', 1],
    ['劳动节', '05-01', 2],
    ['国庆节', '10-01', 3],
  ]
  const lunar = lunarDays[year]
  if (lunar) {
    days.push(['清明节', lunar[1], 1], ['端午节', lunar[2], 1], ['中秋节', lunar[3], 1])
    days.push(['春节', addDays(`${year}-${lunar[0]}`, -1).slice(5), 4])
  }
  const names = new Map<Day, string>()
  for (const [name, first, length] of days) {
    for (let offset = 0; offset < length; offset += 1) {
      const day = addDays(`${year}-${first}`, offset)
      names.set(day, names.has(day) ? `${names.get(day)}、${name}` : name)
    }
  }
  return [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, name]) => ({ day, name, isWorking: false }))
}
