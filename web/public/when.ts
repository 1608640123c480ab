import type { Language } from '#contract/words/language.ts'
import {
  type Day,
  dayOf,
  daysBetween,
  type Instant,
  minuteOfDay,
  weekday,
  yearOf,
} from '#domain/calendar/days.ts'

const zhDays = ['一', '二', '三', '四', '五', '六', '日']
const enDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const enMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const monthOf = (day: Day) => Number(day.slice(5, 7))
const dateOf = (day: Day) => Number(day.slice(8))

/** `17:30` in China. */
export function clockOf(instant: Instant): string {
  const minute = minuteOfDay(instant)
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** Morning until noon, evening from six o'clock. */
function partOf(instant: Instant, language: Language): string {
  const hour = minuteOfDay(instant) / 60
  if (language === 'zh') return hour < 12 ? '上午' : hour < 18 ? '下午' : '晚上'
  return hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
}

/**
 * A time to come as people say it: to the minute today, by the part of the day until the end of next week, then by the date.
 * In: the instant and now, both in epoch milliseconds. Out: words that fit behind 「最迟」 and behind “by”.
 */
export function dueWords(instant: Instant, now: Instant, language: Language): string {
  const day = dayOf(instant)
  const days = daysBetween(dayOf(now), day)
  const part = partOf(instant, language)
  const weeks = Math.floor((days + weekday(dayOf(now)) - 1) / 7)
  const zh = language === 'zh'
  if (days === 0) return zh ? `今天${clockOf(instant)}` : `${clockOf(instant)} today`
  if (days === 1) return zh ? `明天${part}` : `tomorrow ${part}`
  if (days === -1) return zh ? `昨天${part}` : `yesterday ${part}`
  if (days > 0 && weeks === 0)
    return zh ? `周${zhDays[weekday(day) - 1]}${part}` : `${enDays[weekday(day) - 1]} ${part}`
  if (days > 0 && weeks === 1) {
    return zh ? `下周${zhDays[weekday(day) - 1]}${part}` : `${enDays[weekday(day) - 1]} ${part} next week`
  }
  const year = yearOf(day) === yearOf(dayOf(now)) ? '' : zh ? `${yearOf(day)}年` : ` ${yearOf(day)}`
  return zh
    ? `${year}${monthOf(day)}月${dateOf(day)}日（周${zhDays[weekday(day) - 1]}）${part}`
    : `the ${part} of ${enDays[weekday(day) - 1]} ${dateOf(day)} ${enMonths[monthOf(day) - 1]}${year}`
}

/** A day as people say it: 12月26日, 26 December. */
export function dayWords(instant: Instant, language: Language): string {
  const day = dayOf(instant)
  return language === 'zh'
    ? `${monthOf(day)}月${dateOf(day)}日`
    : `${dateOf(day)} ${enMonths[monthOf(day) - 1]}`
}

/** When something happened, as people say it: 今天 09:12, 昨天 16:40, 11月20日 16:40. */
export function atWords(instant: Instant, now: Instant, language: Language): string {
  const day = dayOf(instant)
  const days = daysBetween(day, dayOf(now))
  const zh = language === 'zh'
  if (days === 0) return `${zh ? '今天' : 'today'} ${clockOf(instant)}`
  if (days === 1) return `${zh ? '昨天' : 'yesterday'} ${clockOf(instant)}`
  const year = yearOf(day) === yearOf(dayOf(now)) ? '' : zh ? `${yearOf(day)}年` : ` ${yearOf(day)}`
  if (zh) return `${year}${monthOf(day)}月${dateOf(day)}日 ${clockOf(instant)}`
  return `${dateOf(day)} ${enMonths[monthOf(day) - 1]?.slice(0, 3)}${year}, ${clockOf(instant)}`
}

/** The exact time in China, for whoever rests on the words. */
export function exactly(instant: Instant, language: Language): string {
  return language === 'zh'
    ? `${dayOf(instant)} ${clockOf(instant)}（北京时间）`
    : `${dayOf(instant)} ${clockOf(instant)} China time`
}
