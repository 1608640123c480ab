import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendar, monday } from '#test/rules/play.ts'
import { clockKinds, limitFor } from '../matter/clocks.ts'
import { dueAt } from '../matter/due.ts'
import { channels, kinds, urgencies } from '../matter/matter.ts'
import { levels } from '../org/roles.ts'
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

  test('gives more urgent matters no more time, whatever else is true of them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...clockKinds),
        fc.constantFrom(...levels),
        fc.constantFrom(...kinds),
        fc.constantFrom(...channels),
        (clock, level, kind, channel) => {
          const given = urgencies.map((urgency) => {
            const limit = limitFor(defaultProfile.limits, clock, { level, kind, urgency, channel })
            return dueAt({ startedAt: monday, limit, pauses: [], extensions: [] }, calendar) ?? 0
          })
          expect(given).toEqual(given.toSorted((a, b) => b - a))
        },
      ),
      { numRuns: 500 },
    )
  })
})

test.each([{ level: 'street' }, { kind: 'dispute' }, { urgency: 'urgent' }, { channel: 'qr' }] as const)(
  'a clock whose limits all hang on %j is named as missing one',
  (condition) => {
    const limits = defaultProfile.limits.map((rule) =>
      rule.clock === 'verify' || rule.clock === 'reopen' ? { ...rule, ...condition } : rule,
    )
    expect(clocksWithoutLimit({ ...defaultProfile, limits })).toEqual(['verify', 'reopen'])
  },
)
