import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { stateLabels } from '#contract/words/labels.ts'
import type { Answer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Avatar } from '#web/ui/Avatar.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { Absences } from './Absences.tsx'
import { forgetOnce, takeOnce } from './once.ts'
import { PersonAbout } from './PersonAbout.tsx'
import { PersonAccount } from './PersonAccount.tsx'
import { PersonPosts } from './PersonPosts.tsx'
import { usePerson } from './people-queries.ts'
import { peopleWords as words } from './people-words.ts'

/** The page of the person that the address names. */
export function PersonRoute() {
  const { id } = useParams({ from: '/staff/people/$id' })
  return <PersonPage key={id} id={id} />
}

function PersonPage({ id }: { id: string }) {
  const { say } = useWords()
  const person = usePerson(id)
  const filters = useSearch({ from: '/staff/people' })
  const [once, setOnce] = useState(() => takeOnce(id))
  const showOnce = (password: string | null | undefined) => {
    forgetOnce(id)
    setOnce(password)
  }
  if (person.error) return <ErrorState error={person.error} onRetry={() => void person.refetch()} />
  return (
    <div className="page person-page">
      <Link to="/people" search={{ ...filters, add: undefined }} className="link person-back">
        {say(words.back)}
      </Link>
      {!person.data ? (
        <Skeleton rows={6} />
      ) : (
        <>
          <h1 className="person-name">
            <Avatar name={person.data.name} /> {person.data.name}
          </h1>
          <PersonAbout person={person.data} />
          <PersonAccount person={person.data} once={once} onOnce={showOnce} />
          <PersonPosts person={person.data} />
          <Absences personId={person.data.id} />
          {person.data.openWork.count > 0 && <OpenWork work={person.data.openWork} />}
        </>
      )}
    </div>
  )
}

function OpenWork({ work }: { work: Answer<'getPerson'>['openWork'] }) {
  const { say } = useWords()
  return (
    <section className="panel" id="open-work" tabIndex={-1} aria-labelledby="open-work-title">
      <header>
        <h2 id="open-work-title">{say(words.openWork, { count: work.count })}</h2>
      </header>
      <div className="panel-body quiet">{say(words.openWorkText)}</div>
      <ul className="lines">
        {work.rows.map((row) => (
          <li key={row.id}>
            {row.mayRead ? (
              <Link className="link number" to="/matters/$box/$id" params={{ box: 'area', id: row.id }}>
                {row.number}
              </Link>
            ) : (
              <span className="number">{row.number}</span>
            )}
            <span>
              {row.unitName} · {say(stateLabels[row.state])}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
