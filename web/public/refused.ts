import { refusals, sentenceOf } from '#contract/refusals.ts'
import type { Language, Sentence } from '#contract/words/language.ts'
import { inWords } from '#contract/words/language.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Outcome } from './api.ts'
import { startWords } from './words/start.ts'

/** What residents call the fields they fill. */
const fields: Readonly<Record<string, Sentence>> = {
  words: startWords.fieldWords,
  text: startWords.fieldWords,
  name: startWords.fieldName,
  phone: startWords.fieldPhone,
  files: startWords.fieldFiles,
  reason: startWords.fieldReason,
}

/** A refusal in the reader's words. A code this page does not know yet gets a sentence that is true of all of them. */
export function refusedWords(refusal: Refusal, language: Language): string {
  const field = fields[(refusal.field ?? '').split('.').pop() ?? '']
  const isOurs = !(refusal.refused in refusals) || (refusal.refused === 'badInput' && !field)
  if (isOurs) return inWords(startWords.refusedOther, language)
  const facts = { ...refusal.facts, ...(field ? { field: field[language] } : {}) }
  return sentenceOf({ refused: refusal.refused, facts }, language)
}

/** Why something did not arrive, and what is safe. */
export function unreachedWords(outcome: Outcome<unknown>): Sentence {
  const why = 'unreached' in outcome ? outcome.unreached : 'server'
  return why === 'network'
    ? startWords.whyNetwork
    : why === 'busy'
      ? startWords.whyBusy
      : startWords.whyServer
}
