import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { dayWords, exactTime } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { EvaluationNav } from './EvaluationNav.tsx'
import { useMonths } from './queries.ts'
import { evaluationWords as words } from './words.ts'
import './evaluation.css'

/** The months that are frozen, and what waits. */
export function MonthsPage() {
  const { language, say } = useWords()
  const now = useNow()
  const months = useMonths()
  const title = say(words.months)
  useEffect(() => {
    document.title = title
  }, [title])
  const rows = months.data?.pages.flatMap((page) => page.rows) ?? []
  const waiting = months.data?.pages[0]?.waiting ?? []
  return (
    <div className="page evaluation">
      <EvaluationNav />
      <h1>{title}</h1>
      <p className="page-lead">{say(words.monthsLead)}</p>
      {months.isPending && <Skeleton rows={6} />}
      {months.error && <ErrorState error={months.error} onRetry={() => void months.refetch()} />}
      {waiting.map(({ month, freezesOn }) => (
        <Notice
          key={month}
          action={
            <Link className="link" to="/evaluation" search={{ month }}>
              {say(words.see)}
            </Link>
          }
        >
          {say(words.waits, { month, day: dayWords(freezesOn, now, language) })}
        </Notice>
      ))}
      {months.data && rows.length === 0 && (
        <Empty title={say(words.noMonths)}>{say(words.noMonthsText)}</Empty>
      )}
      {rows.length > 0 && (
        <ul className="panel evaluation-list">
          {rows.map(({ month, frozenAt, isByHand, profileVersion, lines }) => (
            <li key={month}>
              <Link className="link" to="/evaluation" search={{ month, as: 'frozen' }}>
                <b className="number">{month}</b>
              </Link>
              <span className="evaluation-side">
                <span className="quiet">
                  {exactTime(Date.parse(frozenAt), language)} ·{' '}
                  {say(isByHand ? words.byHand : words.byItself)} ·{' '}
                  {say(words.version, { version: profileVersion })} · {say(words.lines, { count: lines })}
                </span>
                <Link className="link" to="/evaluation/months/$month" params={{ month }}>
                  {say(words.compare)}
                </Link>
              </span>
            </li>
          ))}
        </ul>
      )}
      {months.hasNextPage && (
        <Button loading={months.isFetchingNextPage} onClick={() => void months.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </div>
  )
}
