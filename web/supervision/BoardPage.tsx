import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import type { StuckRow } from '#contract/supervision.ts'
import { levelLabels } from '#contract/words/labels.ts'
import { instrumentLabels, instrumentStateLabels, stuckLabels } from '#contract/words/supervision-labels.ts'
import { levels } from '#domain/org/roles.ts'
import type { StuckColumn } from '#domain/supervision/board.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { clockSentence } from '#web/matter/clock-words.ts'
import { cappedCount } from '#web/matter/counts.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { LateAids } from './LateAids.tsx'
import { LateWhistles } from './LateWhistles.tsx'
import { useBoard, useStuck, useToAnswer, type Where } from './queries.ts'
import { SupervisionNav } from './SupervisionNav.tsx'
import type { BoardSearch } from './search.ts'
import { toneOf } from './tones.ts'
import { UnitPick } from './UnitPick.tsx'
import { supervisionWords as words } from './words.ts'
import './supervision.css'

/** Matters that are stuck, by what they are stuck in; never who is to blame. */
export function BoardPage() {
  const { say } = useWords()
  const navigate = useNavigate()
  const search = useSearch({ from: '/staff/supervision' })
  const where: Where = { unit: search.unit, level: search.level }
  const board = useBoard(where)
  const mine = useToAnswer()
  const title = say(words.board)
  useEffect(() => {
    document.title = title
  }, [title])
  const go = (change: Partial<Record<keyof BoardSearch, string | undefined>>) =>
    void navigate({ to: '/supervision', search: { ...search, ...change } as BoardSearch, replace: true })
  const columns = board.data?.columns ?? []
  const shown = search.column ?? columns.find(({ count }) => count > 0)?.column ?? columns[0]?.column
  const count = mine.data?.toAnswer ?? 0
  return (
    <div className="page supervision">
      <SupervisionNav />
      <h1>{title}</h1>
      <p className="page-lead">{say(words.boardLead)}</p>
      {count > 0 && (
        <Notice
          tone="near"
          action={
            <Link className="link" to="/supervision/instruments" search={{ box: 'toAnswer' }}>
              {say(words.see)}
            </Link>
          }
        >
          {say(words.toAnswerNow, { count })}
        </Notice>
      )}
      <div className="supervision-where">
        <UnitPick value={search.unit} shown={board.data?.unitName ?? null} onPick={(unit) => go({ unit })} />
        <Choices
          label={say(words.level)}
          options={[
            { value: 'all', label: say(words.anyLevel) },
            ...levels.map((level) => ({ value: level, label: say(levelLabels[level]) })),
          ]}
          value={search.level ?? 'all'}
          onChoose={(level) => go({ level: level === 'all' ? undefined : level })}
        />
      </div>
      {board.isPending && <Skeleton rows={6} />}
      {board.error && <ErrorState error={board.error} onRetry={() => void board.refetch()} />}
      {board.data && (
        <>
          <ul className="stuck-columns" aria-label={say(words.columns)}>
            {columns.map((one) => (
              <li key={one.column}>
                <Link
                  to="/supervision"
                  search={{ ...search, column: one.column }}
                  replace
                  data-on={one.column === shown ? 'yes' : 'no'}
                  aria-current={one.column === shown ? 'true' : undefined}
                >
                  <b className="number">{cappedCount(one.count, board.data.cap)}</b>
                  <span>{say(stuckLabels[one.column])}</span>
                </Link>
              </li>
            ))}
          </ul>
          {shown && <Column key={shown} column={shown} where={where} />}
          <LateWhistles />
          <LateAids />
        </>
      )}
    </div>
  )
}

function Column({ column, where }: { column: StuckColumn; where: Where }) {
  const { say } = useWords()
  const stuck = useStuck(column, where)
  const rows = stuck.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <section aria-labelledby="stuck-title">
      <h2 id="stuck-title">{say(stuckLabels[column])}</h2>
      {stuck.isPending && <Skeleton rows={5} />}
      {stuck.error && <ErrorState error={stuck.error} onRetry={() => void stuck.refetch()} />}
      {stuck.data && rows.length === 0 && (
        <Empty title={say(words.nothingStuck)}>{say(words.nothingStuckText)}</Empty>
      )}
      {rows.length > 0 && (
        <ul className="panel supervision-list">
          {rows.map((row) => (
            <Line key={`${row.matter.id}${row.last?.id ?? ''}${row.clock?.id ?? ''}`} row={row} />
          ))}
        </ul>
      )}
      {stuck.hasNextPage && (
        <Button loading={stuck.isFetchingNextPage} onClick={() => void stuck.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </section>
  )
}

function Line({ row: { matter, unit, clock, last, next } }: { row: StuckRow }) {
  const { language, say } = useWords()
  const now = useNow()
  return (
    <li>
      <Link
        className="supervision-link"
        to="/matters/$box/$id"
        params={{ box: 'all', id: matter.id }}
        search={{}}
      >
        <span className="supervision-name">
          <span className="number">{matter.number}</span> {matter.title}
        </span>
        <span className="quiet">{unit.name}</span>
        <span className="supervision-clock">
          {clock ? clockSentence(clock, now, language) : say(words.stands)}
        </span>
        <span className="supervision-next">
          {last ? (
            <FlagTag tone={toneOf(last)}>
              {say(words.lastGiven, {
                kind: say(instrumentLabels[last.kind]),
                state: say(instrumentStateLabels[last.state]),
              })}
            </FlagTag>
          ) : (
            <span className="quiet">{say(words.nothingGiven)}</span>
          )}
          {next && <b>{say(words.nextIs, { kind: say(instrumentLabels[next]) })}</b>}
        </span>
      </Link>
    </li>
  )
}
