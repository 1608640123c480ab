import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultProfile } from '../profile/profile.ts'
import { differencesBetween, reasonOf, withDifferences } from './differences.ts'
import {
  type Class,
  type Counts,
  classesOf,
  classesOfVoices,
  classOfAsking,
  classOfRuns,
  type EvaluationLine,
  excludedOf,
  figuresOf,
  type Measure,
  measures,
  parts,
  rates,
  sumOf,
} from './measures.ts'
import { reckon, scoreOf, type Terms, termsOf } from './score.ts'

const terms = termsOf(defaultProfile)
const satisfaction = fc.constantFrom('satisfied', 'basically', 'unsatisfied')
const asked = fc.record({
  solved: fc.option(fc.boolean()),
  satisfied: fc.option(satisfaction),
  revisitTries: fc.nat(3),
  hasContact: fc.boolean(),
})
const run = fc.constantFrom(
  { stopped: false, outcome: null },
  { stopped: true, outcome: 'met' },
  { stopped: true, outcome: 'late' },
  { stopped: true, outcome: 'dropped' },
) as fc.Arbitrary<{ stopped: boolean; outcome: 'met' | 'late' | 'dropped' | null }>

const lineOf = (id: number, measure: Measure): fc.Arbitrary<EvaluationLine> =>
  fc.record({
    measure: fc.constant(measure),
    unitId: fc.constant(`unit ${id % 3}`),
    matterId: fc.constant(`matter ${id}`),
    voiceId: fc.constant(`matter ${id}`),
    class: fc.constantFrom<Class>(...classesOf[measure]),
    isExcluded: measure === 'returned' || measure === 'reopened' ? fc.constant(false) : fc.boolean(),
  })
/** Lines of a month, each with ids of its own. */
const month = fc
  .uniqueArray(fc.tuple(fc.nat(30), fc.constantFrom(...measures)), { selector: String, maxLength: 60 })
  .chain((keys) => fc.tuple(...keys.map(([id, measure]) => lineOf(id, measure))))
  .map((lines) => [...lines])

describe('every line has one class of its measure', () => {
  test('an asked matter', () => {
    fc.assert(
      fc.property(asked, (m) => {
        expect(classesOf.solution).toContain(classOfAsking(m))
        expect(parts[classOfAsking(m)] === 'beside').toBe(m.solved === null)
      }),
    )
  })

  test('each voice, and never more answers than were given', () => {
    fc.assert(
      fc.property(asked, fc.array(fc.option(satisfaction), { minLength: 1, maxLength: 6 }), (m, voices) => {
        const found = classesOfVoices(m, voices)
        expect(found).toHaveLength(voices.length)
        for (const one of found) expect(classesOf.satisfaction).toContain(one)
        const answers = found.filter((one) => parts[one] !== 'beside').length
        const rated = voices.filter((said) => said !== null).length
        expect(answers).toBe(rated > 0 ? rated : m.satisfied === null ? 0 : 1)
      }),
    )
  })

  test('clocks: overdue and open weighs more than late, and nothing is lost but what was dropped', () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 5 }), (runs) => {
        const found = classOfRuns(runs)
        const counted = runs.filter(({ outcome }) => outcome !== 'dropped')
        expect(found === undefined).toBe(counted.length === 0)
        if (found === undefined) return
        expect(classesOf.onTime).toContain(found)
        expect(found === 'met').toBe(counted.every(({ outcome }) => outcome === 'met'))
        expect(found === 'overdue').toBe(counted.some(({ stopped }) => !stopped))
      }),
    )
  })
})

describe('figures', () => {
  test('what is excluded and what is counted are all, measure by measure; the units together are the area', () => {
    fc.assert(
      fc.property(month, (lines) => {
        const figures = figuresOf(lines)
        for (const measure of measures) {
          const of = lines.filter((line) => line.measure === measure)
          const { excluded, all } = excludedOf(figures[measure])
          expect(all).toBe(of.length)
          expect(excluded).toBe(of.filter(({ isExcluded }) => isExcluded).length)
        }
        const units = ['unit 0', 'unit 1', 'unit 2'].map((unit) =>
          figuresOf(lines.filter(({ unitId }) => unitId === unit)),
        )
        expect(sumOf(units)).toEqual(figures)
      }),
    )
  })

  test('a frozen month with its later differences is the month as it is now', () => {
    fc.assert(
      fc.property(month, month, (before, after) => {
        const found = differencesBetween(before, after)
        const sum = withDifferences(figuresOf(before), found)
        const there = figuresOf(after)
        for (const measure of measures)
          for (const one of classesOf[measure])
            expect(sum[measure]?.[one] ?? { counted: 0, excluded: 0 }).toEqual(
              there[measure]?.[one] ?? { counted: 0, excluded: 0 },
            )
        expect(differencesBetween(after, after)).toEqual([])
      }),
    )
  })
})

