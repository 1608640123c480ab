import { describe, expect, test } from 'vitest'
import {
  defaultPolicy,
  isFresh,
  isIdle,
  isPasswordOld,
  needsFactor,
  policyFigures,
  whyNotPolicy,
} from './security.ts'

const policy = defaultPolicy(true)
const minute = 60_000

test('the defaults lie within their own bounds', () => {
  for (const isProduction of [true, false]) expect(whyNotPolicy(defaultPolicy(isProduction))).toBeUndefined()
})

describe.each(Object.entries(policyFigures))('%s', (field, { min, max }) => {
  test.each([min - 1, max + 1, min + 0.5, Number.NaN])('is refused as %s', (value) => {
    expect(whyNotPolicy({ ...policy, [field]: value })).toMatchObject({
      refused: 'policyProblem',
      field,
      facts: { field, min, max },
    })
  })
})

test('a second factor is demanded by role, in production of the three duties, and never in the demo', () => {
  const demands = (held: Parameters<typeof needsFactor>[1]['held'], isDemo = false, of = policy) =>
    needsFactor(of, { held, isDemo })
  expect(demands(['mediator', 'auditor'])).toBe(true)
  expect(demands(['mediator'])).toBe(false)
  expect(demands(['auditor'], true)).toBe(false)
  expect(demands(['auditor'], false, defaultPolicy(false))).toBe(false)
  expect(demands(['leader'], false, { ...policy, factorRoles: ['leader'] })).toBe(true)
})

test('time runs out to the minute', () => {
  expect([119, 120].map((minutes) => isIdle(policy, 0, minutes * minute))).toEqual([false, true])
  const old = { ...policy, passwordDays: 90 }
  expect([90, 91].map((days) => isPasswordOld(old, 0, days * 1440 * minute))).toEqual([false, true])
  expect(isPasswordOld(policy, 0, 10_000 * 1440 * minute)).toBe(false)
  expect([isFresh(null, 0), isFresh(0, 10 * minute - 1), isFresh(0, 10 * minute)]).toEqual([
    false,
    true,
    false,
  ])
})
