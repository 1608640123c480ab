import { describe, expect, test } from 'vitest'
import { turnOf } from './turn-words.ts'

const now = Date.parse('2026-11-25T02:00:00Z')
const holder = { id: 'u1', name: '滨河社区', kind: 'community' } as const
const matter = {
  state: 'handling',
  holder,
  clock: { kind: 'handle', dueAt: '2026-11-27T09:30:00Z' },
  flags: [],
  closureKind: null,
} as const
type Matter = Parameters<typeof turnOf>[0]
const of = (change: Partial<Matter>, units: string[] = []) =>
  turnOf({ ...(matter as unknown as Matter), ...change }, units, now, 'zh')

describe('whose turn it is', () => {
  test('names the unit and until when', () => {
    expect(of({})).toEqual({ sentence: '轮到 滨河社区，最迟周五 17:30', tone: 'calm' })
  })

  test('says so when it is ours', () => {
    expect(of({}, ['u1']).sentence).toBe('轮到你们单位（滨河社区），最迟周五 17:30')
  })

  test('is maple only when somebody is late', () => {
    const late = of({ clock: { kind: 'handle', dueAt: '2026-11-24T09:30:00Z' }, flags: ['late'] })
    expect(late).toEqual({ sentence: '轮到 滨河社区，已超时，应在 昨天 17:30 前完成', tone: 'act' })
    expect(of({ flags: ['nearing'] }).tone).toBe('near')
  })

  test('waits for the person, but lateness goes first', () => {
    expect(of({ flags: ['awaitingPerson'] }).sentence).toContain('在等群众回答')
    expect(
      of({ flags: ['awaitingPerson', 'late'], clock: { kind: 'handle', dueAt: '2026-11-24T09:30:00Z' } })
        .sentence,
    ).toContain('已超时')
  })

  test('a closed matter says how, unless it is asked to be reopened', () => {
    expect(of({ state: 'closed', closureKind: 'resolved', clock: null })).toEqual({
      sentence: '已结案：实质化解',
      tone: 'done',
    })
    const asked = of({
      state: 'closed',
      closureKind: 'resolved',
      flags: ['reopenAsked'],
      clock: { kind: 'reopen', dueAt: '2026-11-26T09:30:00Z' },
    })
    expect(asked).toEqual({ sentence: '群众申请重办，轮到 滨河社区 答复，最迟明天 17:30', tone: 'near' })
  })
})
