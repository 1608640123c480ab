/** @jsxImportSource preact */
import { useEffect } from 'preact/hooks'
import { type Say, useSay } from '../reader.ts'
import type { Parcel } from '../sending/outbox.ts'
import type { Photo } from '../sending/shelf.ts'
import { useStore } from '../store.ts'
import { stairwellWords } from '../words/stairwell.ts'
import { startWords } from '../words/start.ts'
import { PhotoPicker } from './PhotoPicker.tsx'

const why = { network: startWords.whyNetwork, server: startWords.whyServer, busy: startWords.whyBusy }

function keptWords(photos: readonly Photo[], say: Say): string {
  return photos.length > 0
    ? say(stairwellWords.waitingKept, { count: photos.length })
    : say(stairwellWords.waitingKeptText)
}

/** From the press of send until it has arrived: how far it is, what is kept, and what can be done meanwhile. */
export function SendingCard({ parcel }: { parcel: Parcel }) {
  const { say } = useSay()
  const draft = useStore(parcel.draft)
  const sending = useStore(parcel.sending)
  const isKept = useStore(parcel.isKept)
  const photos = useStore(parcel.shelf.photos)
  const phase = sending?.phase ?? 'posting'
  const done = photos.filter((photo) => photo.phase === 'done').length
  const isBlocked = photos.some((photo) => photo.phase === 'refused' || photo.phase === 'unreadable')
  useEffect(() => {
    // The photo in the way went up after all, or was taken away.
    if (phase === 'stuck' && !isBlocked) parcel.retry()
  }, [phase, isBlocked, parcel])
  const mayMend = draft.stage === 'sending'
  const isUnfinished = photos.some((photo) => photo.phase !== 'done')

  const sendWithout = () => {
    for (const photo of photos) if (photo.phase !== 'done') parcel.shelf.remove(photo.id)
    parcel.retry()
  }
  return (
    <section class="sheet sending">
      <div role="status">
        {phase === 'photos' && (
          <h2>
            {say(done < photos.length ? stairwellWords.sendingPhotos : stairwellWords.sendingText, {
              done,
              all: photos.length,
            })}
          </h2>
        )}
        {phase === 'posting' && <h2>{say(stairwellWords.sendingText)}</h2>}
        {(phase === 'photos' || phase === 'posting') && isKept && <p>{say(stairwellWords.sendingSafe)}</p>}
        {sending?.phase === 'waiting' && (
          <>
            <h2>{say(stairwellWords.waiting)}</h2>
            <p>{say(why[sending.why])}</p>
            <p>{isKept ? keptWords(photos, say) : say(stairwellWords.notKept)}</p>
          </>
        )}
        {phase === 'stuck' && (
          <>
            <h2>{say(stairwellWords.stuck)}</h2>
            <p>{say(stairwellWords.stuckHint)}</p>
          </>
        )}
      </div>
      {(phase === 'photos' || phase === 'posting') && (
        <progress aria-label={say(stairwellWords.sendingText)} />
      )}
      <blockquote>{draft.words}</blockquote>
      {photos.length > 0 && <PhotoPicker shelf={parcel.shelf} isFrozen />}
      <div class="column">
        {phase === 'waiting' && (
          <button type="button" class="primary" onClick={parcel.retry}>
            {say(stairwellWords.retryNow)}
          </button>
        )}
        {mayMend && isUnfinished && phase !== 'posting' && (
          <button type="button" class={phase === 'stuck' ? 'primary' : ''} onClick={sendWithout}>
            {say(stairwellWords.withoutPhotos)}
          </button>
        )}
        {mayMend && phase !== 'posting' && (
          <button type="button" class="quiet" onClick={parcel.mend}>
            {say(stairwellWords.mend)}
          </button>
        )}
      </div>
    </section>
  )
}
