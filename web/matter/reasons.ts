import type { MatterRow } from '#contract/matter.ts'
import { clockLabels, closureLabels, flagLabels } from '#contract/words/labels.ts'
import { inWords, type Language } from '#contract/words/language.ts'
import { dayOf, daysBetween } from '#domain/calendar/days.ts'
import type { Flag } from '#domain/matter/flags.ts'
import { planTime, spanWords } from '#web/lib/time.ts'
import { sentences } from '#web/lib/words.ts'
import type { Tone } from '#web/ui/FlagTag.tsx'

const words = sentences({
  overdue: { zh: '{clock}超时 {span}', en: '{clock} overdue by {span}' },
  dueIn: { zh: '{clock}还剩 {span}', en: '{clock} due in {span}' },
  dueAt: { zh: '{clock}最迟{due}', en: '{clock} by {due}' },
})

const tones: Partial<Record<Flag, Tone>> = {
  farOver: 'act',
  late: 'act',
  critical: 'act',
  reopenAsked: 'act',
  urgent: 'near',
  nearing: 'near',
  returned: 'near',
  unhappy: 'near',
  approval: 'near',
  expedited: 'near',
}

/** How a flag is shown: red only where somebody must act now. */
export function toneOf(flag: Flag): Tone {
  return tones[flag] ?? 'info'
}

const byWeight: readonly Flag[] = [
  'reopenAsked',
  'critical',
  'approval',
  'unhappy',
  'expedited',
  'held',
  'assisted',
  'returned',
  'ruled',
  'escalated',
  'awaitingPerson',
  'urgent',
  'group',
  'reopened',
  'sensitive',
]

export type Reason = { key: string; words: string; tone: Tone }

/** Why a row stands where it stands: its time first, then the heaviest of what is special about it. */
export function reasonsOf(
  row: Pick<MatterRow, 'flags' | 'clock' | 'state' | 'closureKind'>,
  now: number,
  language: Language,
): Reason[] {
  const reasons: Reason[] = []
  const dueAt = row.clock?.dueAt ? Date.parse(row.clock.dueAt) : undefined
  if (row.clock && dueAt !== undefined) {
    const clock = clockLabels[row.clock.kind][language]
    const minutes = Math.max(1, Math.round(Math.abs(dueAt - now) / 60_000))
    // from the second day on people count days on the calendar, as the clocks do
    const days = Math.abs(daysBetween(dayOf(dueAt), dayOf(now)))
    const span = spanWords(days >= 2 ? days * 1440 : minutes, language)
    if (now > dueAt)
      reasons.push({ key: 'time', words: inWords(words.overdue, language, { clock, span }), tone: 'act' })
    else if (minutes <= 24 * 60)
      reasons.push({
        key: 'time',
        words: inWords(words.dueIn, language, { clock, span }),
        tone: row.flags.includes('nearing') ? 'near' : 'still',
      })
    else
      reasons.push({
        key: 'time',
        words: inWords(words.dueAt, language, { clock, due: planTime(dueAt, now, language) }),
        tone: row.flags.includes('nearing') ? 'near' : 'still',
      })
  }
  for (const flag of byWeight)
    if (row.flags.includes(flag))
      reasons.push({ key: flag, words: flagLabels[flag][language], tone: toneOf(flag) })
  if (row.closureKind)
    reasons.push({ key: 'closure', words: closureLabels[row.closureKind][language], tone: 'still' })
  return reasons.slice(0, 3)
}
