import { inWords, type Language, type Sentence } from '#contract/words/language.ts'
import { usePreferences } from './preferences.ts'

export type { Sentence } from '#contract/words/language.ts'
export type Facts = Readonly<Record<string, string | number>>
export type Say = (sentence: Sentence, facts?: Facts) => string

/** A sentence whose English has a form for one. */
export type Counted = { zh: string; en: string; one: string }

/** A table of sentences: a missing English text does not compile. */
export function sentences<const Table extends Record<string, Sentence>>(table: Table): Table {
  return table
}

/** Picks the English form for one where the counted number is 1. */
export function counted(sentence: Counted, amount: number): Sentence {
  return { zh: sentence.zh, en: amount === 1 ? sentence.one : sentence.en }
}

/** The reader's language and how to say a sentence in it. */
export function useWords(): { language: Language; say: Say } {
  const { language } = usePreferences()
  return { language, say: (sentence, facts) => inWords(sentence, language, facts) }
}
