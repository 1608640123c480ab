import { PrinterOutlined } from '@ant-design/icons'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Popconfirm, Select } from 'antd'
import { useEffect } from 'react'
import type { Evaluation } from '#contract/evaluation.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { type Month, monthAfter, monthBefore, monthOf } from '#domain/evaluation/month.ts'
import { call } from '#web/lib/api.ts'
import { dayWords, exactTime } from '#web/lib/time.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { EvaluationNav } from './EvaluationNav.tsx'
import { useEvaluation, useEvaluationUnits } from './queries.ts'
import { RateTiles } from './RateTiles.tsx'
import { type MonthSearch, monthShown } from './search.ts'
import { Take } from './Take.tsx'
import { UnitTable } from './UnitTable.tsx'
import { evaluationWords as words } from './words.ts'
import './evaluation.css'

/** The figures of a month: at a glance, unit by unit, each number with the matters behind it (domain rules §3.3). */
export function EvaluationPage() {
  const { say } = useWords()
  const search = useSearch({ from: '/staff/evaluation' })
  const now = useNow()
  const month = monthShown(search, now)
  const { month: _, ...query } = search
  const evaluation = useEvaluation(month, query)
  const title = say(words.ofMonth, { month })
  useEffect(() => {
    document.title = title
  }, [title])
  const found = evaluation.data
  return (
    <div className="page evaluation">
      <EvaluationNav />
      <div className="page-top">
        <h1>{title}</h1>
        <Button icon={<PrinterOutlined />} className="print-button" onClick={() => window.print()}>
          {say(words.print)}
        </Button>
      </div>
      <Ask search={search} month={month} found={found} />
      {evaluation.isPending && <Skeleton rows={9} />}
      {evaluation.error && <ErrorState error={evaluation.error} onRetry={() => void evaluation.refetch()} />}
      {found && <Standing found={found} />}
      {found && found.units.length === 0 && (
        <Empty title={say(words.nothing)}>{say(words.nothingText)}</Empty>
      )}
      {found && found.units.length > 0 && (
        <>
          <RateTiles found={found} />
          <UnitTable found={found} />
          <Take found={found} />
        </>
      )}
    </div>
  )
}

/** Which month, which area, and which numbers; all of it stands in the address. */
function Ask({ search, month, found }: { search: MonthSearch; month: Month; found: Evaluation | undefined }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const now = useNow()
  const units = useEvaluationUnits()
  const kept = search.unit ? { unit: search.unit } : {}
  const isLast = month >= monthOf(dayOf(now))
  return (
    <div className="evaluation-ask">
      <span className="evaluation-months">
        <Link to="/evaluation" search={{ ...kept, month: monthBefore(month) }} title={say(words.before)}>
          ‹ {monthBefore(month)}
        </Link>
        <b className="number" aria-current="date">
          {month}
        </b>
        {!isLast && (
          <Link to="/evaluation" search={{ ...kept, month: monthAfter(month) }} title={say(words.after)}>
            {monthAfter(month)} ›
          </Link>
        )}
      </span>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={say(words.unit)}
        className="evaluation-unit"
        value={search.unit ?? ''}
        onChange={(unit) => {
          const { unit: _, ...rest } = search
          void navigate({ to: '/evaluation', search: unit === '' ? rest : { ...rest, unit } })
        }}
        options={[
          { value: '', label: say(words.allUnits) },
          ...(units.data?.rows ?? []).map(({ id, name, depth }) => ({
            value: id,
            label: `${'\u2003'.repeat(depth)}${name}`,
          })),
        ]}
      />
      {found?.frozenAt && (
        <nav className="evaluation-as" aria-label={say(words.as)}>
          {(['frozen', 'present'] as const).map((as) => (
            <Link
              key={as}
              to="/evaluation"
              search={{ ...kept, month, as }}
              aria-current={found.as === as ? 'page' : undefined}
            >
              {say(words[as])}
            </Link>
          ))}
        </nav>
      )}
    </div>
  )
}

/** Whether it is frozen, or when it will be; who may freezes it here. */
function Standing({ found }: { found: Evaluation }) {
  const { language, say } = useWords()
  const now = useNow()
  const { month, as, frozenAt, freezesOn, isOver, mayFreeze, terms } = found
  const freeze = useDeed(
    ['evaluation'],
    (commandId) => call('freezeMonth', { params: { month }, body: { commandId } }),
    [],
    () => {},
  )
  const facts = {
    ...{ version: terms.profileVersion, day: dayWords(freezesOn, now, language) },
    time: frozenAt ? exactTime(Date.parse(frozenAt), language) : '',
  }
  const sentence = frozenAt
    ? as === 'frozen'
      ? words.frozenAt
      : words.presentOf
    : isOver
      ? words.willFreeze
      : words.runs
  const action = frozenAt ? (
    <Link className="link" to="/evaluation/months/$month" params={{ month }}>
      {say(words.later)}
    </Link>
  ) : mayFreeze ? (
    <Popconfirm
      title={say(words.freezeSure, { month })}
      okText={say(words.freeze)}
      cancelText={say(words.never)}
      onConfirm={freeze.run}
    >
      <Button loading={freeze.isPending}>{say(words.freeze)}</Button>
    </Popconfirm>
  ) : undefined
  return (
    <>
      <Notice tone={frozenAt ? 'good' : 'info'} action={action}>
        {say(sentence, facts)}
      </Notice>
      {freeze.rest && (
        <Notice tone="act" live>
          {freeze.rest}
        </Notice>
      )}
    </>
  )
}
