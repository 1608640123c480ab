import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useMe } from '#web/console/queries.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { CallForm } from './CallForm.tsx'
import { formWords as words } from './form-words.ts'
import './meeting.css'
import { useMeetings } from './queries.ts'
import { meetingWords } from './words.ts'

/** The form that calls a meeting; with `matter` in the address it begins with that one on the agenda. */
export function CallPage() {
  const { say } = useWords()
  const me = useMe()
  const { matter: id } = useSearch({ from: '/staff/meetings/new' })
  const meetings = useMeetings('coming')
  const matter = useQuery({
    queryKey: ['meetings', 'matter', id],
    queryFn: ({ signal }) => call('getMatter', { params: { id: id ?? '' } }, signal),
    enabled: id !== undefined,
  })
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  const callers = meetings.data?.pages[0]?.callsFor
  const isReady = me && callers && (id === undefined || matter.data)
  const failed = meetings.error ?? matter.error
  return (
    <div className="page meetings">
      <p>
        <Link className="link" to="/meetings" search={{}}>
          {say(meetingWords.back)}
        </Link>
      </p>
      <h1>{title}</h1>
      {failed && <ErrorState error={failed} onRetry={() => void meetings.refetch()} />}
      {!isReady && !failed && <Skeleton rows={8} />}
      {isReady && callers.length === 0 && <Notice tone="near">{say(words.cannot)}</Notice>}
      {isReady && callers.length > 0 && (
        <CallForm
          key={id}
          accountId={me.accountId}
          callers={callers}
          matter={
            matter.data ? { id: matter.data.id, number: matter.data.number, title: matter.data.title } : null
          }
        />
      )}
    </div>
  )
}
