import { Link } from '@tanstack/react-router'
import { AidLine } from '#web/aid/AidLine.tsx'
import { useAids } from '#web/aid/queries.ts'
import { aidWords as words } from '#web/aid/words.ts'
import { useMe } from '#web/console/queries.ts'
import { useWords } from '#web/lib/words.ts'
import '#web/whistle/whistle.css'

/** So many stand on the board; all are one press away. */
const most = 5

/** Orders for help of the area that are late, each with whose turn it is; nothing, where none is or the reader sees none. */
export function LateAids() {
  const me = useMe()
  return me?.permissions.includes('aid.read') ? <Late /> : null
}

function Late() {
  const { say } = useWords()
  const aids = useAids({ of: 'area', late: '1' })
  const rows = aids.data?.pages[0]?.rows ?? []
  if (rows.length === 0) return null
  return (
    <section className="late-whistles" aria-labelledby="late-aids-title">
      <h2 id="late-aids-title">{say(words.lateAids)}</h2>
      <ul className="panel whistle-list">
        {rows.slice(0, most).map((row) => (
          <AidLine key={row.id} row={row} />
        ))}
      </ul>
      {(rows.length > most || aids.hasNextPage) && (
        <Link className="link" to="/aids" search={{ of: 'area', late: '1' }}>
          {say(words.allLate)}
        </Link>
      )}
    </section>
  )
}
