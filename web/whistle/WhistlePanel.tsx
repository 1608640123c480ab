import { Link } from '@tanstack/react-router'
import type { MatterPage } from '#contract/matter.ts'
import { useWords } from '#web/lib/words.ts'
import { ErrorState } from '#web/ui/States.tsx'
import { useMatterWhistles } from './queries.ts'
import { WhistleLine } from './WhistleLine.tsx'
import './whistle.css'
import { whistleWords as words } from './words.ts'

/** On the page of a matter: its whistles and how far each department is, and the way to blow one. */
export function WhistlePanel({ matter }: { matter: MatterPage }) {
  const { say } = useWords()
  const whistles = useMatterWhistles(matter.id)
  if (whistles.error) return <ErrorState error={whistles.error} onRetry={() => void whistles.refetch()} />
  const { data } = whistles
  const mayBlow = data?.mayBlow === true && matter.state !== 'closed'
  if (!data || (data.rows.length === 0 && !mayBlow)) return null
  return (
    <section className="panel" aria-labelledby="whistle-title">
      <header>
        <h2 id="whistle-title">{say(words.ofMatter)}</h2>
        {mayBlow && (
          <Link className="link" to="/whistles/new" search={{ matter: matter.id }}>
            {say(words.blow)}
          </Link>
        )}
      </header>
      {data.rows.length === 0 ? (
        <p className="quiet whistle-none">{say(words.ofMatterNone)}</p>
      ) : (
        <ul className="whistle-list">
          {data.rows.map((row) => (
            <WhistleLine key={row.id} row={row} isLink={row.mayOpen} />
          ))}
        </ul>
      )}
    </section>
  )
}
