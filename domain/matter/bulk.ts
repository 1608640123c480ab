import type { Matter } from './matter.ts'
import type { Verb } from './moves.ts'

/**
 * The verbs offered for many matters at once, and how one form serves them all. `same`: every matter gets the same input;
 * `merged`: what the form leaves open stays as each matter has it. What needs a word about the single matter (a result, a
 * return, an answer to the person) is not here and never offered in bulk.
 */
export const bulkVerbs = {
  accept: 'same',
  triage: 'merged',
  dispatch: 'same',
  sign: 'same',
  handOver: 'same',
  progress: 'same',
  verify: 'same',
  note: 'same',
  expedite: 'same',
  withdraw: 'same',
} as const satisfies Partial<Record<Verb, 'same' | 'merged'>>

export type BulkVerb = keyof typeof bulkVerbs
export const bulkVerbNames = Object.keys(bulkVerbs) as BulkVerb[]

/** So many matters are moved at once at most; a larger number is a rule of the district, not a selection. */
export const mostAtOnce = 200

type Sorted = Pick<Matter, 'title' | 'kind' | 'categoryCode' | 'urgency'>

/** The input of one matter out of the form for all. In: the verb, the matter, what the form says. Out: the verb's own input. */
export function bulkInputOf(
  verb: BulkVerb,
  { title, kind, categoryCode, urgency }: Sorted,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  if (bulkVerbs[verb] === 'same') return { ...given }
  const chosen = Object.entries(given).filter(([, value]) => value !== undefined)
  return { title, kind, categoryCode: categoryCode ?? '', urgency, ...Object.fromEntries(chosen) }
}
