import { Link } from '@tanstack/react-router'
import { useWords } from '#web/lib/words.ts'
import type { Box } from './queries.ts'
import { matterWords as words } from './words.ts'

/** The same search in another list. */
export function BoxLink({ box, q }: { box: Box; q: string }) {
  const { say } = useWords()
  return (
    <Link className="link" to="/matters/$box" params={{ box }} search={{ q }}>
      {say(words[box])}
    </Link>
  )
}
