import { ArrowLeftOutlined } from '@ant-design/icons'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { useRoster } from './queries.ts'
import { RosterCheck } from './RosterCheck.tsx'
import { RosterProgress } from './RosterProgress.tsx'
import { RosterState } from './RostersPage.tsx'
import './roster.css'
import { rosterWords as words } from './words.ts'

/** One import, from checking its rows to its result; it may be left and come back to. */
export function RosterRoute() {
  const { say } = useWords()
  const { id } = useParams({ from: '/staff/rosters/$id' })
  const { data, error, refetch } = useRoster(id)
  const name = data?.fileName ?? say(words.title)
  useEffect(() => {
    document.title = name
  }, [name])
  return (
    <div className="page">
      <Link className="link" to="/rosters">
        <ArrowLeftOutlined aria-hidden="true" /> {say(words.back)}
      </Link>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data && (
        <>
          <h1>
            {data.fileName} <RosterState state={data.state} />
          </h1>
          {data.state === 'uploaded' ? <RosterCheck roster={data} /> : <RosterProgress roster={data} />}
        </>
      )}
    </div>
  )
}
