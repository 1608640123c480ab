import { describe, expect, test } from 'vitest'
import { type ClockView, clockBar, clockSentence } from './clock-words.ts'

const now = Date.parse('2026-11-25T02:00:00Z')
const clock: ClockView = {
  id: 'c',
  kind: 'handle',
  unitName: '滨河社区',
  startedAt: '2026-11-23T02:00:00Z',
  amount: 5,
  measure: 'workDays',
  warnAt: '2026-11-26T02:00:00Z',
  dueAt: '2026-11-27T09:30:00Z',
  stoppedAt: null,
  outcome: null,
  remaining: { late: false, unit: 'workDays', amount: 3 },
}

describe('a clock in words', () => {
  test('says what is left and the day', () => {
    expect(clockSentence(clock, now, 'zh')).toBe('办理：还剩 3\u00a0个工作日，周五 11月27日 17:30 到期')
    const one = { ...clock, remaining: { late: false, unit: 'workDays', amount: 1 } as const }
    expect(clockSentence(one, now, 'en')).toBe('Handle: 1 working day left, due Fri 27 Nov 17:30')
  })

  test('says by how much it is over, or that it stands still', () => {
    const over = {
      ...clock,
      dueAt: '2026-11-25T01:00:00Z',
      remaining: { late: true, unit: 'minutes', amount: 60 } as const,
    }
    expect(clockSentence(over, now, 'zh')).toBe('办理：已超时 1 小时，应在 周三 11月25日 09:00 前完成')
    expect(clockSentence({ ...clock, dueAt: null }, now, 'zh')).toBe('办理：暂停计时，还剩 3\u00a0个工作日')
  })

  test('says with whom it ended', () => {
    const ended = { ...clock, remaining: null, stoppedAt: '2026-11-24T02:00:00Z' }
    expect(clockSentence({ ...ended, outcome: 'late' }, now, 'zh')).toBe('办理：滨河社区 超时')
    expect(clockSentence({ ...ended, outcome: 'met' }, now, 'en')).toBe('Handle: done in time by 滨河社区')
  })

  test('its bar turns amber at the warning and maple at the end', () => {
    expect(clockBar(clock, now).tone).toBe('calm')
    expect(clockBar(clock, Date.parse('2026-11-26T03:00:00Z')).tone).toBe('near')
    expect(clockBar(clock, Date.parse('2026-11-27T10:00:00Z')).tone).toBe('act')
    expect(clockBar({ ...clock, dueAt: null }, now).tone).toBe('still')
    expect(clockBar(clock, now).mark).toBeCloseTo(0.697, 2)
  })
})
