/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { type Spot, stairwellPath, trackPath } from '../paths.ts'
import { useSay } from '../reader.ts'
import { arrived, listWaiting } from '../sending/outbox.ts'
import { useStore } from '../store.ts'
import { startWords } from '../words/start.ts'
import { Link } from './Link.tsx'

function useOffline(): boolean {
  const [isOffline, setOffline] = useState(!navigator.onLine)
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine)
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }, [])
  return isOffline
}

/** What concerns every page: the network is gone, something still waits, something from before has arrived. */
export function Notices({ spot }: { spot: Spot }) {
  const { say } = useSay()
  const isOffline = useOffline()
  const news = useStore(arrived)
  const isHere = (at: { district: number; placeCode: string }) =>
    spot.page === 'stairwell' && spot.district === at.district && spot.code === at.placeCode
  const waiting = listWaiting().filter((draft) => !isHere(draft))
  return (
    <div role="status" class="notices">
      {isOffline && <p class="notice">{say(startWords.offline)}</p>}
      {waiting.map((draft) => (
        <p class="notice" key={draft.placeCode}>
          {say(startWords.pendingNote, { label: draft.label || draft.placeCode })}{' '}
          <Link to={stairwellPath(draft.district, draft.placeCode)}>{say(startWords.seeIt)}</Link>
        </p>
      ))}
      {news && !isHere(news) && spot.page !== 'track' && (
        <p class="notice good">
          {say(startWords.arrivedNote, { number: news.number })}{' '}
          <Link to={trackPath(news.district, news.queryCode)}>{say(startWords.seeIt)}</Link>
        </p>
      )}
    </div>
  )
}
