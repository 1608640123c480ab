import { Link } from '@tanstack/react-router'
import type { MatterPage } from '#contract/matter.ts'
import { useWords } from '#web/lib/words.ts'
import { ErrorState } from '#web/ui/States.tsx'
import '#web/whistle/whistle.css'
import { AidLine } from './AidLine.tsx'
import './aid.css'
import { useMatterAids } from './queries.ts'
import { aidWords as words } from './words.ts'

/** On the page of a matter: the orders for help about it, and the way to post one. */
export function AidPanel({ matter }: { matter: MatterPage }) {
  const { say } = useWords()
  const aids = useMatterAids(matter.id)
  if (aids.error) return <ErrorState error={aids.error} onRetry={() => void aids.refetch()} />
  const { data } = aids
  const mayPost = data?.mayPost === true && matter.state !== 'closed'
  if (!data || (data.rows.length === 0 && !mayPost)) return null
  return (
    <section className="panel" aria-labelledby="aid-title">
      <header>
        <h2 id="aid-title">{say(words.ofMatter)}</h2>
        {mayPost && (
          <Link className="link" to="/aids/new" search={{ matter: matter.id }}>
            {say(words.post)}
          </Link>
        )}
      </header>
      {data.rows.length === 0 ? (
        <p className="quiet whistle-none">{say(words.ofMatterNone)}</p>
      ) : (
        <ul className="whistle-list">
          {data.rows.map((row) => (
            <AidLine key={row.id} row={row} isLink={row.mayOpen} />
          ))}
        </ul>
      )}
    </section>
  )
}
