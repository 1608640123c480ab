import type { Evaluation } from '#contract/evaluation.ts'
import type { Language } from '#contract/words/language.ts'
import { type Class, type Counts, classesOf, type Measure, parts } from '#domain/evaluation/measures.ts'
import { type Shown, tenthsWords } from '#domain/evaluation/score.ts'
import type { Say } from '#web/lib/words.ts'
import type { LineSearch } from './search.ts'
import { evaluationWords as words } from './words.ts'

/** A rate as it is said: percent, or why there is none. */
export function shownWords(shown: Shown, fewest: number, say: Say): string {
  if (shown.kind === 'none') return say(words.noCases)
  if (shown.kind === 'few') return say(words.few, { fewest })
  return say(words.percent, { percent: tenthsWords(shown.tenths) })
}

/** A number that may have hundredths. */
export const numberWords = (value: number, language: Language): string =>
  value.toLocaleString(language, { maximumFractionDigits: 2 })

/** The list behind a number of a month that is shown. In: of one unit alone, or of all that is asked for. */
export function listOf(
  { month, as, unit }: Pick<Evaluation, 'month' | 'as' | 'unit'>,
  measure: Measure,
  more: { class?: Class; excluded?: '0' | '1'; unitId?: string | undefined },
): LineSearch {
  const { unitId, ...rest } = more
  const of = unitId ?? unit?.id
  return { month, as, measure, ...(of ? { unit: of } : {}), ...(unitId ? { own: '1' } : {}), ...rest }
}

/** How many stand beside a rate, class by class; nothing of those there are none of. */
export const besideOf = (measure: Measure, counts: Counts = {}): [Class, number][] =>
  classesOf[measure].flatMap((one): [Class, number][] => {
    const count = counts[one]?.counted ?? 0
    return parts[one] === 'beside' && count > 0 ? [[one, count]] : []
  })
