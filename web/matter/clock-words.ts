import type { MatterPage } from '#contract/matter.ts'
import { clockLabels } from '#contract/words/labels.ts'
import { inWords, type Language, type Sentence } from '#contract/words/language.ts'
import { dueTime, spanWords } from '#web/lib/time.ts'
import { type Counted, counted, sentences } from '#web/lib/words.ts'

export type ClockView = MatterPage['clocks'][number]

const words = sentences({
  left: { zh: '{clock}：还剩 {amount}，{due} 到期', en: '{clock}: {amount} left, due {due}' },
  over: { zh: '{clock}：已超时 {amount}，应在 {due} 前完成', en: '{clock}: {amount} overdue, was due {due}' },
  still: { zh: '{clock}：暂停计时，还剩 {amount}', en: '{clock}: standing still, {amount} left' },
  met: { zh: '{clock}：{unit} 按时完成', en: '{clock}: done in time by {unit}' },
  late: { zh: '{clock}：{unit} 超时', en: '{clock}: late at {unit}' },
  dropped: { zh: '{clock}：{unit} 提前停止', en: '{clock}: stopped early at {unit}' },
})

const amounts: Record<'workDays' | 'days', Counted> = {
  workDays: { zh: '{count}\u00a0个工作日', en: '{count} working days', one: '{count} working day' },
  days: { zh: '{count}\u00a0天', en: '{count} days', one: '{count} day' },
}

function amountWords(remaining: NonNullable<ClockView['remaining']>, language: Language): string {
  const { unit, amount } = remaining
  if (unit === 'minutes') return spanWords(amount, language)
  return inWords(counted(amounts[unit], amount), language, { count: amount })
}

/** A clock in one sentence. */
export function clockSentence(clock: ClockView, now: number, language: Language): string {
  const name = clockLabels[clock.kind][language]
  const facts = {
    clock: language === 'en' ? name.charAt(0).toUpperCase() + name.slice(1) : name,
    unit: clock.unitName,
  }
  const { remaining } = clock
  if (remaining) {
    const due = clock.dueAt ? dueTime(Date.parse(clock.dueAt), now, language) : ''
    const sentence: Sentence = due === '' ? words.still : remaining.late ? words.over : words.left
    return inWords(sentence, language, { ...facts, due, amount: amountWords(remaining, language) })
  }
  return inWords(words[clock.outcome ?? 'dropped'], language, facts)
}

/** How full the bar of a running clock is, where its warning stands, and how it looks. */
export function clockBar(
  clock: ClockView,
  now: number,
): { share: number; mark?: number; tone: 'calm' | 'near' | 'act' | 'still' } {
  if (!clock.dueAt) return { share: 0.5, tone: 'still' }
  const start = Date.parse(clock.startedAt)
  const whole = Math.max(Date.parse(clock.dueAt) - start, 1)
  const share = (now - start) / whole
  const mark = clock.warnAt ? (Date.parse(clock.warnAt) - start) / whole : undefined
  const tone = share > 1 ? 'act' : mark !== undefined && share > mark ? 'near' : 'calm'
  return { share, tone, ...(mark !== undefined && mark > 0 && mark < 1 ? { mark } : {}) }
}
