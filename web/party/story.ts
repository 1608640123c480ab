import type { Language, Sentence } from '#contract/words/language.ts'
import { partyRoleLabels } from '#contract/words/party-labels.ts'
import { fieldWords } from '#web/lib/field-words.ts'
import { partyWords as words } from './words.ts'

const joinedBy = (language: Language) => (language === 'zh' ? '、' : ', ')

/** Of a line of the story about a party: its role, whom it acts for by number, whether it represents its side. Never a name. */
export function partyWords(payload: Record<string, unknown>, language: Language): string {
  const role = partyRoleLabels[payload['role'] as 'applicant'] as Sentence | undefined
  const nos = Array.isArray(payload['actsForNos']) ? payload['actsForNos'].map(String) : []
  const acting =
    nos.length === 0 ? '' : words.actsForNos[language].replace('{nos}', nos.join(joinedBy(language)))
  const marks = [payload['isRepresentative'] === true ? words.representative[language] : '', acting]
  return [role?.[language] ?? '', ...marks].filter(Boolean).join(language === 'zh' ? '，' : ', ')
}

/** The names of the fields that a correction changed. */
export function changedWords(changed: unknown, language: Language): string {
  const fields = Array.isArray(changed) ? changed.map(String) : []
  return fields
    .map((field) => (field === 'role' ? words.role[language] : (fieldWords[field]?.[language] ?? field)))
    .join(joinedBy(language))
}
