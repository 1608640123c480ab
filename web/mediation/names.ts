import type { MediationView } from '#contract/mediation.ts'
import type { Language } from '#contract/words/language.ts'
import type { Say, Sentence } from '#web/lib/words.ts'

const no: Sentence = { zh: '{no} 号', en: 'No. {no}' }
const named: Sentence = { zh: '{no} 号 {name}', en: 'No. {no} {name}' }

/** A party as it is called on the pages: by number, and by its masked name where the reader may see it. */
export const partyName = (one: { no: number; name: string | null }, say: Say): string =>
  one.name === null ? say(no, { no: one.no }) : say(named, { no: one.no, name: one.name })

/** The same by id; nothing for whoever takes no part. */
export function nameOf({ participants }: Pick<MediationView, 'participants'>, say: Say) {
  const names = new Map(participants.map((one) => [one.partyId, partyName(one, say)]))
  return (id: string | null): string => (id === null ? '' : (names.get(id) ?? ''))
}

/** Several names in a row. */
export const inRow = (names: readonly string[], language: Language): string =>
  names.filter(Boolean).join(language === 'zh' ? '、' : ', ')
