import type { DutyRow } from '#contract/duty.ts'
import { inWords, type Language } from '#contract/words/language.ts'
import { placeLevelLabels, dutyWords as words } from './words.ts'

export type Sides = Pick<DutyRow, 'main' | 'level' | 'assists' | 'assistLevels'>

const comma = { zh: '、', en: ', ' }

/** Names one after the other. */
export const joined = (names: readonly string[], language: Language) => names.join(comma[language])

/** Who is main handler by a line, in words. */
export function mainWords({ main, level }: Pick<Sides, 'main' | 'level'>, language: Language): string {
  if (main) return main.name
  return level === 'district' ? '' : placeLevelLabels[level][language]
}

/** Who assists by a line, in words; nobody: undefined. */
export function assistWords({ assists, assistLevels }: Sides, language: Language): string | undefined {
  const named = [
    ...assists.map(({ name }) => name),
    ...assistLevels.map((level) => placeLevelLabels[level][language]),
  ]
  return named.length === 0 ? undefined : joined(named, language)
}

/** Both in one phrase: `区城管局，属地社区协办`. */
export function sidesWords(sides: Sides, language: Language): string {
  const [main, assists] = [mainWords(sides, language), assistWords(sides, language)]
  return assists === undefined ? main : inWords(words.withAssists, language, { main, assists })
}

/** From when until when it counts. */
export function spanWords(
  { fromOn, toOn }: { fromOn: string; toOn: string | null },
  language: Language,
): string {
  return toOn === null
    ? inWords(words.from, language, { from: fromOn })
    : inWords(words.span, language, { from: fromOn, to: toOn })
}
