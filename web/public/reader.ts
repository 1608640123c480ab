import { inWords, type Language, type Sentence } from '#contract/words/language.ts'
import { recall, remember } from './memory.ts'
import { createStore, useStore } from './store.ts'

/** How this person reads: which language, and whether in large type. Remembered on the device. */
type Reader = { language: Language; isLarge: boolean }

const first: Reader = {
  language:
    recall<string>('language', '') === 'en' || (recall('language', '') === '' && isForeign()) ? 'en' : 'zh',
  isLarge: recall('large', false),
}

export const reader = createStore<Reader>(first)

const dark = matchMedia('(prefers-color-scheme: dark)')

/** Chinese unless the device is set to English and to no Chinese at all. */
function isForeign(): boolean {
  const wanted = navigator.languages ?? []
  return (
    wanted.length > 0 && !wanted.some((tag) => tag.startsWith('zh')) && wanted[0]?.startsWith('en') === true
  )
}

/** Puts the reader's choice on the document. */
export function showReader(): void {
  const { language, isLarge } = reader.get()
  const root = document.documentElement
  root.lang = language === 'zh' ? 'zh-CN' : 'en'
  root.dataset['care'] = isLarge ? 'yes' : 'no'
  root.dataset['theme'] = dark.matches ? 'dark' : 'light'
}

reader.watch(showReader)
dark.addEventListener('change', showReader)

export function switchLanguage(): void {
  reader.set((r) => ({ ...r, language: r.language === 'zh' ? 'en' : 'zh' }))
  remember('language', reader.get().language)
}

export function switchSize(): void {
  reader.set((r) => ({ ...r, isLarge: !r.isLarge }))
  remember('large', reader.get().isLarge)
}

export type Say = (sentence: Sentence, facts?: Readonly<Record<string, string | number>>) => string

/** Sentences in the reader's language. */
export function useSay(): { say: Say; language: Language } {
  const { language } = useStore(reader)
  return { say: (sentence, facts) => inWords(sentence, language, facts), language }
}
