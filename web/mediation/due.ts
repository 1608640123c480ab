import type { MediationRow, MediationView } from '#contract/mediation.ts'
import { inWords, type Language } from '#contract/words/language.ts'
import { pauseLabels } from '#contract/words/mediation-labels.ts'
import { dayOf, daysBetween } from '#domain/calendar/days.ts'
import { dayWords } from '#web/lib/time.ts'
import { mediationWords as words } from './words.ts'

type Timed = Pick<MediationRow, 'state' | 'dueOn'> & Partial<Pick<MediationView, 'pauses'>>

/** Until when, or why its limit stands still; nothing once it is over. */
export function dueWords({ state, dueOn, pauses }: Timed, now: number, language: Language): string {
  if (state !== 'asking' && state !== 'running') return ''
  if (dueOn === null) {
    const pause = pauses?.find(({ toOn }) => toOn === null)
    if (!pause) return inWords(words.stillBare, language)
    const facts = { why: pauseLabels[pause.why][language], day: dayWords(pause.fromOn, now, language) }
    return inWords(words.still, language, facts)
  }
  const n = daysBetween(dayOf(now), dueOn)
  const day = dayWords(dueOn, now, language)
  if (n === 0) return inWords(words.dueToday, language)
  return inWords(n > 0 ? words.dueIn : words.late, language, { day, n: Math.abs(n) })
}

/** How pressing it is: over its day, within a week, or neither. */
export function dueTone({ dueOn }: Pick<Timed, 'dueOn'>, now: number): 'act' | 'near' | 'calm' | 'still' {
  if (dueOn === null) return 'still'
  const n = daysBetween(dayOf(now), dueOn)
  return n < 0 ? 'act' : n <= 7 ? 'near' : 'calm'
}
