import type { Language } from '#contract/words/language.ts'
import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  type Instant,
  minuteOfDay,
  weekday,
} from '#domain/calendar/days.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}

/** `17:30`, in China time. */
export function clockTime(at: Instant): string {
  const minute = minuteOfDay(at)
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

function weekdayName(day: Day, language: Language): string {
  return weekdays[language][weekday(day) - 1] ?? ''
}

/** A day as people say it; the year only where it is another one. */
export function dayWords(day: Day, now: Instant, language: Language): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const isThisYear = dayOf(now).startsWith(String(year))
  if (language === 'zh') return `${isThisYear ? '' : `${year}年`}${month}月${date}日`
  return `${date} ${months[month - 1]}${isThisYear ? '' : ` ${year}`}`
}

/** A moment in full, for the hover and for the record: `2026年11月27日 周五 17:30`. */
export function exactTime(at: Instant, language: Language): string {
  const day = dayOf(at)
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const name = weekdayName(day, language)
  if (language === 'zh') return `${year}年${month}月${date}日 ${name} ${clockTime(at)}`
  return `${name} ${date} ${months[month - 1]} ${year}, ${clockTime(at)}`
}

/** A moment as people say it, to plan by: 今天 17:30, 明天 09:00, 周五 17:30, 下周一 09:00, 11月27日 17:30; past days by date. */
export function planTime(at: Instant, now: Instant, language: Language): string {
  const [day, today] = [dayOf(at), dayOf(now)]
  const distance = daysBetween(today, day)
  const time = clockTime(at)
  const near = {
    zh: { '-1': '昨天', '0': '今天', '1': '明天' },
    en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
  }[language]
  const word = near[String(distance) as '0']
  if (word !== undefined) return `${word} ${time}`
  const monday = addDays(today, 1 - weekday(today))
  const week = Math.floor(daysBetween(monday, day) / 7)
  if (week === 0 && distance > 0) return `${weekdayName(day, language)} ${time}`
  if (week === 1 && language === 'zh') return `下${weekdayName(day, language)} ${time}`
  return `${dayWords(day, now, language)} ${time}`
}

/** The due time with its day spelled out: `周五 11月27日 17:30`. */
export function dueTime(at: Instant, now: Instant, language: Language): string {
  const day = dayOf(at)
  return `${weekdayName(day, language)} ${dayWords(day, now, language)} ${clockTime(at)}`
}

/** How long ago: 刚刚, 5 分钟前, 3 小时前, 昨天 10:12, 3 天前, then the day. */
export function pastTime(at: Instant, now: Instant, language: Language): string {
  const minutes = Math.floor((now - at) / 60_000)
  const days = daysBetween(dayOf(at), dayOf(now))
  const isChinese = language === 'zh'
  if (minutes < 1) return isChinese ? '刚刚' : 'just now'
  if (minutes < 60) return isChinese ? `${minutes} 分钟前` : `${minutes} min ago`
  if (days === 0)
    return isChinese ? `${Math.floor(minutes / 60)} 小时前` : `${Math.floor(minutes / 60)} h ago`
  if (days === 1) return `${isChinese ? '昨天' : 'yesterday'} ${clockTime(at)}`
  if (days < 7) return isChinese ? `${days} 天前` : `${days} days ago`
  return dayWords(dayOf(at), now, language)
}

/** A span of minutes in the largest unit that fits: 35 分钟, 2 小时 10 分, 3 天. */
export function spanWords(minutes: number, language: Language): string {
  const isChinese = language === 'zh'
  if (minutes < 60) return isChinese ? `${minutes} 分钟` : `${minutes} min`
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours < 10 && rest > 0) return isChinese ? `${hours} 小时 ${rest} 分` : `${hours} h ${rest} min`
  if (hours < 48) return isChinese ? `${hours} 小时` : `${hours} h`
  const days = Math.floor(hours / 24)
  return isChinese ? `${days} 天` : `${days} days`
}
