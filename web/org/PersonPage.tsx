import { Link, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { stateLabels } from '#contract/words/labels.ts'
import type { Answer } from '#web/lib/api.ts'
import { copyText } from '#web/lib/copy-text.ts'
import { useWords } from '#web/lib/words.ts'
import { MediatorProfile } from '#web/mediation/MediatorProfile.tsx'
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
          <MediatorProfile personId={person.data.id} />
          <Absences personId={person.data.id} />
          {person.data.openWork.count > 0 && (
            <OpenWork work={person.data.openWork} accountId={person.data.accountId} />
          )}
        </>
      )}
    </div>
  )
}

type WorkProps = { work: Answer<'getPerson'>['openWork']; accountId: string | null }

/** What the person signed for and is still open, and the list of exactly this, where it is handed over. */
function OpenWork({ work, accountId }: WorkProps) {
  const { say } = useWords()
  const { message } = App.useApp()
  const router = useRouter()
  const list = {
    to: '/matters/$box',
    params: { box: 'area' },
    search: { handler: accountId ?? undefined },
  } as const
  const copy = async () => {
    const { href } = new URL(router.buildLocation(list).href, location.href)
    if (await copyText(href)) void message.success(say(words.workCopied))
    else void message.info(href, 20)
  }
  return (
    <section className="panel" id="open-work" tabIndex={-1} aria-labelledby="open-work-title">
      <header>
        <h2 id="open-work-title">{say(words.openWork, { count: work.count })}</h2>
      </header>
      <div className="panel-body form">
        <p className="quiet">{say(words.openWorkText)}</p>
        <div className="form-actions">
          {work.rows.some((row) => row.mayRead) && (
            <Link {...list} className="link">
              {say(words.workList)}
            </Link>
          )}
          <Button onClick={() => void copy()}>{say(words.workCopy)}</Button>
        </div>
      </div>
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
