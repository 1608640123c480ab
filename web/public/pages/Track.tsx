/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { readQueryCode } from '#domain/matter/number.ts'
import type { Opened } from '../api.ts'
import { CodeForm, rememberDistrict } from '../parts/CodeForm.tsx'
import { MyDoor } from '../parts/MyDoor.tsx'
import { NotSeen, Seeking } from '../parts/NotSeen.tsx'
import { Tracked } from '../parts/Tracked.tsx'
import { useSay } from '../reader.ts'
import { refusedWords } from '../refused.ts'
import { useTracked } from '../tracked.ts'
import { startWords } from '../words/start.ts'

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
  // Another code is another page, so that this one stays what it was made for.
  const [opened] = useState((): Opened | undefined => {
    const queryCode = readQueryCode(decoded(fragment))
    return queryCode === undefined ? undefined : { district, queryCode }
  })
  const watched = useTracked(opened)
  const { tracking, outcome } = watched
  useEffect(() => {
    rememberDistrict(district)
  }, [district])

  if (opened === undefined || (outcome && 'refused' in outcome && !tracking)) {
    const refused = outcome && 'refused' in outcome ? refusedWords(outcome.refused, language) : undefined
    return (
      <>
        <section class="sheet">
          <h1>{say(startWords.trackTitle)}</h1>
          <CodeForm district={district} typed={decoded(fragment)} refused={refused} />
        </section>
        <MyDoor district={district} />
      </>
    )
  }
  if (tracking) return <Tracked opened={opened} watched={{ ...watched, tracking }} />
  if (outcome && 'unreached' in outcome) return <NotSeen outcome={outcome} look={watched.look} />
  return <Seeking />
}
