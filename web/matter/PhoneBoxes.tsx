import { Link } from '@tanstack/react-router'
import { useMe } from '#web/console/queries.ts'
import { usePhone } from '#web/lib/use-media.ts'
import { useWords } from '#web/lib/words.ts'
import { cappedCount } from './counts.ts'
import { boxesFor } from './my-boxes.ts'
import { type Box, useCounts } from './queries.ts'
import { matterWords as words } from './words.ts'

/** The lists as a strip above the list, where there is no rail. */
export function PhoneBoxes({ box }: { box: Box }) {
  const { say } = useWords()
  const isPhone = usePhone()
  const me = useMe()
  const { data: counts } = useCounts(isPhone)
  if (!isPhone) return null
  return (
    <nav className="phone-boxes" aria-label={say(words.list)}>
      {boxesFor(me?.permissions ?? []).map((one) => {
        const count = one === 'closed' ? 0 : (counts?.[one] ?? 0)
        return (
          <Link
            key={one}
            to="/matters/$box"
            params={{ box: one }}
            search={{}}
            aria-current={one === box ? 'page' : undefined}
          >
            {say(words[one])}
            {count > 0 && <b className="number"> {cappedCount(count, counts?.cap ?? 999)}</b>}
          </Link>
        )
      })}
    </nav>
  )
}
