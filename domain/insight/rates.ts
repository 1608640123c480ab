/** Below this, a share says nothing and may point at a person (lesson of MuckRock #2218): counts are shown, no percentage. */
export const leastForRate = 5

/** A share to be shown: nothing counted yet, too few for a percentage, or whole percent. */
export type Rate = { kind: 'none' } | { kind: 'few' } | { kind: 'percent'; percent: number }

/**
 * The share that may be shown. In: whole numbers, numerator at most denominator. Out: whole percent, where 100 means all and
 * 0 means none at all, never a rounding; `few` for denominators under five; `none` when nothing was counted. Throws on others.
 */
export function rateOf(numerator: number, denominator: number): Rate {
  if (
    !(
      Number.isInteger(numerator) &&
      Number.isInteger(denominator) &&
      0 <= numerator &&
      numerator <= denominator
    )
  )
    throw new Error(`no share: ${numerator} of ${denominator}`)
  if (denominator === 0) return { kind: 'none' }
  if (denominator < leastForRate) return { kind: 'few' }
  if (numerator === 0 || numerator === denominator)
    return { kind: 'percent', percent: numerator === 0 ? 0 : 100 }
  return { kind: 'percent', percent: Math.min(99, Math.max(1, Math.round((numerator / denominator) * 100))) }
}
