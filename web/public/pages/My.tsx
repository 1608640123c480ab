/** @jsxImportSource preact */
import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Opened, Outcome } from '../api.ts'
import { type DoorWay, findDoor, listOwn, type OwnList } from '../my-api.ts'
import { rememberDistrict } from '../parts/CodeForm.tsx'
import { Link } from '../parts/Link.tsx'
import { MyAppeals } from '../parts/MyAppeals.tsx'
import { MyEntry } from '../parts/MyEntry.tsx'
import { NotSeen, Seeking } from '../parts/NotSeen.tsx'
import { Tracked } from '../parts/Tracked.tsx'
import { myPath } from '../paths.ts'
import { useSay } from '../reader.ts'
import '../styles/my.css'
import { useTracked } from '../tracked.ts'
import { myWords } from '../words/my.ts'
import { startWords } from '../words/start.ts'

/** Where somebody stands at this page: signed in with a list, before the door, or out of reach. */
type Stand = { list: OwnList } | { way: DoorWay; notice?: string } | { outcome: Outcome<unknown> }

/** What a telephone number gave: signing in by a code, the list, and each of them as its query code would open it. */
export function My({ district, code }: { district: number; code: string }) {
  useEffect(() => {
    rememberDistrict(district)
  }, [district])
  return /^[\da-f-]{36}$/.test(code) ? (
    <Own key={code} district={district} appealId={code} />
  ) : (
    <Whole key={district} district={district} />
  )
}

function Whole({ district }: { district: number }) {
  const { say } = useSay()
  const [stand, setStand] = useState<Stand>()
  const look = useCallback(
    async (notice?: string) => {
      const list = await listOwn(district)
      if ('ok' in list) return setStand({ list: list.ok })
      if ('unreached' in list) return setStand({ outcome: list })
      const door = await findDoor(district)
      setStand('ok' in door ? { way: door.ok.way, ...(notice ? { notice } : {}) } : { outcome: door })
    },
    [district],
  )
  useEffect(() => {
    void look()
  }, [look])
  const isLost = stand !== undefined && 'outcome' in stand
  useEffect(() => {
    if (!isLost) return
    const again = () => void look()
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [isLost, look])

  if (!stand) return <Seeking />
  if ('outcome' in stand) return <NotSeen outcome={stand.outcome} look={look} />
  if ('list' in stand)
    return <MyAppeals district={district} first={stand.list} onOut={(notice) => void look(notice)} />
  return (
    <MyEntry
      district={district}
      way={stand.way}
      notice={stand.notice}
      onIn={() => void look(say(myWords.ended))}
    />
  )
}

function Own({ district, appealId }: { district: number; appealId: string }) {
  const { say } = useSay()
  const [opened] = useState<Opened>({ district, appealId })
  const watched = useTracked(opened)
  const { tracking, outcome } = watched
  const refused = outcome && 'refused' in outcome ? outcome.refused.refused : undefined
  // Signed out meanwhile, here or from elsewhere: nothing of it stays on the screen.
  if (refused === 'phoneFirst') return <Whole district={district} />
  if (refused !== undefined)
    return (
      <section class="sheet" role="alert">
        <h1>{say(startWords.my)}</h1>
        <p>{say(myWords.gone)}</p>
        <div class="row">
          <Link to={myPath(district)} class="button primary">
            {say(startWords.my)}
          </Link>
          <Link to={`/t/${district}`} class="button">
            {say(myWords.byCode)}
          </Link>
        </div>
      </section>
    )
  if (tracking)
    return (
      <>
        <p class="back">
          <Link to={myPath(district)}>‹ {say(startWords.my)}</Link>
        </p>
        <Tracked opened={opened} watched={{ ...watched, tracking }} />
      </>
    )
  return outcome ? <NotSeen outcome={outcome} look={watched.look} /> : <Seeking />
}
