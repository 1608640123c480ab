import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import type { ImportView } from '#contract/intake.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag, type Tone } from '#web/ui/FlagTag.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import { DropZone } from './DropZone.tsx'
import './intake.css'
import { importsQuery } from './queries.ts'
import { intakeWords as words } from './words.ts'

const tones: Record<ImportView['state'], Tone> = {
  uploaded: 'near',
  running: 'info',
  done: 'good',
  stopped: 'still',
  failed: 'act',
}

/** What state an import is in, as word and shape. */
export function ImportState({ state }: { state: ImportView['state'] }) {
  const { say } = useWords()
  return <FlagTag tone={tones[state]}>{say(words[state])}</FlagTag>
}

/** Upload a workbook; below, what was imported before. */
export function ImportsPage() {
  const { say } = useWords()
  const list = useInfiniteQuery(importsQuery)
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const title = say(words.importsTitle)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="page">
      <h1>{title}</h1>
      <p className="page-lead">{say(words.importsLead)}</p>
      <DropZone />
      <section className="panel" aria-labelledby="past-title">
        <header>
          <h2 id="past-title">{say(words.pastImports)}</h2>
        </header>
        {list.isPending && <Skeleton rows={3} />}
        {list.error && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
        {list.data && rows.length === 0 && (
          <Empty title={say(words.noImports)}>{say(words.noImportsText)}</Empty>
        )}
        <ul className="lines">
          {rows.map((row) => (
            <li key={row.id} className="import-line">
              <span>
                <Link className="link" to="/imports/$id" params={{ id: row.id }}>
                  {row.fileName}
                </Link>
                <br />
                <small className="quiet">
                  {row.byName} · <When at={row.createdAt} />
                </small>
              </span>
              <span className="import-line-end">
                <ImportState state={row.state} />
                {row.state !== 'uploaded' && (
                  <small className="number">
                    {say(words.summary, {
                      new: row.rowsNew,
                      joined: row.rowsJoined,
                      known: row.rowsKnown,
                      bad: row.rowsBad,
                    })}
                  </small>
                )}
              </span>
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
    </div>
  )
}
