import type { Profile } from '../profile/profile.ts'
import { type Class, type Counts, classesOf, type Figures, parts, type RateName, rates } from './measures.ts'

/** What of a profile the figures of a month depend on. */
export type Terms = {
  /** Whole points, one hundred together. */
  weights: Record<RateName, number>
  /** What "basically satisfied" counts in the numerator, 0 to 1. */
  basicallyShare: number
  /** Below so many no rate is shown. */
  fewestCases: number
}

/** The names of the weights in the profile, by rate. */
export const weightOf = {
  response: 'weightResponse',
  solution: 'weightSolution',
  satisfaction: 'weightSatisfaction',
  onTime: 'weightOnTime',
} as const satisfies Record<RateName, keyof Profile>

/** The terms of a profile. */
export function termsOf(profile: Profile): Terms {
  const weight = (rate: RateName): [RateName, number] => [rate, profile[weightOf[rate]]]
  return {
    weights: Object.fromEntries(rates.map(weight)) as Record<RateName, number>,
    basicallyShare: profile.basicallyShare,
    fewestCases: profile.fewestCases,
  }
}

/** What may be shown of a part of a whole: nothing was counted, too few, or tenths of a percent. */
export type Shown = { kind: 'none' } | { kind: 'few' } | { kind: 'shown'; tenths: number }

/** A rate as it is reckoned: the numerator may have hundredths, where "basically satisfied" counts in part. */
export type Reckoned = { numerator: number; denominator: number; shown: Shown }

/** Tenths of a percent; 1000 only for all of it and 0 only for none of it, never by rounding. */
function tenthsOf(hundredths: number, whole: number): number {
  if (hundredths === 0) return 0
  if (hundredths === whole * 100) return 1000
  return Math.min(999, Math.max(1, Math.round((hundredths * 10) / whole)))
}

const countOf = (counts: Counts, rate: RateName, part: (one: Class) => boolean) =>
  classesOf[rate].reduce((n, one) => n + (part(one) ? (counts[one]?.counted ?? 0) : 0), 0)

/**
 * One rate. In: the counts of its classes and the terms. Out: numerator, denominator, and the rate in tenths of a percent; `none`
 * where nothing was counted, `few` under the fewest cases. What was left out by the panel is in neither.
 */
export function reckon(rate: RateName, counts: Counts, terms: Terms): Reckoned {
  const good = countOf(counts, rate, (one) => parts[one] === 'good')
  const half = countOf(counts, rate, (one) => parts[one] === 'half')
  const denominator = countOf(counts, rate, (one) => parts[one] !== 'beside')
  const hundredths = good * 100 + half * Math.round(terms.basicallyShare * 100)
  const kind = denominator === 0 ? 'none' : denominator < terms.fewestCases ? 'few' : 'shown'
  const shown: Shown = kind === 'shown' ? { kind, tenths: tenthsOf(hundredths, denominator) } : { kind }
  return { numerator: hundredths / 100, denominator, shown }
}

/**
 * The weighted sum of the rates, in tenths of a point. In: figures, terms. Out: `none` or `few` as soon as one rate that has a weight
 * cannot be shown: a sum over a gap would compare what cannot be compared. Reckoned from whole numbers, rounded once.
 */
export function scoreOf(figures: Figures, terms: Terms): Shown {
  let sum = 0
  let isFull = true
  for (const rate of rates) {
    const weight = terms.weights[rate]
    if (weight === 0) continue
    const { numerator, denominator, shown } = reckon(rate, figures[rate] ?? {}, terms)
    if (shown.kind !== 'shown') return shown
    sum += (weight * numerator) / denominator
    isFull &&= numerator === denominator
  }
  if (isFull) return { kind: 'shown', tenths: 1000 }
  return { kind: 'shown', tenths: sum === 0 ? 0 : Math.min(999, Math.max(1, Math.round(sum * 10))) }
}

/** Tenths as they are written: 93.4, 100. */
export const tenthsWords = (tenths: number): string => (tenths === 1000 ? '100' : (tenths / 10).toFixed(1))
