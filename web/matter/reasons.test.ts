import { describe, expect, test } from 'vitest'
import { reasonsOf } from './reasons.ts'

const now = Date.parse('2026-11-25T02:00:00Z')
type Row = Parameters<typeof reasonsOf>[0]
const row = (change: Partial<Row>): Row => ({
  flags: [],
  clock: null,
  state: 'handling',
  closureKind: null,
  ...change,
})
const due = (dueAt: string) => ({ kind: 'handle', dueAt }) as const
const words = (change: Partial<Row>) => reasonsOf(row(change), now, 'zh').map((reason) => reason.words)

describe('why a row stands where it stands', () => {
  test('its time comes first, near ones in hours and far ones by date', () => {
    expect(words({ clock: due('2026-11-25T04:00:00Z') })).toEqual(['办理还剩 2 小时'])
    expect(words({ clock: due('2026-11-27T09:30:00Z') })).toEqual(['办理最迟周五 17:30'])
  })

  test('lateness is counted in days of the calendar, as the clocks count it', () => {
    expect(words({ clock: due('2026-11-14T09:30:00Z'), flags: ['late'] })).toEqual(['办理超时 11 天'])
    expect(words({ clock: due('2026-11-25T01:30:00Z'), flags: ['late'] })).toEqual(['办理超时 30 分钟'])
  })

  test('then the heaviest of what is special, at most three in all', () => {
    const flags = ['reopened', 'group', 'returned', 'reopenAsked', 'urgent'] as const
    expect(words({ clock: due('2026-11-25T04:00:00Z'), flags: [...flags] })).toEqual([
      '办理还剩 2 小时',
      '申请重办',
      '退过单',
    ])
  })

  test('only what wants somebody now is maple', () => {
    const tones = reasonsOf(
      row({ clock: due('2026-11-25T04:00:00Z'), flags: ['returned', 'group'] }),
      now,
      'zh',
    ).map((r) => r.tone)
    expect(tones).toEqual(['still', 'near', 'info'])
    expect(reasonsOf(row({ clock: due('2026-11-24T04:00:00Z') }), now, 'zh')[0]?.tone).toBe('act')
  })

  test('a closed one says how it closed', () => {
    expect(words({ state: 'closed', closureKind: 'withdrawn' })).toEqual(['撤回'])
  })
})
