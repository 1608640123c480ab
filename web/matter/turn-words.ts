import type { MatterPage } from '#contract/matter.ts'
import { closureLabels } from '#contract/words/labels.ts'
import { inWords, type Language } from '#contract/words/language.ts'
import { planTime } from '#web/lib/time.ts'
import { matterWords as words } from './words.ts'

type Turn = { sentence: string; tone: 'calm' | 'near' | 'act' | 'done' }

/** Whose turn it is and until when, in one sentence. In: the matter, the ids of my units, the present, the language. */
export function turnOf(
  matter: Pick<MatterPage, 'state' | 'holder' | 'clock' | 'flags' | 'closureKind'>,
  myUnits: readonly string[],
  now: number,
  language: Language,
): Turn {
  const { clock, flags, holder } = matter
  const dueAt = clock?.dueAt ? Date.parse(clock.dueAt) : undefined
  const due = dueAt === undefined ? '' : planTime(dueAt, now, language)
  const isLate = dueAt !== undefined && now > dueAt
  const facts = {
    unit: holder.name,
    due,
    closure: matter.closureKind ? closureLabels[matter.closureKind][language] : '',
  }
  const tone = isLate ? 'act' : flags.includes('nearing') ? 'near' : 'calm'
  if (matter.state === 'closed') {
    if (!flags.includes('reopenAsked'))
      return { sentence: inWords(words.turnClosed, language, facts), tone: 'done' }
    return {
      sentence: inWords(due ? words.turnReopen : words.turnReopenNoDue, language, facts),
      tone: tone === 'calm' ? 'near' : tone,
    }
  }
  if (flags.includes('awaitingPerson') && !isLate)
    return { sentence: inWords(due ? words.turnPersonBy : words.turnPerson, language, facts), tone }
  const [bare, by, late] = myUnits.includes(holder.id)
    ? [words.turnMine, words.turnMineBy, words.turnMineLate]
    : [words.turn, words.turnBy, words.turnLate]
  return { sentence: inWords(dueAt === undefined ? bare : isLate ? late : by, language, facts), tone }
}
