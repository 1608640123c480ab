import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { MeetingPage as Meeting } from '#contract/meeting.ts'
import { exactTime } from '#web/lib/time.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { Agenda } from './Agenda.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import './meeting.css'
import { CalledUnits, Present } from './CalledUnits.tsx'
import { MeetingDeeds } from './MeetingDeeds.tsx'
import { MeetingState } from './MeetingLine.tsx'
import { MeetingLog } from './MeetingLog.tsx'
import { MeetingPapers } from './MeetingPapers.tsx'
import { MinutesForm } from './MinutesForm.tsx'
import { pageWords as words } from './page-words.ts'
import { useMeeting } from './queries.ts'
import { kindWords, meetingWords } from './words.ts'

export function MeetingRoute() {
  const { id } = useParams({ from: '/staff/meetings/$id' })
  return <MeetingPage key={id} id={id} />
}

/** One meeting: when and who, the agenda with what was concluded, what I may do, and its history. */
function MeetingPage({ id }: { id: string }) {
  const { say } = useWords()
  const meeting = useMeeting(id)
  const [isWriting, setWriting] = useState(false)
  const { data } = meeting
  const title = data ? data.title || say(meetingWords.untitled) : say(meetingWords.title)
  useEffect(() => {
    document.title = title
  }, [title])
  if (meeting.error)
    return (
      <div className="page meetings">
        <ErrorState error={meeting.error} onRetry={() => void meeting.refetch()} />
      </div>
    )
  if (!data)
    return (
      <div className="page meetings">
        <Skeleton rows={10} />
      </div>
    )
  const isWaiting = data.state === 'called' && data.present.length > 0 && !data.may.includes('confirm')
  return (
    <div className="page meetings">
      <p>
        <Link className="link" to="/meetings" search={{}}>
          {say(meetingWords.back)}
        </Link>
      </p>
      <h1>
        {title} <MeetingState state={data.state} />
      </h1>
      <p className="page-lead">{say(kindWords(data))}</p>
      {data.units
        .filter((unit) => unit.isMine && data.may.includes('answer') && data.present.length === 0)
        .map((unit) => (
          <AnswerForm key={unit.id} meeting={data} unit={unit} />
        ))}
      {isWaiting && <Notice>{say(words.waitsChair, { name: data.chair.name })}</Notice>}
      {data.present.length > 0 && data.state === 'called' && data.there < data.quorum && (
        <Notice tone="near">{say(words.few)}</Notice>
      )}
      {!isWriting && <MeetingDeeds meeting={data} onWrite={() => setWriting(true)} />}
      {isWriting && <MinutesForm meeting={data} onClose={() => setWriting(false)} />}
      <div className="meeting-columns">
        <div>
          {!isWriting && <Agenda meeting={data} />}
          <MeetingLog meeting={data} />
        </div>
        <div>
          <Facts meeting={data} />
          <CalledUnits meeting={data} />
          <Present meeting={data} />
          <MeetingPapers meeting={data} />
        </div>
      </div>
    </div>
  )
}

function Facts({ meeting: m }: { meeting: Meeting }) {
  const { language, say } = useWords()
  const at = exactTime(Date.parse(m.startsAt), language)
  const { called, quorum, there } = m
  return (
    <section className="panel" aria-label={say(words.when)}>
      <dl className="meeting-facts panel-body">
        <dt>{say(words.when)}</dt>
        <dd>{say(words.whenValue, { at, minutes: m.minutes })}</dd>
        {m.place && (
          <>
            <dt>{say(words.place)}</dt>
            <dd>{m.place}</dd>
          </>
        )}
        {m.link && (
          <>
            <dt>{say(words.link)}</dt>
            <dd>
              <a className="link" href={m.link} target="_blank" rel="noreferrer noopener">
                {say(words.openLink)}
              </a>
            </dd>
          </>
        )}
        <dt>{say(words.caller)}</dt>
        <dd>{m.unitName}</dd>
        <dt>{say(words.chair)}</dt>
        <dd>{m.chair.name}</dd>
        <dt>{say(words.minuter)}</dt>
        <dd>{m.minuter.name}</dd>
        <dt>{say(words.quorum)}</dt>
        <dd>
          {m.present.length > 0
            ? say(words.thereValue, { there, quorum, called })
            : say(words.quorumValue, { quorum, called })}
        </dd>
        {m.adjournedTo && (
          <>
            <dt>{say(words.adjournedTo)}</dt>
            <dd>
              <Link className="link" to="/meetings/$id" params={{ id: m.adjournedTo.id }}>
                {exactTime(Date.parse(m.adjournedTo.startsAt), language)}
              </Link>
            </dd>
          </>
        )}
        {m.digest && (
          <>
            <dt>{say(words.digest)}</dt>
            <dd className="number" title={m.digest}>
              {m.digest.slice(0, 16).toUpperCase()}
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}