describe('rates', () => {
  const counts = fc.dictionary(
    fc.constantFrom<Class>('satisfied', 'basically', 'unsatisfied', 'unreachable', 'notAsked'),
    fc.record({ counted: fc.nat(400), excluded: fc.nat(40) }),
  ) as fc.Arbitrary<Counts>

  test('lie between none and all; one hundred means all and nought none, never by rounding', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 100 }), (of, share) => {
        const { numerator, denominator, shown } = reckon('satisfaction', of, {
          ...terms,
          basicallyShare: share / 100,
        })
        expect(numerator).toBeGreaterThanOrEqual(0)
        expect(numerator).toBeLessThanOrEqual(denominator)
        if (shown.kind === 'none') expect(denominator).toBe(0)
        else if (shown.kind === 'few') expect(denominator).toBeLessThan(terms.fewestCases)
        else {
          expect(denominator).toBeGreaterThanOrEqual(terms.fewestCases)
          expect(shown.tenths === 1000).toBe(numerator === denominator)
          expect(shown.tenths === 0).toBe(numerator === 0)
          expect(Math.abs(shown.tenths - (numerator / denominator) * 1000)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('what stands beside and what the panel left out change no rate', () => {
    fc.assert(
      fc.property(counts, fc.nat(500), fc.nat(500), (of, more, out) => {
        const changed: Counts = {
          ...of,
          unreachable: { counted: more, excluded: out },
          satisfied: { counted: of.satisfied?.counted ?? 0, excluded: out },
        }
        expect(reckon('satisfaction', changed, terms)).toEqual(reckon('satisfaction', of, terms))
      }),
    )
  })

  const one = (counted: number) => ({ counted, excluded: 0 })
  const full = {
    response: { met: one(9), late: one(1) },
    solution: { solved: one(8), unsolved: one(2), notAsked: one(40) },
    satisfaction: { satisfied: one(5), basically: one(5) },
    onTime: { met: one(1), overdue: one(9) },
  }

  test('the weighted sum is that of the example: 30 × 9/10 + 35 × 8/10 + 35 × (5 + 3)/10', () => {
    expect(reckon('satisfaction', full.satisfaction, terms)).toEqual({
      ...{ numerator: 8, denominator: 10, shown: { kind: 'shown', tenths: 800 } },
    })
    expect(scoreOf(full, terms)).toEqual({ kind: 'shown', tenths: 830 })
    const heavy: Terms = { ...terms, weights: { response: 0, solution: 0, satisfaction: 0, onTime: 100 } }
    expect(scoreOf(full, heavy)).toEqual({ kind: 'shown', tenths: 100 })
  })

  test('a sum over a gap is not shown, and a rate without weight does not make one', () => {
    expect(scoreOf({ ...full, solution: {} }, terms)).toEqual({ kind: 'none' })
    expect(scoreOf({ ...full, solution: { solved: one(4) } }, terms)).toEqual({ kind: 'few' })
    expect(scoreOf({ ...full, onTime: {} }, terms)).toEqual({ kind: 'shown', tenths: 830 })
    const all = {
      response: { met: one(7) },
      solution: { solved: one(7) },
      satisfaction: { satisfied: one(7) },
    }
    expect(scoreOf(all, terms)).toEqual({ kind: 'shown', tenths: 1000 })
    for (const rate of rates) expect(reckon(rate, {}, terms).shown).toEqual({ kind: 'none' })
  })
})

test.each([
  ['onTime', 'overdue', 'late', null, 'done'],
  ['solution', 'notAsked', 'solved', 'resolved', 'answered'],
  ['solution', 'solved', undefined, null, 'reopened'],
  ['solution', 'solved', undefined, 'joined', 'joined'],
  ['response', 'late', undefined, 'voided', 'voided'],
  ['onTime', 'overdue', undefined, null, 'moved'],
  ['onTime', undefined, 'met', null, 'added'],
] as const)('a difference of %s from %s to %s says why', (measure, was, is, closureKind, reason) => {
  const stand = (one: Class | undefined) => one && { class: one, isExcluded: false }
  const difference = { measure, was: stand(was), is: stand(is) }
  expect(reasonOf(difference, { closureKind, isDestroyed: false })).toBe(reason)
  if (was && is)
    expect(
      reasonOf({ ...difference, is: { class: is, isExcluded: true } }, { closureKind, isDestroyed: false }),
    ).toBe('excluded')
})
