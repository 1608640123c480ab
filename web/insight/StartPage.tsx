import { PrinterOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { periods } from '#domain/insight/periods.ts'
import { useMe } from '#web/console/queries.ts'
import { call } from '#web/lib/api.ts'
import { dayWords, planTime } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { Lead } from '#web/ui/Lead.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { homeOf } from './home.ts'
import { Numbers } from './Numbers.tsx'
import { periodLabels, insightWords as words } from './words.ts'
import './start.css'

/** Where `/` leads: to the numbers or to the queue, by the posts I hold. */
export function Home() {
  const me = useMe()
  if (!me) return null
  const home = homeOf(me)
  return home === '/matters/mine' ? (
    <Lead to="/matters/$box" params={{ box: 'mine' }} replace />
  ) : (
    <Lead to={home} search={{}} replace />
  )
}

/** The first numbers of my area: each with what it is of, by which rule, and the list behind it. */
export function StartPage() {
  const { language, say } = useWords()
  const { period = 'thisMonth' } = useSearch({ from: '/staff/start' })
  const now = useNow()
  const start = useQuery({
    queryKey: ['insight', period],
    queryFn: ({ signal }) => call('getStartNumbers', { query: { period } }, signal),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })
  const title = say(words.start)
  useEffect(() => {
    document.title = title
  }, [title])
  const numbers = start.data
  const isNothing = numbers && numbers.facts.received + numbers.facts.open + numbers.facts.closed === 0
  return (
    <div className="page start">
      <div className="page-top">
        <h1>{title}</h1>
        <nav className="periods" aria-label={say(words.period)}>
          {periods.map((one) => (
            <Link
              key={one}
              to="/start"
              search={{ period: one }}
              aria-current={one === period ? 'page' : undefined}
            >
              {say(periodLabels[one])}
            </Link>
          ))}
        </nav>
        <Button icon={<PrinterOutlined />} className="print-button" onClick={() => window.print()}>
          {say(words.print)}
        </Button>
      </div>
      {numbers && (
        <p className="page-lead">
          {say(words.lead, {
            areas: numbers.areas.join(language === 'zh' ? '、' : ', '),
            from: dayWords(numbers.from, now, language),
            to: dayWords(numbers.to, now, language),
            time: planTime(Date.parse(numbers.at), now, language),
          })}
          <br />
          {say(words.scope)}
        </p>
      )}
      {start.isPending && <Skeleton rows={9} />}
      {start.error && <ErrorState error={start.error} onRetry={() => void start.refetch()} />}
      {isNothing && <Empty title={say(words.nothing)}>{say(words.nothingText)}</Empty>}
      {numbers && !isNothing && <Numbers numbers={numbers} />}
    </div>
  )
}
