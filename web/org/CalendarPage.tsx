import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useMay } from '#web/console/queries.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { CalendarChanges } from './CalendarChanges.tsx'
import { CalendarEditor } from './CalendarEditor.tsx'
import './calendar.css'
import { orgWords as words } from './words.ts'

const tones = { official: 'good', provisional: 'near', missing: 'act' } as const

function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** The year's exceptions: what is known of it, and what has to be done where nothing is. */
export function CalendarRoute() {
  const { say } = useWords()
  const { year: named } = useParams({ from: '/staff/calendar/$year' })
  const year = Number(named) || new Date().getFullYear()
  const mayEdit = useMay('calendar.edit')
  const calendar = useQuery({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) => call('getCalendar', { params: { year } }, signal),
  })
  const title = say(words.calendarTitle, { year })
  useEffect(() => {
    document.title = title
  }, [title])
  const { data } = calendar
  return (
    <div className="page">
      <div className="page-top">
        <h1>{title}</h1>
        <div className="form-actions">
          <Link className="link" to="/calendar/$year" params={{ year: String(year - 1) }}>
            <LeftOutlined aria-hidden="true" /> {say(words.previousYear)}
          </Link>
          <Link className="link" to="/calendar/$year" params={{ year: String(year + 1) }}>
            {say(words.nextYear)} <RightOutlined aria-hidden="true" />
          </Link>
        </div>
      </div>
      <p className="page-lead">{say(words.calendarLead)}</p>
      {calendar.isPending && <Skeleton rows={8} />}
      {calendar.error && <ErrorState error={calendar.error} onRetry={() => void calendar.refetch()} />}
      {data && (
        <>
          <div className="calendar-facts">
            <FlagTag tone={tones[data.status]}>{say(words[data.status])}</FlagTag>
            <span className="number">
              {say(words.hours, {
                hours: data.officeHours.map(([from, to]) => `${clockOf(from)}–${clockOf(to)}`).join(' · '),
              })}
            </span>
            {data.source && <SourceLink source={data.source} />}
          </div>
          {data.status === 'missing' && <Notice tone="act">{say(words.missingNotice, { year })}</Notice>}
          {data.status === 'provisional' && <Notice tone="near">{say(words.provisionalNotice)}</Notice>}
          {!mayEdit && <p className="quiet">{say(words.readOnly)}</p>}
          <CalendarEditor key={`${year}.${data.version}`} calendar={data} mayEdit={mayEdit} />
          <CalendarChanges />
        </>
      )}
    </div>
  )
}

function SourceLink({ source }: { source: string }) {
  const { say } = useWords()
  const first = source.split(/\s+/)[0] ?? source
  return (
    <span className="quiet calendar-source">
      {say(words.source)}：
      {/^https?:/.test(first) ? (
        <a className="link" href={first} target="_blank" rel="noreferrer">
          {new URL(first).hostname}
        </a>
      ) : (
        source
      )}
    </span>
  )
}
