/** @jsxImportSource preact */
import type { KnownPlace } from '../place.ts'
import { useSay } from '../reader.ts'
import { stairwellWords } from '../words/stairwell.ts'

/** Where the person stands, before anything is asked. */
export function PlaceHead({ known: { place, outcome } }: { known: KnownPlace }) {
  const { say } = useSay()
  const isLost = !place && outcome && 'unreached' in outcome
  return (
    <div class="place" aria-busy={!place && !outcome}>
      <span class="hint">{say(stairwellWords.youAre)}</span>
      {place ? (
        <>
          <h1>{place.label}</h1>
          <p>
            {place.districtName} · {place.communityName}
            {place.communityPhone && (
              <>
                {' · '}
                <a href={`tel:${place.communityPhone}`}>
                  {say(stairwellWords.callCommunity, { name: place.communityName })}
                </a>
              </>
            )}
          </p>
        </>
      ) : isLost ? (
        <p role="status">{say(stairwellWords.placeUnread)}</p>
      ) : (
        <>
          <h1 class="skeleton">{say(stairwellWords.finding)}</h1>
          <p class="skeleton" aria-hidden="true">
            　
          </p>
        </>
      )}
    </div>
  )
}
