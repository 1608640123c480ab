import { exactTime, pastTime, planTime } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'

/** A moment as people say it, the exact one on hover. `plan` for what is to come, `past` for what has been. */
export function When({ at, as = 'past' }: { at: string; as?: 'past' | 'plan' }) {
  const now = useNow()
  const { language } = useWords()
  const instant = Date.parse(at)
  return (
    <time dateTime={at} title={exactTime(instant, language)} className="number">
      {as === 'past' ? pastTime(instant, now, language) : planTime(instant, now, language)}
    </time>
  )
}
