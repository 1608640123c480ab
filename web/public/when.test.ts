import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atWords, dueWords, exactly } from './when.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)
/** A Wednesday. */
const now = at('2026-11-25T10:00')

test('a due time is said as people say it', () => {
  const said = (text: string) => dueWords(at(text), now, 'zh')
  expect(said('2026-11-25T17:30')).toBe('今天17:30')
  expect(said('2026-11-26T11:00')).toBe('明天上午')
  expect(said('2026-11-27T17:30')).toBe('周五下午')
  expect(said('2026-11-29T20:00')).toBe('周日晚上')
  expect(said('2026-11-30T17:30')).toBe('下周一下午')
  expect(said('2026-12-07T17:30')).toBe('12月7日（周一）下午')
  expect(said('2027-01-04T09:00')).toBe('2027年1月4日（周一）上午')
})

test('a due time gone by is never said as if it were to come', () => {
  expect(dueWords(at('2026-11-24T17:30'), now, 'zh')).toBe('昨天下午')
  expect(dueWords(at('2026-11-23T17:30'), now, 'zh')).toBe('11月23日（周一）下午')
  expect(dueWords(at('2026-11-20T17:30'), now, 'en')).toBe('the afternoon of Friday 20 November')
})

test('English due times stand behind “by”', () => {
  const said = (text: string) => dueWords(at(text), now, 'en')
  expect(said('2026-11-25T17:30')).toBe('17:30 today')
  expect(said('2026-11-27T17:30')).toBe('Friday afternoon')
  expect(said('2026-12-02T17:30')).toBe('Wednesday afternoon next week')
})

test('what happened is dated by China’s day, not by the device’s', () => {
  expect(atWords(at('2026-11-25T00:05'), now, 'zh')).toBe('今天 00:05')
  expect(atWords(at('2026-11-24T23:55'), now, 'zh')).toBe('昨天 23:55')
  expect(atWords(at('2025-11-24T23:55'), now, 'zh')).toBe('2025年11月24日 23:55')
  expect(atWords(at('2026-11-20T16:40'), now, 'en')).toBe('20 Nov, 16:40')
  expect(exactly(at('2026-11-25T17:30'), 'zh')).toBe('2026-11-25 17:30（北京时间）')
})

test('any two instants of a century give words without gaps', () => {
  const instant = fc.integer({ min: at('2000-01-01T00:00'), max: at('2099-12-31T00:00') })
  fc.assert(
    fc.property(instant, instant, fc.constantFrom('zh', 'en'), (a, b, language) => {
      for (const words of [dueWords(a, b, language), atWords(a, b, language)]) {
        expect(words).not.toMatch(/undefined|NaN|null/)
        expect(words.trim()).toBe(words)
      }
    }),
  )
})
