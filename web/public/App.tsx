/** @jsxImportSource preact */
import { useEffect } from 'preact/hooks'
import type { Sentence } from '#contract/words/language.ts'
import { address } from './navigate.ts'
import { Nowhere } from './pages/Nowhere.tsx'
import { Stairwell } from './pages/Stairwell.tsx'
import { Start } from './pages/Start.tsx'
import { Track } from './pages/Track.tsx'
import { Later } from './parts/Later.tsx'
import { Notices } from './parts/Notices.tsx'
import { TopBar } from './parts/TopBar.tsx'
import { type Spot, spotOf } from './paths.ts'
import { useSay } from './reader.ts'
import { useStore } from './store.ts'
import { stairwellWords } from './words/stairwell.ts'
import { startWords } from './words/start.ts'
import { trackWords } from './words/track.ts'

const loadMediation = () => import('./pages/Mediation.tsx').then((m) => m.Mediation)
const loadMediators = () => import('./pages/Mediators.tsx').then((m) => m.Mediators)
const loadProof = () => import('./pages/Proof.tsx').then((m) => m.Proof)
const loadKiosk = () => import('./pages/Kiosk.tsx').then((m) => m.Kiosk)
const loadMy = () => import('./pages/My.tsx').then((m) => m.My)
const loadPerson = () => import('./pages/Person.tsx').then((m) => m.Person)
const loadNumber = () => import('./pages/NumberPage.tsx').then((m) => m.NumberPage)
const loadDisplay = () => import('./pages/HallDisplay.tsx').then((m) => m.HallDisplay)

function Page({ spot, hash }: { spot: Spot; hash: string }) {
  switch (spot.page) {
    case 'start':
      return <Start />
    case 'stairwell':
      return (
        <Stairwell
          key={`${spot.district}.${spot.code}`}
          district={spot.district}
          code={spot.code}
          hash={hash}
        />
      )
    case 'track':
      return <Track key={`${spot.district}${hash}`} district={spot.district} fragment={hash} />
    case 'my':
      return <Later load={loadMy} district={spot.district} code={hash} />
    case 'person':
      return <Later key={hash} load={loadPerson} district={spot.district} code={hash} />
    case 'kiosk':
      return <Later load={loadKiosk} district={spot.district} code={spot.code} />
    case 'hall':
      return <Later load={loadDisplay} district={spot.district} code={spot.code} />
    case 'number':
      return <Later load={loadNumber} district={spot.district} code={spot.code} />
    case 'mediation':
      return <Later load={loadMediation} district={spot.district} code={spot.code} />
    case 'mediators':
      return <Later load={loadMediators} district={spot.district} code="" />
    case 'proof':
      return <Later key={hash} load={loadProof} district={spot.district} code={hash} />
    case 'nowhere':
      return <Nowhere />
  }
}

const titles: Record<Spot['page'], Sentence | undefined> = {
  start: undefined,
  stairwell: stairwellWords.ask,
  track: trackWords.title,
  my: startWords.my,
  person: startWords.person,
  kiosk: startWords.kiosk,
  hall: startWords.display,
  number: startWords.number,
  mediation: startWords.mediation,
  mediators: startWords.mediators,
  proof: startWords.proof,
  nowhere: startWords.nowhere,
}

let isFirst = true

/** The whole public page: frame, notices of what waits or has arrived, and the page the address names. */
export function App() {
  const { say } = useSay()
  const [path = '/', hash = ''] = useStore(address).split('#')
  const spot = spotOf(path)
  const brand = say(startWords.brand)
  const title = titles[spot.page]
  const text = title ? `${say(title)} · ${brand}` : brand
  useEffect(() => {
    document.title = text
  }, [text])
  // Of one's own appeals each is a page, though its id stands in the fragment.
  const where = spot.page === 'my' || spot.page === 'person' ? `${path}#${hash}` : path
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is what it is for
  useEffect(() => {
    // Whoever listens to the page is put at its beginning, but not when it first opens.
    if (!isFirst) toMain()
    isFirst = false
  }, [where])
  return (
    <>
      <a class="skip" href="#main" onClick={toMain}>
        {say(startWords.skip)}
      </a>
      {spot.page !== 'hall' && <TopBar />}
      <main id="main" class={spot.page === 'hall' ? 'whole' : undefined} tabIndex={-1}>
        {spot.page !== 'hall' && spot.page !== 'kiosk' && spot.page !== 'number' && <Notices spot={spot} />}
        <Page spot={spot} hash={hash} />
      </main>
    </>
  )
}

/** By hand: the fragment of the address is where the query code stands. */
function toMain(event?: Event) {
  event?.preventDefault()
  document.getElementById('main')?.focus()
}
