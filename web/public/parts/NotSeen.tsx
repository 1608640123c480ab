/** @jsxImportSource preact */
import type { Outcome } from '../api.ts'
import { useSay } from '../reader.ts'
import { unreachedWords } from '../refused.ts'
import { startWords } from '../words/start.ts'
import { trackWords } from '../words/track.ts'
import { Link } from './Link.tsx'

/** Nothing could be asked yet: why, that nothing is lost, and the way to try again. */
export function NotSeen({ outcome, look }: { outcome: Outcome<unknown>; look: () => Promise<void> }) {
  const { say } = useSay()
  return (
    <section class="sheet" role="alert">
      <h1>{say(trackWords.notSeen)}</h1>
      <p>{say(unreachedWords(outcome))}</p>
      <p>{say(trackWords.notSeenHint)}</p>
      <div class="row">
        <button type="button" class="primary" onClick={() => void look()}>
          {say(startWords.retry)}
        </button>
        <Link to="/" class="button">
          {say(startWords.home)}
        </Link>
      </div>
    </section>
  )
}

/** While it is being looked up. */
export function Seeking() {
  const { say } = useSay()
  return (
    <section class="sheet" aria-busy="true">
      <h1 class="hint">{say(trackWords.loading)}</h1>
      <p class="skeleton">　</p>
      <p class="skeleton">　</p>
      <p class="skeleton short">　</p>
    </section>
  )
}
