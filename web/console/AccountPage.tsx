import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useEffect } from 'react'
import { MyIdentity } from '#web/identity/MyIdentity.tsx'
import { call } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { useWords } from '#web/lib/words.ts'
import { MyMediating } from '#web/mediation/MyMediating.tsx'
import { notifyWords } from '#web/notify/words.ts'
import { MyAbsences } from '#web/org/MyAbsences.tsx'
import { Factors } from '#web/proof/Factors.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import { deviceName } from './devices.ts'
import { PasswordForm } from './PasswordForm.tsx'
import { useMe } from './queries.ts'
import { SeatName } from './SeatName.tsx'
import { consoleWords as words } from './words.ts'

/** My posts, my devices, my password. */
export function AccountPage() {
  const { say } = useWords()
  const me = useMe()
  const title = say(words.account)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="page">
      <h1>{title}</h1>
      <section className="panel">
        <header>
          <h2>{say(words.seats)}</h2>
        </header>
        <ul className="lines">
          {me?.seats.map((seat) => (
            <li key={seat.postId}>
              <SeatName seat={seat} />
            </li>
          ))}
        </ul>
      </section>
      <MyAbsences />
      <MyMediating />
      <section className="panel">
        <header>
          <h2>{say(notifyWords.title)}</h2>
          <Link to="/account/notices" className="link">
            {say(notifyWords.settings)}
          </Link>
        </header>
      </section>
      <Factors />
      <MyIdentity />
      <Sessions />
      <PasswordForm />
    </div>
  )
}

function Sessions() {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => call('listSessions', {}, signal),
  })
  const again = () => queryClient.invalidateQueries({ queryKey: ['sessions'] })
  const onError = (error: Error) => message.error(failureWords(error, language))
  const end = useMutation({
    mutationFn: (id: string) => call('endSession', { params: { id } }),
    onSuccess: again,
    onError,
  })
  const endOthers = useMutation({
    mutationFn: () => call('signOutEverywhere', {}),
    onSuccess: ({ ended }) => {
      message.success(say(words.ended, { count: ended }))
      return again()
    },
    onError,
  })
  const rows = sessions.data?.rows ?? []
  return (
    <section className="panel">
      <header>
        <h2>{say(words.sessions)}</h2>
        <Button disabled={rows.length < 2} loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
          {say(words.endOthers)}
        </Button>
      </header>
      {sessions.isPending && <Skeleton rows={2} />}
      {sessions.error && <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />}
      <ul className="lines">
        {rows.map((session) => {
          const device = deviceName(session.device) ?? say(words.unknownDevice)
          return (
            <li key={session.id}>
              <span>
                <b>{device}</b>{' '}
                {session.isThis && (
                  <span className="flag" data-tone="good">
                    {say(words.thisDevice)}
                  </span>
                )}
                <br />
                <small className="quiet">
                  {say(words.lastSeen)} <When at={session.seenAt} /> · {say(words.since)}{' '}
                  <When at={session.createdAt} />
                </small>
              </span>
              {!session.isThis && (
                <Button
                  aria-label={say(words.endSessionOf, { device })}
                  onClick={() => end.mutate(session.id)}
                >
                  {say(words.endSession)}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
