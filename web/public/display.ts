import type { Language } from '#contract/words/language.ts'
import { inWords } from '#contract/words/language.ts'
import type { DisplayView } from './hall-api.ts'
import { hallWords } from './words/hall.ts'

type Called = DisplayView['called'][number]

/** One call of one number: the same number called again is another call. */
export const callKey = (c: Pick<Called, 'label' | 'calls' | 'windowName'>) =>
  `${c.label} ${c.windowName} ${c.calls}`

/** The calls that were not shown before, the oldest first. In: undefined while nothing was shown, for then nothing is new. */
export function newCalls(known: ReadonlySet<string> | undefined, called: readonly Called[]): Called[] {
  if (!known) return []
  return called
    .filter((c) => !c.isServing && !known.has(callKey(c)))
    .sort((a, b) => a.calledAt.localeCompare(b.calledAt))
}

/** What the voice says; the signs of a number one by one. */
export function spokenCall(c: Pick<Called, 'label' | 'windowName'>, language: Language): string {
  const facts = { number: [...c.label].join(' '), window: c.windowName }
  return inWords(hallWords.spoken, language, facts)
}

/** Speaks where the browser can; elsewhere the chime and the screen have to do. */
export function speak(text: string, language: Language): void {
  if (!('speechSynthesis' in window)) return
  const voice = new SpeechSynthesisUtterance(text)
  voice.lang = language === 'zh' ? 'zh-CN' : 'en-GB'
  voice.rate = 0.9
  window.speechSynthesis.speak(voice)
}
