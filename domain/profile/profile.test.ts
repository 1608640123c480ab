import { describe, expect, test } from 'vitest'
import { clockKinds } from '../matter/clocks.ts'
import { clocksWithoutLimit, defaultProfile, profileSources } from './profile.ts'

describe('the default profile', () => {
  test('has a limit for every clock', () => expect(clocksWithoutLimit(defaultProfile)).toEqual([]))

  test('warns before the due time and calls far over after it', () => {
    expect(defaultProfile.warnShare).toBeLessThan(1)
    expect(defaultProfile.warnShare).toBeGreaterThan(0)
    expect(defaultProfile.overShare).toBeGreaterThan(1)
  })

  test('has whole and positive limits only', () => {
    const broken = defaultProfile.limits.filter(
      ({ limit }) => !(Number.isInteger(limit.amount) && limit.amount > 0),
    )
    expect(broken).toEqual([])
  })

  test('says where each of its figures comes from', () => {
    expect(Object.keys(profileSources).toSorted()).toEqual(
      Object.keys(defaultProfile)
        .filter((key) => key !== 'limits')
        .toSorted(),
    )
  })

  test('gives more urgent matters no more time', () => {
    const minutes = { minutes: 1, workMinutes: 1, days: 1440, workDays: 450 }
    for (const clock of clockKinds) {
      const of = (urgency: string | undefined) => {
        const rule = defaultProfile.limits.findLast(
          (r) => r.clock === clock && r.urgency === urgency && !r.channel,
        )
        return rule ? rule.limit.amount * minutes[rule.limit.unit] : Number.POSITIVE_INFINITY
      }
      const all = [of('critical'), of('urgent'), of(undefined)].filter(Number.isFinite)
      expect(all).toEqual(all.toSorted((a, b) => a - b))
    }
  })
})

test('a clock that has only limits under conditions is named as missing one', () => {
  const limits = defaultProfile.limits.map((rule) =>
    rule.clock === 'verify' || rule.clock === 'reopen' ? { ...rule, kind: 'dispute' as const } : rule,
  )
  expect(clocksWithoutLimit({ ...defaultProfile, limits })).toEqual(['verify', 'reopen'])
})
