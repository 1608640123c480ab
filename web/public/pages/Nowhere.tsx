/** @jsxImportSource preact */
import { Link } from '../parts/Link.tsx'
import { useSay } from '../reader.ts'
import { startWords } from '../words/start.ts'

/** An address that names no page. */
export function Nowhere() {
  const { say } = useSay()
  return (
    <section class="sheet">
      <h1>{say(startWords.nowhere)}</h1>
      <p>{say(startWords.nowhereLead)}</p>
      <Link to="/" class="button">
        {say(startWords.home)}
      </Link>
    </section>
  )
}
