import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import type { DifferenceView } from '#contract/evaluation.ts'
import { classLabels, laterLabels, measureLabels } from '#contract/words/evaluation-labels.ts'
import { dayWords } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { type Say, useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { EvaluationNav } from './EvaluationNav.tsx'
import { useDifferences } from './queries.ts'
import { evaluationWords as words } from './words.ts'
import './evaluation.css'
import '#web/ui/table.css'

/** What a frozen month does not say, because it came after: line by line, with the reason and the day. */
export function DifferencesPage() {
  const { say } = useWords()
  const { month } = useParams({ from: '/staff/evaluation/months/$month' })
  const differences = useDifferences(month)
  const title = say(words.differences, { month })
  useEffect(() => {
    document.title = title
  }, [title])
  const rows = differences.data?.pages.flatMap((page) => page.rows) ?? []
  const count = differences.data?.pages[0]?.count ?? 0
  return (
    <div className="page evaluation">
      <EvaluationNav />
      <p className="evaluation-links">
        <Link className="link" to="/evaluation" search={{ month, as: 'frozen' }}>
          {say(words.frozen)}
        </Link>
        <Link className="link" to="/evaluation" search={{ month, as: 'present' }}>
          {say(words.present)}
        </Link>
      </p>
      <h1>{title}</h1>
      {differences.isPending && <Skeleton rows={6} />}
      {differences.error && (
        <ErrorState error={differences.error} onRetry={() => void differences.refetch()} />
      )}
      {differences.data && rows.length === 0 && (
        <Empty title={say(words.noDifferences)}>{say(words.noDifferencesText)}</Empty>
      )}
      {rows.length > 0 && (
        <>
          <p className="page-lead">{say(words.differencesLead, { count })}</p>
          <div className="panel">
            <table className="table table-folds">
              <thead>
                <tr>
                  {[words.matter, words.unit, words.rate, words.was, words.is, words.why, words.day].map(
                    (name) => (
                      <th key={name.en} scope="col">
                        {say(name)}
                      </th>
                    ),
                  )}
                </tr>
              </thead>
              <tbody>
                {rows.map((row, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: several voices of one matter are told apart by their place
                  <Row key={i} row={row} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {differences.hasNextPage && (
        <Button loading={differences.isFetchingNextPage} onClick={() => void differences.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </div>
  )
}

function standWords(stand: DifferenceView['was'], say: Say): string {
  if (stand === null) return say(words.notThere)
  const name = say(classLabels[stand.class])
  return stand.isExcluded ? say(words.leftOut, { class: name }) : name
}

function Row({ row: { matter, unit, measure, was, is, reason, on } }: { row: DifferenceView }) {
  const { language, say } = useWords()
  const now = useNow()
  return (
    <tr>
      <td data-label={say(words.matter)}>
        {matter ? (
          <Link className="link" to="/matters/$box/$id" params={{ box: 'all', id: matter.id }} search={{}}>
            <span className="number">{matter.number}</span> {matter.title}
          </Link>
        ) : (
          <span className="quiet">{say(words.hidden)}</span>
        )}
      </td>
      <td data-label={say(words.unit)}>{unit.name}</td>
      <td data-label={say(words.rate)}>{say(measureLabels[measure].name)}</td>
      <td data-label={say(words.was)}>{standWords(was, say)}</td>
      <td data-label={say(words.is)}>{standWords(is, say)}</td>
      <td data-label={say(words.why)}>{say(laterLabels[reason])}</td>
      <td data-label={say(words.day)}>{on === null ? '–' : dayWords(on, now, language)}</td>
    </tr>
  )
}
