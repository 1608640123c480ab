import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockKinds, type LimitRule, limitFor } from '../matter/clocks.ts'
import { channels, kinds, urgencies } from '../matter/matter.ts'
import { levels } from '../org/roles.ts'
import { changesBetween, isSameProfile } from './changes.ts'
import { problemsOf, unreachableLines } from './check.ts'
import { completed, defaultProfile, type Profile } from './profile.ts'

const days = (amount: number) => ({ amount, unit: 'days' }) as const
const withLimits = (...limits: LimitRule[]): Profile => ({ ...defaultProfile, limits })
const codes = (profile: Profile) => problemsOf(profile).map(({ code }) => code)

test('the default profile has nothing to mend, and no line that never counts', () => {
  expect(problemsOf(defaultProfile)).toEqual([])
})

describe('a line that can never count', () => {
  test('comes after one that fits all it fits', () => {
    const limits: LimitRule[] = [
      { clock: 'handle', kind: 'dispute', limit: days(30) },
      { clock: 'handle', limit: days(5) },
      { clock: 'handle', urgency: 'urgent', limit: days(1) },
      { clock: 'sign', urgency: 'urgent', limit: days(1) },
    ]
    expect(unreachableLines(limits)).toEqual([{ line: 2, by: [0, 1] }])
  })

  test('or after several that share it out between them', () => {
    const limits: LimitRule[] = [
      ...urgencies.map((urgency) => ({ clock: 'sign', urgency, limit: days(1) }) as const),
      { clock: 'sign', limit: days(2) },
    ]
    expect(unreachableLines(limits)).toEqual([{ line: 3, by: [0, 1, 2] }])
  })

  test('is told and does not stop the publishing', () => {
    const limits = [...defaultProfile.limits, { clock: 'sign', urgency: 'critical', limit: days(1) } as const]
    const [problem, ...others] = problemsOf(withLimits(...limits))
    expect(problem).toMatchObject({ code: 'unreachable', isGrave: false, line: limits.length - 1 })
    expect(others).toEqual([])
  })

  test('is exactly one that no matter of any kind ever meets first', () => {
    const maybe = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
    const line = fc.record({
      clock: fc.constantFrom('handle', 'sign' as const),
      level: maybe(...levels.slice(0, 2)),
      kind: maybe(...kinds.slice(0, 2)),
      urgency: maybe(...urgencies),
      channel: maybe(...channels.slice(0, 2)),
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        // Each line has a limit of its own, so that it is known by it.
        const limits = lines.map((rule, i) => ({ ...rule, limit: days(i + 1) }))
        const met = new Set<number>()
        for (const level of levels)
          for (const kind of kinds)
            for (const urgency of urgencies)
              for (const channel of channels)
                for (const clock of ['handle', 'sign'] as const) {
                  const last = { clock, limit: days(99) }
                  met.add(limitFor([...limits, last], clock, { level, kind, urgency, channel }).amount - 1)
                }
        const never = limits.map((_, i) => i).filter((i) => !met.has(i))
        expect(
          unreachableLines(limits)
            .map(({ line: at }) => at)
            .toSorted((a, b) => a - b),
        ).toEqual(never)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a profile is not published', () => {
  test('with a clock that ends in no line for all the rest', () => {
    const limits = defaultProfile.limits.filter((rule) => rule.clock !== 'sign')
    expect(problemsOf(withLimits(...limits))).toEqual([
      { code: 'noLast', isGrave: true, clock: 'sign', states: ['dispatched'] },
    ])
  })

  test.each([0, -1, 1.5, Number.NaN, 367])('with a limit of %d days', (amount) => {
    const limits = defaultProfile.limits.map((rule) =>
      rule.clock === 'revisit' ? { ...rule, limit: days(amount) } : rule,
    )
    expect(codes(withLimits(...limits))).toEqual(['badAmount'])
  })

  test.each([
    [[]],
    [[[540, 540]]],
    [[[720, 540]]],
    [
      [
        [540, 720],
        [700, 1050],
      ],
    ],
    [
      [
        [810, 1050],
        [540, 720],
      ],
    ],
    [[[540, 1500]]],
    [[[540.5, 720]]],
    [
      [
        [0, 60],
        [60, 120],
        [120, 180],
        [180, 240],
        [240, 300],
      ],
    ],
  ] as [number, number][][][])('with the office hours %j', (officeHours) => {
    expect(codes({ ...defaultProfile, officeHours })).toEqual(['badHours'])
  })

  test.each([
    ['warnShare', 1],
    ['overShare', 1],
    ['returnWorkDays', 0],
    ['reopenDays', 1.5],
    ['revisitTries', 11],
    ['extensionsMost', -1],
    ['holdDaysMost', 400],
  ])('with %s of %d', (setting, value) => {
    expect(problemsOf({ ...defaultProfile, [setting]: value })).toMatchObject([
      { code: 'outOfRange', setting },
    ])
  })
})

test.each([
  [[]],
  [[{ code: '', years: 10 }]],
  [[{ code: 'short', years: 0 }]],
  [
    [
      { code: 'short', years: 10 },
      { code: 'short', years: 30 },
    ],
  ],
])('classes of retention such as %j are not published', (retention) => {
  expect(codes({ ...defaultProfile, retention })).toEqual(['badClasses'])
})

test.each([
  [[{ level: 'street', ordinary: 300, difficult: 200, major: 400 }]],
  [[{ level: 'street', ordinary: -1, difficult: 200, major: 400 }]],
  [[{ level: 'street', ordinary: 0.5, difficult: 200, major: 400 }]],
  [[{ level: 'street', ordinary: 100, difficult: 200, major: 1_000_001 }]],
  [
    [
      { level: 'street', ordinary: 100, difficult: 200, major: 400 },
      { level: 'street', ordinary: 100, difficult: 200, major: 400 },
    ],
  ],
] as const)('rates of subsidy such as %j are not published', (subsidy) => {
  expect(codes({ ...defaultProfile, subsidy })).toEqual(['badRates'])
  expect(codes({ ...defaultProfile, subsidy: [] })).toEqual([])
})

describe('the difference between two versions', () => {
  test('of the same is nothing', () => {
    expect(changesBetween(defaultProfile, structuredClone(defaultProfile))).toEqual([])
  })

  test('names what was added, removed, changed, moved and set', () => {
    const [first, second, ...others] = defaultProfile.limits as [LimitRule, LimitRule, ...LimitRule[]]
    const added: LimitRule = { clock: 'handle', kind: 'wish', limit: days(20) }
    const changed = others.map((rule) => (rule.clock === 'verify' ? { ...rule, limit: days(3) } : rule))
    const is = {
      ...defaultProfile,
      reopenDays: 60,
      limits: [added, second, first, ...changed.filter((rule) => rule.clock !== 'reopen')],
    }
    expect(changesBetween(defaultProfile, is).map(({ kind }) => kind)).toEqual([
      ...['added', 'limit', 'removed', 'order', 'setting'],
    ])
  })

  test('is nothing where only a line that never counts was added', () => {
    const twice = [...defaultProfile.limits, ...defaultProfile.limits.slice(0, 1)]
    expect(changesBetween(defaultProfile, withLimits(...twice))).toEqual([])
  })
})

test('a profile kept before a figure or a clock existed is completed by the defaults', () => {
  const { reopenDays: _, ...old } = defaultProfile
  const kept = { ...old, revisitTries: 5, limits: old.limits.filter((rule) => rule.clock !== 'verify') }
  const whole = completed(kept)
  expect(whole).toMatchObject({ reopenDays: 30, revisitTries: 5 })
  for (const clock of clockKinds) expect(whole.limits.some((rule) => rule.clock === clock)).toBe(true)
  expect(problemsOf(whole)).toEqual([])
})

describe('the limits of whistles', () => {
  const { whistleLimits, whistlePlanDays } = defaultProfile
  const sign = (amount: number) =>
    ({
      ...defaultProfile,
      whistleLimits: { ...whistleLimits, sign: { ...whistleLimits.sign, hard: { amount, unit: 'minutes' } } },
    }) satisfies Profile as Profile

  test('are refused with the step and the kind to mend where a step would run without a time', () => {
    expect(problemsOf(sign(0))).toEqual([
      { code: 'badStep', isGrave: true, step: 'sign', kind: 'hard', max: 525_600 },
    ])
    const { sign: _, ...lacking } = whistleLimits
    const without = { ...defaultProfile, whistleLimits: lacking as Profile['whistleLimits'] }
    expect(codes(without)).toEqual(['badStep', 'badStep', 'badStep'])
    expect(problemsOf(completed(without))).toEqual([])
  })

  test('and days of a plan out of bounds are named', () => {
    expect(problemsOf({ ...defaultProfile, whistlePlanDays: { ...whistlePlanDays, hard: 0 } })).toMatchObject(
      [{ code: 'badPlanDays', setting: 'whistlePlanDays', kind: 'hard', min: 1 }],
    )
    expect(codes({ ...defaultProfile, whistleFarShare: 0.5 })).toEqual(['outOfRange'])
  })

  test('differ step by step', () => {
    expect(changesBetween(defaultProfile, sign(30))).toEqual([
      {
        ...{ kind: 'step', step: 'sign', whistle: 'hard' },
        ...{ was: whistleLimits.sign.hard, is: { amount: 30, unit: 'minutes' } },
      },
    ])
    const other = { ...whistleLimits, rule: { ...whistleLimits.rule, source: '区里定的' } }
    expect(changesBetween(defaultProfile, { ...defaultProfile, whistleLimits: other })).toEqual([
      { kind: 'stepSource', step: 'rule' },
    ])
  })
})

test('two profiles are the same in whatever order their keys were kept', () => {
  const days = { emergency: 10, hard: 20, routine: 10 }
  const other = { ...defaultProfile, whistlePlanDays: days }
  expect(isSameProfile(defaultProfile, other)).toBe(true)
  expect(changesBetween(defaultProfile, other)).toEqual([])
  expect(isSameProfile(defaultProfile, { ...other, whistlePlanDays: { ...days, hard: 21 } })).toBe(false)
})
