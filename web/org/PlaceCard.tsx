import type { Answer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { QrPicture } from '#web/ui/QrPicture.tsx'
import { orgWords as words } from './words.ts'

/** One code as it will hang in the stairwell. */
export function PlaceCard({ place }: { place: Answer<'listPlaces'>['rows'][number] }) {
  const { say } = useWords()
  return (
    <li className="place-card">
      <b className="place-scan">{say(words.scan)}</b>
      <a href={place.url} target="_blank" rel="noreferrer" title={say(words.openCode)}>
        <QrPicture
          text={place.url}
          label={say(words.codeAlt, { label: `${place.communityName} ${place.label}` })}
        />
      </a>
      <b>{place.label}</b>
      <span>
        {place.communityName} · <span className="number">{place.code}</span>
      </span>
      <small>{say(words.scanNote)}</small>
    </li>
  )
}
