import type { DutyHint } from '#contract/matter.ts'
import { inWords, type Language } from '#contract/words/language.ts'
import { joined } from './sides.ts'
import { placeLevelLabels, dutyWords as words } from './words.ts'

/** What the list says of a matter, in one sentence for who and one for why. */
export function hintWords(hint: DutyHint, language: Language): { who: string; why: string; basis: string } {
  const main = hint.main?.name ?? (hint.level === 'district' ? '' : placeLevelLabels[hint.level][language])
  const assists = joined(
    hint.assists.map(({ name }) => name),
    language,
  )
  return {
    who:
      inWords(words.hintMain, language, { main }) +
      (assists === '' ? '' : inWords(words.hintAssists, language, { assists })),
    why: inWords(words.hintWhy, language, {
      no: hint.no,
      by: words[hint.by === 'category' ? 'byCategory' : 'byClass'][language],
      area: hint.isWhole ? words.inWhole[language] : hint.areaName,
      before: hint.before === 0 ? '' : inWords(words.beforeOthers, language, { count: hint.before }),
    }),
    basis: inWords(words.hintBasis, language, { basis: hint.basis }),
  }
}
