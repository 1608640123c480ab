import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { figureLabels, noLine } from '#contract/words/figure-labels.ts'
import { justiceLabels } from '#contract/words/labels.ts'
import { mediationSourceLabels } from '#contract/words/mediation-labels.ts'
import { figureTable } from '#domain/mediation/figures.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { figureWords as words } from './figure-words.ts'
import { MediationLine } from './MediationLine.tsx'
import './mediation.css'

/** The cases behind a number of the figures. */
export function CasesPage() {
  const { say } = useWords()
  const { unit, ...search } = useSearch({ from: '/staff/mediations/cases' })
  const query = { ...search, ...(unit ? { unitId: unit } : {}) }
  const cases = useInfiniteQuery({
    queryKey: ['mediations', 'cases', query],
    queryFn: ({ pageParam, signal }) =>
      call('listCountedMediations', { query: { ...query, cursor: pageParam, limit: 20 } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const { figure, from, to, source, line } = search
  const parts = [
    say(figureLabels[figure].name),
    ...(source ? [say(mediationSourceLabels[source])] : []),
    ...(line ? [say(line === 'none' ? noLine : justiceLabels[line])] : []),
  ]
  const name = parts.join(' · ')
  const title = figureTable[figure] === 'now' ? name : say(words.listOf, { name, from, to })
  useEffect(() => {
    document.title = title
  }, [title])
  const rows = cases.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className="page mediations">
      <Link to="/mediations/figures" search={{ from, to, ...(unit ? { unit } : {}) }} className="link">
        {say(words.backToFigures)}
      </Link>
      <h1>{title}</h1>
      <p className="page-lead">{say(figureLabels[figure].rule)}</p>
      {cases.isPending && <Skeleton rows={6} />}
      {cases.error && <ErrorState error={cases.error} onRetry={() => void cases.refetch()} />}
      {cases.data && rows.length === 0 && (
        <Empty title={say(words.emptyList)}>{say(words.emptyListText)}</Empty>
      )}
      {rows.length > 0 && (
        <ul className="panel mediation-lines">
          {rows.map((row) => (
            <MediationLine key={row.id} row={row} />
          ))}
        </ul>
      )}
      {cases.hasNextPage && (
        <Button loading={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </div>
  )
}
