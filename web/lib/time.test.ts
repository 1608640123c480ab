import { describe, expect, test } from 'vitest'
import { dueTime, exactTime, pastTime, planTime, spanWords } from './time.ts'

// Wednesday, 25 November 2026, 10:00 in China
const now = Date.parse('2026-11-25T02:00:00Z')
const at = (text: string) => Date.parse(`${text}+08:00`)

describe('time in words', () => {
  test.each([
    ['2026-11-25T17:30', '今天 17:30', 'today 17:30'],
    ['2026-11-26T09:00', '明天 09:00', 'tomorrow 09:00'],
    ['2026-11-24T09:00', '昨天 09:00', 'yesterday 09:00'],
    ['2026-11-27T17:30', '周五 17:30', 'Fri 17:30'],
    ['2026-11-23T08:05', '11月23日 08:05', '23 Nov 08:05'],
    ['2026-11-30T17:30', '下周一 17:30', '30 Nov 17:30'],
    ['2026-12-22T17:30', '12月22日 17:30', '22 Dec 17:30'],
    ['2027-01-04T17:30', '2027年1月4日 17:30', '4 Jan 2027 17:30'],
  ])('%s is planned for as %s', (text, zh, en) => {
    expect(planTime(at(text), now, 'zh')).toBe(zh)
    expect(planTime(at(text), now, 'en')).toBe(en)
  })

  test.each([
    ['2026-11-25T09:59:40', '刚刚', 'just now'],
    ['2026-11-25T09:55', '5 分钟前', '5 min ago'],
    ['2026-11-25T07:00', '3 小时前', '3 h ago'],
    ['2026-11-24T23:50', '昨天 23:50', 'yesterday 23:50'],
    ['2026-11-22T23:50', '3 天前', '3 days ago'],
    ['2026-10-26T08:00', '10月26日', '26 Oct'],
    ['2025-10-26T08:00', '2025年10月26日', '26 Oct 2025'],
  ])('%s was %s', (text, zh, en) => {
    expect(pastTime(at(text), now, 'zh')).toBe(zh)
    expect(pastTime(at(text), now, 'en')).toBe(en)
  })

  test('the exact time names everything, whatever zone the machine stands in', () => {
    expect(exactTime(at('2026-11-27T17:30'), 'zh')).toBe('2026年11月27日 周五 17:30')
    expect(exactTime(at('2026-11-27T17:30'), 'en')).toBe('Fri 27 Nov 2026, 17:30')
    expect(dueTime(at('2026-11-27T17:30'), now, 'zh')).toBe('周五 11月27日 17:30')
  })

  test('an hour before midnight in London is already tomorrow in China', () => {
    expect(planTime(Date.parse('2026-11-25T23:00:00Z'), now, 'zh')).toBe('明天 07:00')
  })

  test.each([
    [35, '35 分钟', '35 min'],
    [130, '2 小时 10 分', '2 h 10 min'],
    [1500, '25 小时', '25 h'],
    [3 * 1440, '3 天', '3 days'],
  ])('%d minutes are a span people say', (minutes, zh, en) => {
    expect(spanWords(minutes, 'zh')).toBe(zh)
    expect(spanWords(minutes, 'en')).toBe(en)
  })
})
