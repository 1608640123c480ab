import type { Language } from '#contract/words/language.ts'

/** What a kind of help is called in a language. */
export const kindName = (
  { nameZh, nameEn }: { nameZh: string; nameEn: string },
  language: Language,
): string => (language === 'zh' ? nameZh : nameEn)
