import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import type { SubjectRow } from '#contract/subject.ts'
import { subjectFieldLabels } from '#contract/words/subject.ts'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import { useSubjects } from './queries.ts'
import './subjects.css'
import { kindTitles, lateWords, stateWords, subjectWords as words } from './words.ts'

/** What people ask about their own data, by the day it is due. */
export function SubjectsPage() {
  const { say } = useWords()
  const navigate = useNavigate()
  const { of = 'open' } = useSearch({ from: '/staff/subjects' })
  const subjects = useSubjects(of)
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  const [first] = subjects.data?.pages ?? []
  const rows = subjects.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className="page subjects">
      <h1>{title}</h1>
      <p className="page-lead">{say(words.lead)}</p>
      {first && first.late > 0 && (
        <Notice tone="act">{say(lateWords(first.late), { count: first.late })}</Notice>
      )}
      <Choices
        label={say(words.which)}
        options={[
          { value: 'open', label: first ? `${say(words.open)} ${first.open}` : say(words.open) },
          { value: 'answered', label: say(words.answered) },
        ]}
        value={of}
        onChoose={(next) =>
          void navigate({ to: '/subjects', search: next === 'open' ? {} : { of: next }, replace: true })
        }
      />
      {subjects.isPending && <Skeleton rows={6} />}
      {subjects.error && <ErrorState error={subjects.error} onRetry={() => void subjects.refetch()} />}
      {first && rows.length === 0 && (
        <Empty title={say(of === 'open' ? words.none : words.noneAnswered)}>{say(words.noneText)}</Empty>
      )}
      {rows.length > 0 && (
        <ul className="panel subject-list">
          {rows.map((row) => (
            <Line key={row.id} row={row} />
          ))}
        </ul>
      )}
      {subjects.hasNextPage && (
        <Button loading={subjects.isFetchingNextPage} onClick={() => void subjects.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </div>
  )
}

function Line({ row }: { row: SubjectRow }) {
  const { say } = useWords()
  const what = row.field ? say(subjectFieldLabels[row.field]) : ''
  return (
    <li>
      <Link className="subject-link" to="/subjects/$id" params={{ id: row.id }}>
        <span className="subject-name">
          {say(kindTitles[row.kind], { what })} · <span className="number">{row.matter.number}</span>{' '}
          {row.matter.title}
        </span>
        <Standing row={row} />
        <span className="quiet">
          {row.centreName} · <When at={row.askedAt} />
        </span>
      </Link>
    </li>
  )
}

/** Where a request stands: until when, or how it was answered. */
export function Standing({ row }: { row: SubjectRow }) {
  const { say } = useWords()
  if (row.state !== 'open')
    return (
      <span className="flag" data-tone="info">
        {say(stateWords[row.state])}
      </span>
    )
  return (
    <span className="flag" data-tone={row.isLate ? 'act' : 'near'}>
      {say(row.isLate ? words.late : words.due, { day: row.dueOn })}
    </span>
  )
}
