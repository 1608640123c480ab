import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import type { AidView } from '#contract/aid.ts'
import { dayWords } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { counted, useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import '#web/whistle/whistle.css'
import { AidCard } from './AidCard.tsx'
import { AidTurn } from './AidLine.tsx'
import { AidTold } from './AidTold.tsx'
import { AidVerbs } from './AidVerbs.tsx'
import './aid.css'
import { kindName } from './kind-name.ts'
import { useAid } from './queries.ts'
import { aidWords as words } from './words.ts'

export function AidRoute() {
  const { id } = useParams({ from: '/staff/aids/$id' })
  return <AidPage key={id} id={id} />
}

/** One order for help: what is needed, whose turn it is, how far each of those asked is, and all that happened. */
function AidPage({ id }: { id: string }) {
  const { say } = useWords()
  const aid = useAid(id)
  const { data } = aid
  const title = data?.number ?? say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="page whistles">
      <p>
        <Link className="link" to="/aids" search={{}}>
          {say(words.back)}
        </Link>
      </p>
      {aid.isPending && <Skeleton rows={10} />}
      {aid.error && <ErrorState error={aid.error} onRetry={() => void aid.refetch()} />}
      {data && <Whole aid={data} />}
    </div>
  )
}

/** Those with whom the reader can do something first. */
const mineFirst = (lines: AidView['lines']) =>
  lines.toSorted((one, other) => Number(other.may.length > 0) - Number(one.may.length > 0))

function Whole({ aid }: { aid: AidView }) {
  const { language, say } = useWords()
  return (
    <>
      <h1 className="whistle-title">
        <span className="number">{aid.number}</span> <span>{kindName(aid.kind, language)}</span>
        <AidTurn row={aid} />
        {aid.isPassedUp && <FlagTag tone="info">{say(words.passedUp)}</FlagTag>}
      </h1>
      <section className="panel" aria-labelledby="about">
        <header>
          <h2 id="about">{say(words.need)}</h2>
        </header>
        <div className="panel-body">
          <About aid={aid} />
          {aid.may.length > 0 && (
            <section aria-label={say(words.doNow)}>
              <AidVerbs aid={aid} may={aid.may} />
            </section>
          )}
        </div>
      </section>
      <section aria-labelledby="asked">
        <h2 id="asked" className="whistle-heading">
          {say(words.asked)}
        </h2>
        {aid.lines.length === 0 ? (
          <p className="quiet">{say(words.askedNone)}</p>
        ) : (
          <ul className="whistle-cards">
            {mineFirst(aid.lines).map((line) => (
              <AidCard key={line.id} aid={aid} line={line} />
            ))}
          </ul>
        )}
      </section>
      <section className="panel" aria-labelledby="told">
        <header>
          <h2 id="told">{say(words.story)}</h2>
        </header>
        <div className="panel-body">
          <AidTold told={aid.told} />
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

function About({ aid }: { aid: AidView }) {
  const { language, say } = useWords()
  const now = useNow()
  return (
    <>
      <p className="whistle-words-whole">{aid.need ?? say(words.destroyed)}</p>
      <dl className="whistle-facts">
        {aid.place && <Fact name={say(words.place)}>{aid.place}</Fact>}
        {aid.neededBy && <Fact name={say(words.neededBy)}>{dayWords(aid.neededBy, now, language)}</Fact>}
        {aid.people && (
          <Fact name={say(words.howMany)}>{say(counted(words.people, aid.people), { n: aid.people })}</Fact>
        )}
        <Fact name={say(words.askedBy)}>
          {say(words.from, { unit: aid.unitName, name: aid.byName })} · <When at={aid.postedAt} />
        </Fact>
        <Fact name={say(words.centre)}>{aid.centreName}</Fact>
        {aid.matters.length > 0 && (
          <Fact name={say(words.matters)}>
            {aid.matters.map((matter) => (
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
