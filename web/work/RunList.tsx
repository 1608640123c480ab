import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { verbLabels } from '#contract/words/labels.ts'
import { runsQuery } from '#web/bulk/queries.ts'
import { RunView } from '#web/bulk/RunView.tsx'
import { bulkWords as words } from '#web/bulk/words.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'

const states = {
  running: { tone: 'info', label: words.stateRunning },
  done: { tone: 'good', label: words.stateDone },
  failed: { tone: 'act', label: words.stateFailed },
} as const

/** The moves of many that I began, each with its result. */
export function RunList() {
  const { say } = useWords()
  const list = useInfiniteQuery(runsQuery)
  const [open, setOpen] = useState<string>()
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <section className="panel" aria-labelledby="runs-title">
      <header>
        <h2 id="runs-title">{say(words.runs)}</h2>
      </header>
      {list.isPending && <Skeleton rows={3} />}
      {list.error && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <Empty title={say(words.noRuns)}>{say(words.noRunsText)}</Empty>}
      <ul className="lines">
        {rows.map((row) => (
          <li key={row.id} className="work-line">
            <span>
              <b>{say(words.runLine, { verb: say(verbLabels[row.verb]), total: row.total })}</b>
              <br />
              <small className="quiet">
                <When at={row.createdAt} />
              </small>
            </span>
            <span className="work-end">
              <FlagTag tone={states[row.state].tone}>{say(states[row.state].label)}</FlagTag>
              <small className="number">
                {say(words.runResult, { done: row.done, notDone: row.notDone })}
              </small>
              <Button
                aria-expanded={open === row.id}
                onClick={() => setOpen(open === row.id ? undefined : row.id)}
              >
                {say(words.showRun)}
              </Button>
            </span>
            {open === row.id && (
              <div className="work-detail">
                <RunView id={row.id} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="panel-body">
          <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
            {say(words.more)}
          </Button>
        </div>
      )}
    </section>
  )
}
