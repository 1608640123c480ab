import type { ActionView } from '#contract/matter.ts'
import { verbLabels } from '#contract/words/labels.ts'
import { inWords, type Language, type Sentence } from '#contract/words/language.ts'
import { whoOf } from './story-words.ts'

const bare: Sentence = { zh: '{who}：{verb}', en: '{who}: {verb}' }
const person: Sentence = { zh: '诉求人', en: 'The person' }

/** Who did what, where what was said with it was destroyed or erased. */
export function bareSentence(
  { verb, actor }: Pick<ActionView, 'verb' | 'actor'>,
  language: Language,
): string {
  const isPerson = actor.kind === 'resident' || actor.kind === 'visitor'
  const who = isPerson ? person[language] : whoOf(actor, language)
  return inWords(bare, language, { who, verb: verbLabels[verb][language] })
}

/** What a person says with these, or a title that may be their first sentence. */
const said: ReadonlySet<string> = new Set([
  ...['receive', 'answer', 'rate', 'askReopen', 'withdraw', 'triage', 'correct', 'close'],
  ...['relate', 'unrelate', 'merge', 'settleSubject'],
])

/** Whether what was said with a step was erased at the wish of its person. */
export const isBlanked = ({ verb, payload }: Pick<ActionView, 'verb' | 'payload'>): boolean =>
  said.has(verb) && Object.keys(payload).length === 0
