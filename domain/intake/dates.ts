import { type Instant, startOfDayNumber } from '../calendar/days.ts'
import { halfWidth } from './text.ts'

/** A moment as typed, and whether a time of day stood there; without one it is the midnight that begins the day. */
export type Moment = { at: Instant; hasTime: boolean }

/** Why a text is no moment: no date at all, two dates at once (3/11 or 11/3), or a date that no calendar has. */
export type DateTrouble = 'unreadable' | 'ambiguous' | 'impossible'

const firstYear = 2000
const lastYear = 2099
/** Excel counts days from 1899-12-30, as far as dates after February 1900 go. */
const excelZero = -25_569

const datePattern = /^(\d{1,4})-(\d{1,2})-(\d{1,4})(?:[ t]+(.+))?$/
const timePattern =
  /^(am|pm)? *(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?)?:? *(am|pm)? *(z|[+-]\d\d:?\d\d)?$/
const exactPattern = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d:\d\d:\d\d))?$/
const packedPattern = /^(20\d\d)(\d\d)(\d\d)(?:[ t]*(\d\d):?(\d\d):?(\d\d)?)?$/

function plain(text: string): string {
  return halfWidth(text)
    .toLowerCase()
    .replace(/[([]?(星期|周|礼拜)[一二三四五六日天][)\]]?/g, ' ')
    .replace(/上午|早上|早晨|凌晨|清晨/g, ' am ')
    .replace(/下午|晚上|晚间|傍晚|中午/g, ' pm ')
    .replace(/(\d) *(?:时|点) *半/g, '$1:30')
    .replace(/(\d) *(?:时|点) */g, '$1:')
    .replace(/(\d) *分 */g, '$1:')
    .replace(/(\d) *秒/g, '$1')
    .replace(/ *[年月] */g, '-')
    .replace(/(\d) *[日号]/g, '$1 ')
    .replace(/^(\d{1,4}) *[/.-] *(\d{1,2}) *[/.-] *(\d{1,4})/, '$1-$2-$3')
    .replace(/^(\d{1,4}-\d{1,2}-\d{1,2})(?=\d{1,2}:)/, '$1 ')
    .replace(/^['\s]+|[\s:]+$/g, '')
    .replace(/\s+/g, ' ')
}

/** Days since 1970-01-01, or undefined for a day that is not in the calendar or not in this century. */
function dayNumber(year: number, month: number, date: number): number | undefined {
  if (year < firstYear || year > lastYear || month < 1 || month > 12 || date < 1) return undefined
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  if (date > (lengths[month - 1] as number)) return undefined
  const before = lengths.slice(0, month - 1).reduce((sum, length) => sum + length, 0)
  // 10,957 days from 1970 to 2000; 2000 was a leap year and 2100 is out of range
  const years = year - firstYear
  return 10_957 + years * 365 + Math.ceil(years / 4) + before + date - 1
}

function secondsOf(time: string): { seconds: number; offset: number } | DateTrouble {
  const found = timePattern.exec(time)
  if (!found) return 'unreadable'
  const half = found[1] ?? found[5]
  let hour = Number(found[2])
  const minute = Number(found[3] ?? 0)
  const second = Number(found[4] ?? 0)
  if (half === undefined && found[3] === undefined && !time.endsWith(':')) return 'unreadable'
  if (half === 'pm' && hour < 12) hour += 12
  if (half === 'am' && hour === 12) hour = 0
  if (hour > 24 || minute > 59 || second > 59 || (hour === 24 && minute + second > 0)) return 'impossible'
  const zone = found[6]
  const offset =
    zone === undefined
      ? 480
      : zone === 'z'
        ? 0
        : (zone[0] === '-' ? -1 : 1) * (+zone.slice(1, 3) * 60 + +zone.slice(-2))
  return { seconds: hour * 3600 + minute * 60 + second, offset }
}

function momentOf(day: number | undefined, time: string | undefined): Moment | DateTrouble {
  if (day === undefined) return 'impossible'
  if (time === undefined) return { at: startOfDayNumber(day), hasTime: false }
  const read = secondsOf(time)
  if (typeof read === 'string') return read
  return { at: startOfDayNumber(day) + read.seconds * 1000 + (480 - read.offset) * 60_000, hasTime: true }
}

function serial(text: string): Moment | DateTrouble {
  const value = Number(text)
  const seconds = Math.round((value + excelZero) * 86_400)
  const day = Math.floor(seconds / 86_400)
  const year2000 = 10_957
  if (day < year2000 || day >= year2000 + 36_525) return 'unreadable'
  return { at: startOfDayNumber(day) + (seconds - day * 86_400) * 1000, hasTime: text.includes('.') }
}

/**
 * Reads a date as people and systems write it: 2026-11-03 14:05, 2026/11/3, 2026.11.3, 2026年11月3日 14时05分, 下午2点半,
 * 20261103140509, ISO 8601 with a zone, or the serial number Excel keeps (46329.59). Without a zone it is China time.
 * 11/3/2026 is refused as ambiguous unless one of the two can only be the day; two-digit years are unreadable.
 * Years 2000 to 2099.
 */
export function readMoment(text: string): Moment | DateTrouble {
  // what our own reader of workbooks hands over: most rows are read without the search below
  const exact = exactPattern.exec(text)
  if (exact) return momentOf(dayNumber(Number(exact[1]), Number(exact[2]), Number(exact[3])), exact[4])
  const given = plain(text)
  if (/^\d{5}(\.\d+)?$/.test(given)) return serial(given)
  const packed = packedPattern.exec(given)
  if (packed) {
    const [, year, month, date, hour, minute, second] = packed
    const day = dayNumber(Number(year), Number(month), Number(date))
    return momentOf(day, hour === undefined ? undefined : `${hour}:${minute}:${second ?? '00'}`)
  }
  const found = datePattern.exec(given)
  if (!found) return 'unreadable'
  const [, first = '', second = '', third = '', time] = found
  // "14时" loses its sign above, so an hour alone is told from a stray number by the text it came from
  const clock = time !== undefined && /^\d{1,2}$/.test(time) && /[时点]/.test(text) ? `${time}:00` : time
  if (first.length === 4 && third.length <= 2) return momentOf(dayNumber(+first, +second, +third), clock)
  if (first.length > 2 || third.length !== 4) return 'unreadable'
  const a = Number(first)
  const b = Number(second)
  if (a <= 12 && b <= 12 && a !== b) return 'ambiguous'
  return momentOf(a > 12 ? dayNumber(+third, b, a) : dayNumber(+third, a, b), clock)
}
