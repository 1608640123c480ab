import { describe, expect, test } from 'vitest'
import { type ClockView, clockBar, clockBasis, clockSentence } from './clock-words.ts'

const now = Date.parse('2026-11-25T02:00:00Z')
const clock: ClockView = {
  id: 'c',
  kind: 'handle',
  unitName: '滨河社区',
  startedAt: '2026-11-23T02:00:00Z',
  amount: 5,
  source: 'Jinan, Weifang',
  extensions: [],
  shifts: [],
  pauses: [],
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

  test('explains how it is counted, with what was added and when it stood still', () => {
    expect(clockBasis(clock, now, 'zh')).toBe('滨河社区负责，周一 11月23日 10:00 起算，限 5\u00a0个工作日。')
    expect(clockBasis(clock, now, 'en')).toBe(
      'With 滨河社区 since Mon 23 Nov 10:00, limit 5 working days (by: Jinan, Weifang).',
    )
    const moved: ClockView = {
      ...clock,
      source: '条例第十二条',
      extensions: [3, 2],
      pauses: [
        { fromAt: '2026-11-23T03:00:00Z', toAt: '2026-11-23T04:00:00Z' },
        { fromAt: '2026-11-24T02:00:00Z', toAt: null },
      ],
    }
    expect(clockBasis(moved, now, 'zh')).toBe(
      '滨河社区负责，周一 11月23日 10:00 起算，限 5\u00a0个工作日（依据：条例第十二条）。' +
        '延长过 2 次，共加 5\u00a0个工作日。停过 1 次，停的时间不算。周二 11月24日 10:00 起停着，停的时间不算。',
    )
  })

  test('says what a change of the calendar did to it', () => {
    const shift = { at: '2026-11-24T02:00:00Z', was: '2026-11-27T09:30:00Z', is: '2026-11-30T09:30:00Z' }
    expect(clockBasis({ ...clock, shifts: [shift] }, now, 'zh')).toBe(
      '滨河社区负责，周一 11月23日 10:00 起算，限 5\u00a0个工作日。' +
        '周二 11月24日 10:00 工作日历有调整，到期由 周五 11月27日 17:30 改为 周一 11月30日 17:30。',
    )
    expect(clockBasis({ ...clock, shifts: [shift] }, now, 'en')).toContain(
      'The working calendar changed Tue 24 Nov 10:00: due Mon 30 Nov 17:30 instead of Fri 27 Nov 17:30.',
    )
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
