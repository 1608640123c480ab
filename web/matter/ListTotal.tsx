import { useWords } from '#web/lib/words.ts'
import { cappedCount } from './counts.ts'
import type { Filters } from './filters.ts'
import { listWords as words } from './list-words.ts'
import { type Box, useTotal } from './queries.ts'

/** How many matters the list holds, and how many voices where they are more. */
export function ListTotal({ box, filters }: { box: Box; filters: Filters }) {
  const { say } = useWords()
  const { data } = useTotal(box, filters)
  if (!data) return null
  const { cap, appeals } = data
  const matters = cappedCount(data.matters, cap)
  return (
    <small className="list-total number">
      {appeals !== null && appeals > data.matters
        ? say(words.totalVoices, { matters, appeals })
        : say(words.total, { matters })}
    </small>
  )
}
