import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import type { WhistleView } from '#contract/whistle.ts'
import { whistleStateLabels } from '#contract/words/whistle.ts'
import { exactTime } from '#web/lib/time.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import { LineCard } from './LineCard.tsx'
import { useWhistle } from './queries.ts'
import { Told } from './Told.tsx'
import { Verbs } from './Verbs.tsx'
import { KindTag, Marks } from './WhistleLine.tsx'
import './whistle.css'
import { whistleWords as words } from './words.ts'

export function WhistleRoute() {
  const { id } = useParams({ from: '/staff/whistles/$id' })
  return <WhistlePage key={id} id={id} />
}

/** One whistle: what it is about, how far each department is, what can be done now, and all that happened. */
function WhistlePage({ id }: { id: string }) {
  const { say } = useWords()
  const whistle = useWhistle(id)
  const { data } = whistle
  const title = data?.number ?? say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="page whistles">
      <p>
        <Link className="link" to="/whistles" search={{}}>
          {say(words.back)}
        </Link>
      </p>
      {whistle.isPending && <Skeleton rows={10} />}
      {whistle.error && <ErrorState error={whistle.error} onRetry={() => void whistle.refetch()} />}
      {data && <Whole whistle={data} />}
    </div>
  )
}

/** The departments in their order, but first those with which the reader can do something. */
const mineFirst = (lines: WhistleView['lines']) =>
  lines.toSorted((one, other) => Number(other.may.length > 0) - Number(one.may.length > 0))

function Whole({ whistle }: { whistle: WhistleView }) {
  const { say } = useWords()
  return (
    <>
      <h1 className="whistle-title">
        <span className="number">{whistle.number}</span> <KindTag row={whistle} />
        <small className="quiet">{say(whistleStateLabels[whistle.state])}</small>
        <Marks row={whistle} />
      </h1>
      {whistle.state === 'waiting' && <Notice tone="info">{say(words.waits)}</Notice>}
      <section className="panel" aria-labelledby="about">
        <header>
          <h2 id="about">{say(words.problem)}</h2>
        </header>
        <div className="panel-body">
          <About whistle={whistle} />
          {whistle.may.length > 0 && (
            <section aria-label={say(words.doNow)}>
              <Verbs whistle={whistle} may={whistle.may} />
            </section>
          )}
        </div>
      </section>
      <section aria-labelledby="units">
        <h2 id="units" className="whistle-heading">
          {say(words.units)}
        </h2>
        <ul className="whistle-cards">
          {mineFirst(whistle.lines).map((line) => (
            <LineCard key={line.id} whistle={whistle} line={line} />
          ))}
        </ul>
      </section>
      <section className="panel" aria-labelledby="told">
        <header>
          <h2 id="told">{say(words.story)}</h2>
        </header>
        <div className="panel-body">
          <Told told={whistle.told} />
        </div>
      </section>
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function About({ whistle }: { whistle: WhistleView }) {
  const { language, say } = useWords()
  return (
    <>
      <p className="whistle-words-whole">{whistle.problem ?? say(words.destroyed)}</p>
      <dl className="whistle-facts">
        {whistle.tried && <Fact name={say(words.tried)}>{whistle.tried}</Fact>}
        {whistle.place && <Fact name={say(words.place)}>{whistle.place}</Fact>}
        {whistle.arrivalAt && (
          <Fact name={say(words.arrival)}>{exactTime(Date.parse(whistle.arrivalAt), language)}</Fact>
        )}
        <Fact name={say(words.askedBy)}>
          {say(words.from, { unit: whistle.unitName, name: whistle.byName })} ·{' '}
          <When at={whistle.soundedAt ?? whistle.askedAt} />
        </Fact>
        {whistle.secondName && <Fact name={say(words.secondBy)}>{whistle.secondName}</Fact>}
        {whistle.matters.length > 0 && (
          <Fact name={say(words.matters)}>
            {whistle.matters.map((matter) => (
              <Link
                key={matter.id}
                className="link whistle-matter"
                to="/matters/$box/$id"
                params={{ box: 'all', id: matter.id }}
                search={{}}
              >
                <span className="number">{matter.number}</span> {matter.title}
              </Link>
            ))}
          </Fact>
        )}
      </dl>
    </>
  )
}
