/** @jsxImportSource preact */
import { useEffect } from 'preact/hooks'
import { readQueryCode } from '#domain/matter/number.ts'
import { CodeForm, rememberDistrict } from '../parts/CodeForm.tsx'
import { Link } from '../parts/Link.tsx'
import { Tracked } from '../parts/Tracked.tsx'
import { useSay } from '../reader.ts'
import { refusedWords, unreachedWords } from '../refused.ts'
import { useTracked } from '../tracked.ts'
import { startWords } from '../words/start.ts'
import { trackWords } from '../words/track.ts'

type Props = { district: number; fragment: string }

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/** Follows one appeal by the code in the fragment, or asks for the code. */
export function Track({ district, fragment }: Props) {
  const { say, language } = useSay()
  const code = readQueryCode(decoded(fragment))
  const watched = useTracked(district, code)
  const { tracking, outcome } = watched
  useEffect(() => {
    rememberDistrict(district)
  }, [district])

  if (code === undefined || (outcome && 'refused' in outcome && !tracking)) {
    const refused = outcome && 'refused' in outcome ? refusedWords(outcome.refused, language) : undefined
    return (
      <section class="sheet">
        <h1>{say(startWords.trackTitle)}</h1>
        <CodeForm district={district} typed={decoded(fragment)} refused={refused} />
      </section>
    )
  }
  if (tracking) return <Tracked district={district} queryCode={code} watched={{ ...watched, tracking }} />
  if (outcome && 'unreached' in outcome) {
    return (
      <section class="sheet" role="alert">
        <h1>{say(trackWords.notSeen)}</h1>
        <p>{say(unreachedWords(outcome))}</p>
        <p>{say(trackWords.notSeenHint)}</p>
        <div class="row">
          <button type="button" class="primary" onClick={() => void watched.look()}>
            {say(startWords.retry)}
          </button>
          <Link to="/" class="button">
            {say(startWords.home)}
          </Link>
        </div>
      </section>
    )
  }
  return (
    <section class="sheet" aria-busy="true">
      <h1 class="hint">{say(trackWords.loading)}</h1>
      <p class="skeleton">　</p>
      <p class="skeleton">　</p>
      <p class="skeleton short">　</p>
    </section>
  )
}
