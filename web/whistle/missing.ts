import { sentenceOf } from '#contract/refusals.ts'
import type { Language, Sentence } from '#contract/words/language.ts'

/** What is said beside a field that has to be filled in and is not. */
export const missingWords = (label: Sentence, language: Language): string =>
  sentenceOf({ refused: 'missingField', facts: { field: label[language] } }, language)
