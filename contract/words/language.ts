import type { Language } from '#domain/language.ts'

export { type Language, languages } from '#domain/language.ts'

/** One sentence or label, written in each language, with `{name}` where a fact goes. */
export type Sentence = { zh: string; en: string }

/** Fills a sentence. In: the sentence, the language, the facts. Out: the text; a fact that is absent leaves nothing behind. */
export function inWords(
  sentence: Sentence,
  language: Language,
  facts: Readonly<Record<string, string | number>> = {},
): string {
  return sentence[language].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
}
