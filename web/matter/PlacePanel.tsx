import { lazy, Suspense } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import { useWords } from '#web/lib/words.ts'
import { matterWords as words } from './words.ts'

const SketchMap = lazy(() => import('./SketchMap.tsx').then((module) => ({ default: module.SketchMap })))

/** Where it is, in words and on a sketch map. */
export function PlacePanel({ matter }: { matter: MatterPage }) {
  const { say } = useWords()
  const { names, lng, lat, outline } = matter.place
  const hasMap = outline !== null || (lng !== null && lat !== null)
  const path = names.join(' › ')
  return (
    <section className="panel" aria-labelledby="place-title">
      <header>
        <h2 id="place-title">{say(words.place)}</h2>
      </header>
      <div className="panel-body place">
        {matter.placeText && <p>{matter.placeText}</p>}
        <p className="quiet">{path}</p>
        {hasMap ? (
          <Suspense fallback={<div className="map" />}>
            <SketchMap
              label={say(words.mapLabel, { place: matter.placeText || path })}
              lng={lng}
              lat={lat}
              outline={outline}
            />
          </Suspense>
        ) : (
          <p className="quiet">{say(words.noMap)}</p>
        )}
      </div>
    </section>
  )
}
