import type { Language } from '#contract/words/language.ts'
import { dateWords } from '#domain/mediation/forms/facts.ts'

const english = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A day in full, as a statutory time is told: 2026年11月27日, 27 Nov 2026. */
export const dayText = (day: string, language: Language): string =>
  language === 'zh' ? dateWords(day) : english.format(new Date(`${day}T00:00:00Z`))
