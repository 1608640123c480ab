import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { type ExclusionView, exclusionBoxes } from '#contract/exclusion.ts'
import {
  exclusionReasonLabels,
  exclusionStateLabels,
  measureLabels,
} from '#contract/words/evaluation-labels.ts'
import { dayWords } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { EvaluationNav } from './EvaluationNav.tsx'
import { useExclusions } from './queries.ts'
import { stateTones } from './tones.ts'
import { evaluationWords, exclusionWords as words } from './words.ts'
import './evaluation.css'

/** What was asked to be left out of the rates: to vote on, asked by us, to rule on, all. */
export function ExclusionsPage() {
  const { say } = useWords()
  const { box = 'toVote' } = useSearch({ from: '/staff/evaluation/exclusions' })
  const exclusions = useExclusions(box)
  const title = say(evaluationWords.exclusions)
  useEffect(() => {
    document.title = title
  }, [title])
  const rows = exclusions.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className="page evaluation">
      <EvaluationNav />
      <h1>{title}</h1>
      <p className="page-lead">{say(words.lead)}</p>
      <nav className="evaluation-as" aria-label={say(words.boxes)}>
        {exclusionBoxes.map((one) => (
          <Link
            key={one}
            to="/evaluation/exclusions"
            search={{ box: one }}
            aria-current={one === box ? 'page' : undefined}
          >
            {say(words[one])}
          </Link>
        ))}
      </nav>
      {exclusions.isPending && <Skeleton rows={6} />}
      {exclusions.error && <ErrorState error={exclusions.error} onRetry={() => void exclusions.refetch()} />}
      {exclusions.data && rows.length === 0 && <Empty title={say(words.none)}>{say(words.noneText)}</Empty>}
      {rows.length > 0 && (
        <ul className="panel evaluation-list">
          {rows.map((row) => (
            <li key={row.id}>
              <Line row={row} />
            </li>
          ))}
        </ul>
      )}
      {exclusions.hasNextPage && (
        <Button loading={exclusions.isFetchingNextPage} onClick={() => void exclusions.fetchNextPage()}>
          {say(evaluationWords.more)}
        </Button>
      )}
    </div>
  )
}

function Line({ row }: { row: ExclusionView }) {
  const { language, say } = useWords()
  const now = useNow()
  const { id, matter, unit, reason, measures, state, voteBy, votes } = row
  return (
    <>
      <Link className="link" to="/evaluation/exclusions/$id" params={{ id }}>
        <span className="number">{matter.number}</span> {say(exclusionReasonLabels[reason].name)}
      </Link>
      <span className="evaluation-side">
        <span className="quiet">
          {unit.name} ·{' '}
          {measures.map((rate) => say(measureLabels[rate].name)).join(language === 'zh' ? '、' : ', ')}
        </span>
        <FlagTag tone={stateTones[state]}>{say(exclusionStateLabels[state])}</FlagTag>
        <span className="quiet">{say(words.votes, votes)}</span>
        {state === 'voting' && (
          <span className="quiet">
            {say(words.voteBy)} {dayWords(voteBy, now, language)}
          </span>
        )}
      </span>
    </>
  )
}
