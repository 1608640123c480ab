import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ExportView } from '#contract/export.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { hrefOf } from '#web/lib/api.ts'
import { dayWords } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { matterWords } from '#web/matter/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import { exportsQuery, useExportCommands } from './queries.ts'
import { exportWords as words } from './words.ts'

/** The workbooks I had written: how far each is, and where it can be fetched until it runs out. */
export function ExportList() {
  const { say } = useWords()
  const list = useInfiniteQuery(exportsQuery)
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <section className="panel" aria-labelledby="exports-title">
      <header>
        <h2 id="exports-title">{say(words.exports)}</h2>
      </header>
      {list.isPending && <Skeleton rows={3} />}
      {list.error && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <Empty title={say(words.none)}>{say(words.noneText)}</Empty>}
      <ul className="lines">
        {rows.map((row) => (
          <li key={row.id} className="work-line">
            <span>
              <b>{row.purpose}</b>
              <br />
              <small className="quiet">
                {say(matterWords[row.query.box])} · <When at={row.createdAt} />
              </small>
            </span>
            <ExportEnd row={row} />
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

function ExportEnd({ row }: { row: ExportView }) {
  const { language, say } = useWords()
  const now = useNow()
  const { resume } = useExportCommands()
  if (row.state === 'running')
    return (
      <span className="work-end" role="status">
        <small className="number">
          {row.rowsTotal === 0
            ? say(words.counting)
            : say(words.running, { done: row.rowsDone, total: row.rowsTotal })}
        </small>
        <progress
          max={Math.max(row.rowsTotal, 1)}
          value={row.rowsDone}
          aria-label={say(words.running, { done: row.rowsDone, total: row.rowsTotal })}
        />
      </span>
    )
  if (row.state === 'failed')
    return (
      <span className="work-end">
        <FlagTag tone="act">{say(words.failed)}</FlagTag>
        <Button loading={resume.isPending} onClick={() => resume.mutate(row.id)}>
          {say(words.again)}
        </Button>
      </span>
    )
  const day = row.expiresAt === null ? '' : dayWords(dayOf(Date.parse(row.expiresAt)), now, language)
  return (
    <span className="work-end">
      <small className="number">{say(row.isCut ? words.cut : words.rows, { rows: row.rowsDone })}</small>
      {row.state === 'expired' ? (
        <FlagTag tone="still">{say(words.expired)}</FlagTag>
      ) : (
        <>
          <small className="quiet">{say(words.until, { day })}</small>
          <a
            className="link"
            href={hrefOf('downloadExport', { params: { id: row.id } })}
            aria-label={say(words.downloadOf, { purpose: row.purpose })}
          >
            {say(words.download)}
          </a>
        </>
      )}
    </span>
  )
}
