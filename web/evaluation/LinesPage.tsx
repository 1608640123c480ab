import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import type { EvaluationLineView } from '#contract/evaluation.ts'
import { classLabels, measureLabels } from '#contract/words/evaluation-labels.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { EvaluationNav } from './EvaluationNav.tsx'
import { useLines } from './queries.ts'
import { monthShown } from './search.ts'
import { toneOf } from './tones.ts'
import { evaluationWords as words } from './words.ts'
import './evaluation.css'

/** The matters behind a number of a month. */
export function LinesPage() {
  const { say } = useWords()
  const search = useSearch({ from: '/staff/evaluation/lines' })
  const month = monthShown(search, useNow())
  const lines = useLines(month, search)
  const { measure, class: name, excluded, as, unit } = search
  const what = name
    ? say(classLabels[name])
    : say(excluded === '1' ? words.excluded : excluded === '0' ? words.counted : words.every)
  const title = say(words.linesOf, { measure: say(measureLabels[measure].name), what })
  useEffect(() => {
    document.title = title
  }, [title])
  const rows = lines.data?.pages.flatMap((page) => page.rows) ?? []
  const area = search.own ? {} : unit ? { unit } : {}
  return (
    <div className="page evaluation">
      <EvaluationNav />
      <Link className="link" to="/evaluation" search={{ month, ...(as ? { as } : {}), ...area }}>
        {say(words.back)}
      </Link>
      <h1>
        {month} · {title}
      </h1>
      <p className="page-lead">
        {say(measureLabels[measure].rule)} {measure === 'satisfaction' && say(words.voice)}
      </p>
      {lines.isPending && <Skeleton rows={8} />}
      {lines.error && <ErrorState error={lines.error} onRetry={() => void lines.refetch()} />}
      {lines.data && rows.length === 0 && <Empty title={say(words.noLines)} />}
      {rows.length > 0 && (
        <ul className="panel evaluation-list">
          {rows.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: several voices of one matter are told apart by their place
            <li key={i}>
              <Line line={line} />
            </li>
          ))}
        </ul>
      )}
      {lines.hasNextPage && (
        <Button loading={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </div>
  )
}

function Line({ line: { matter, unit, class: name, isExcluded, mayAsk } }: { line: EvaluationLineView }) {
  const { say } = useWords()
  return (
    <>
      {matter ? (
        <Link className="link" to="/matters/$box/$id" params={{ box: 'all', id: matter.id }} search={{}}>
          <span className="number">{matter.number}</span> {matter.title}
        </Link>
      ) : (
        <span className="quiet">{say(words.hidden)}</span>
      )}
      <span className="evaluation-side">
        <span className="quiet">{unit.name}</span>
        <FlagTag tone={toneOf(name)}>{say(classLabels[name])}</FlagTag>
        {isExcluded && <FlagTag tone="still">{say(words.excluded)}</FlagTag>}
        {mayAsk && matter && (
          <Link
            className="link"
            to="/evaluation/exclusions/new"
            search={{ matter: matter.id }}
            aria-label={say(words.askOf, { number: matter.number })}
          >
            {say(words.ask)}
          </Link>
        )}
      </span>
    </>
  )
}
