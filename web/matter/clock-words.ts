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
  basis: {
    zh: '{unit}负责，{from} 起算，限 {amount}。',
    en: 'With {unit} since {from}, limit {amount}.',
  },
  basisBy: {
    zh: '{unit}负责，{from} 起算，限 {amount}（依据：{source}）。',
    en: 'With {unit} since {from}, limit {amount} (by: {source}).',
  },
  extended: { zh: '延长过 {count} 次，共加 {amount}。', en: 'Extensions so far: {count}, {amount} in all.' },
  paused: { zh: '停过 {count} 次，停的时间不算。', en: 'Pauses so far: {count}; they do not count.' },
  standing: { zh: '{from} 起停着，停的时间不算。', en: 'Standing still since {from}, which does not count.' },
  shifted: {
    zh: '{at} 工作日历有调整，到期由 {was} 改为 {is}。',
    en: 'The working calendar changed {at}: due {is} instead of {was}.',
  },
  ended: { zh: '{at} 结束。', en: 'Ended {at}.' },
  dropped: { zh: '{clock}：{unit} 提前停止', en: '{clock}: stopped early at {unit}' },
})

const measures: Record<ClockView['measure'], Counted | undefined> = {
  minutes: undefined,
  workMinutes: {
    zh: '{count}\u00a0分钟工作时间',
    en: '{count} working minutes',
    one: '{count} working minute',
  },
  days: { zh: '{count}\u00a0天', en: '{count} days', one: '{count} day' },
  workDays: { zh: '{count}\u00a0个工作日', en: '{count} working days', one: '{count} working day' },
}

function limitWords(measure: ClockView['measure'], amount: number, language: Language): string {
  const sentence = measures[measure]
  return sentence
    ? inWords(counted(sentence, amount), language, { count: amount })
    : spanWords(amount, language)
}

/**
 * How a clock is counted: with whom, since when, how long, by which rule, what was added, when it stood still, and what a change
 * of the calendar did to it. A source that is not written in the reader's script is left out.
 */
export function clockBasis(clock: ClockView, now: number, language: Language): string {
  const at = (instant: string) => dueTime(Date.parse(instant), now, language)
  const source = language === 'en' || /\p{Script=Han}/u.test(clock.source ?? '') ? clock.source : null
  const stillFrom =
    clock.stoppedAt === null ? clock.pauses.find((pause) => pause.toAt === null)?.fromAt : undefined
  const over = clock.pauses.filter((pause) => pause.toAt !== null).length
  const added = clock.extensions.reduce((sum, amount) => sum + amount, 0)
  const say = (sentence: Sentence, facts: Record<string, string | number>) =>
    inWords(sentence, language, facts)
  return [
    say(source === null ? words.basis : words.basisBy, {
      unit: clock.unitName,
      from: at(clock.startedAt),
      amount: limitWords(clock.measure, clock.amount, language),
      source: source ?? '',
    }),
    added > 0 &&
      say(words.extended, {
        count: clock.extensions.length,
        amount: limitWords(clock.measure, added, language),
      }),
    over > 0 && say(words.paused, { count: over }),
    stillFrom !== undefined && say(words.standing, { from: at(stillFrom) }),
    ...clock.shifts.flatMap(({ at: since, was, is }) =>
      was !== null && is !== null ? [say(words.shifted, { at: at(since), was: at(was), is: at(is) })] : [],
    ),
    clock.stoppedAt !== null && say(words.ended, { at: at(clock.stoppedAt) }),
  ]
    .filter(Boolean)
    .join(language === 'en' ? ' ' : '')
}

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
