import { useWords } from '#web/lib/words.ts'
import { absenceWords as words } from '#web/org/absence-words.ts'
import { useMe } from './queries.ts'

/** For whom I stand in today, and whether I am away myself. */
export function StandIn() {
  const { say } = useWords()
  const me = useMe()
  const duties = new Map(
    me?.seats.flatMap(({ standsInFor }) => (standsInFor ? [[standsInFor.name, standsInFor]] : [])),
  )
  if (!me || (duties.size === 0 && me.absence === null)) return null
  return (
    <span className="stand-in">
      {[...duties.values()].map(({ name, toOn }) => (
        <span key={name} className="flag" data-tone="info">
          {say(words.standsIn, { name, to: toOn })}
        </span>
      ))}
      {me.absence && (
        <span className="flag" data-tone="near">
          {say(words.away, { name: me.absence.substituteName, to: me.absence.toOn })}
        </span>
      )}
    </span>
  )
}
