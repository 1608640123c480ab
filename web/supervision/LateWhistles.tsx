import { Link } from '@tanstack/react-router'
import { useMe } from '#web/console/queries.ts'
import { useWords } from '#web/lib/words.ts'
import { useWhistles } from '#web/whistle/queries.ts'
import { WhistleLine } from '#web/whistle/WhistleLine.tsx'
import '#web/whistle/whistle.css'
import { supervisionWords as words } from './words.ts'

/** So many stand on the board; all are one press away. */
const most = 5

/** Whistles of the area to which a department is late, each yellow or red where it is; nothing, where none is or the reader oversees none. */
export function LateWhistles() {
  const me = useMe()
  return me?.permissions.includes('whistle.read') ? <Late /> : null
}

function Late() {
  const { say } = useWords()
  const whistles = useWhistles({ of: 'area', late: '1' })
  const rows = whistles.data?.pages[0]?.rows ?? []
  if (rows.length === 0) return null
  return (
    <section className="late-whistles" aria-labelledby="late-whistles-title">
      <h2 id="late-whistles-title">{say(words.lateWhistles)}</h2>
      <ul className="panel whistle-list">
        {rows.slice(0, most).map((row) => (
          <WhistleLine key={row.id} row={row} />
        ))}
      </ul>
      {(rows.length > most || whistles.hasNextPage) && (
        <Link className="link" to="/whistles" search={{ of: 'area', late: '1' }}>
          {say(words.allLateWhistles)}
        </Link>
      )}
    </section>
  )
}
