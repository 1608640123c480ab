import { closureLabels, levelLabels } from '#contract/words/labels.ts'
import { factLabels } from '#web/insight/words.ts'
import { dayWords } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import type { Filters } from './filters.ts'
import { matterWords as words } from './words.ts'

/** What the number counts that led here, in words. */
export function NumberFilter({ filters: { fact, from, to, closureKind, level } }: { filters: Filters }) {
  const { language, say } = useWords()
  const now = useNow()
  const day = (one: string | undefined) => (one === undefined ? '…' : dayWords(one, now, language))
  const parts = [
    fact && say(factLabels[fact]),
    closureKind && say(closureLabels[closureKind]),
    level && say(levelLabels[level]),
    (from || to) && say(words.fromTo, { from: day(from), to: day(to) }),
  ].filter(Boolean)
  return parts.length > 0 ? <span className="quiet">{parts.join(' · ')}</span> : null
}
