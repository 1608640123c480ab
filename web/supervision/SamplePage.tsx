import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { SamplePage as Sample, SampleCounts, SampleLine } from '#contract/closure-sample.ts'
import { checkWayLabels, sampleOutcomeLabels } from '#contract/words/supervision-labels.ts'
import { sampleOutcomes } from '#domain/supervision/sample.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import { CheckForm } from './CheckForm.tsx'
import { useSample, useSampleLines } from './queries.ts'
import { SupervisionNav } from './SupervisionNav.tsx'
import { outcomeTones } from './tones.ts'
import { supervisionWords as words } from './words.ts'
import './supervision.css'

export function SampleRoute() {
  const { id } = useParams({ from: '/staff/supervision/samples/$id' })
  return <SamplePage key={id} id={id} />
}

/** One sample: its numbers, unit by unit, and its matters to check. */
function SamplePage({ id }: { id: string }) {
  const { say } = useWords()
  const sample = useSample(id)
  const lines = useSampleLines(id)
  const { data } = sample
  const title = data
    ? say(words.sampleOf, { unit: data.unit.name, month: data.month.slice(0, 7) })
    : say(words.samples)
  useEffect(() => {
    document.title = title
  }, [title])
  const rows = lines.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className="page supervision">
      <SupervisionNav />
      {sample.isPending && <Skeleton rows={8} />}
      {sample.error && <ErrorState error={sample.error} onRetry={() => void sample.refetch()} />}
      {data && (
        <>
          <h1>{title}</h1>
          <p className="quiet">
            {say(words.seed, { seed: data.seed, share: data.share, minimum: data.minimum })}
          </p>
          <p className="sample-false">
            <FalseShare counts={data.whole} />
          </p>
          <Numbers data={data} />
          <section className="panel" aria-labelledby="sample-lines">
            <header>
              <h2 id="sample-lines">{say(words.lines)}</h2>
            </header>
            {lines.data && rows.length === 0 && <p className="quiet panel-body">{say(words.noLines)}</p>}
            <ul className="supervision-list">
              {rows.map((line) => (
                <li key={line.matter.id}>
                  <Line sampleId={id} line={line} />
                </li>
              ))}
            </ul>
          </section>
          {lines.hasNextPage && (
            <Button loading={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
              {say(words.more)}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

function FalseShare({ counts: { outcomes, judged } }: { counts: SampleCounts }) {
  const { say } = useWords()
  if (outcomes === null || judged === null) return say(words.few)
  if (judged === 0) return say(words.notJudged)
  return say(words.falseOf, { false: outcomes.false, judged })
}

function Numbers({ data }: { data: Sample }) {
  const { say } = useWords()
  const line = (key: string, name: string, counts: SampleCounts) => (
    <tr key={key}>
      <th scope="row">{name}</th>
      <td className="number">{counts.closed}</td>
      <td className="number">{counts.drawn}</td>
      <td className="number">{counts.checked}</td>
      {counts.outcomes === null ? (
        <td colSpan={sampleOutcomes.length} className="quiet">
          {say(words.few)}
        </td>
      ) : (
        sampleOutcomes.map((outcome) => (
          <td key={outcome} className="number">
            {counts.outcomes?.[outcome]}
          </td>
        ))
      )}
    </tr>
  )
  return (
    <section className="panel table-scroll" aria-label={say(words.numbers)} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say(words.byUnit)}</th>
            <th scope="col">{say(words.closedCount)}</th>
            <th scope="col">{say(words.drawnCount)}</th>
            <th scope="col">{say(words.checkedCount)}</th>
            {sampleOutcomes.map((outcome) => (
              <th key={outcome} scope="col">
                {say(sampleOutcomeLabels[outcome])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{data.units.map((counts) => line(counts.unit.id, counts.unit.name, counts))}</tbody>
        <tfoot>{line('whole', say(words.whole), data.whole)}</tfoot>
      </table>
    </section>
  )
}

function Line({ sampleId, line }: { sampleId: string; line: SampleLine }) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { matter, unitName, closedUnitName, closedAt, outcome, way, checkerUnitName, checkedAt, text } = line
  return (
    <div className="finding">
      <p>
        <Link className="link" to="/matters/$box/$id" params={{ box: 'all', id: matter.id }} search={{}}>
          <span className="number">{matter.number}</span> {matter.title}
        </Link>
      </p>
      <p className="quiet">
        {say(words.handledBy, { unit: unitName })} · {say(words.closedBy, { unit: closedUnitName })} ·{' '}
        <When at={closedAt} />
      </p>
      {outcome !== null && (
        <>
          <p>
            <FlagTag tone={outcomeTones[outcome]}>{say(sampleOutcomeLabels[outcome])}</FlagTag>{' '}
            <span className="quiet">
              {say(words.checkedLine, { unit: checkerUnitName ?? '' })}
              {way && ` · ${say(checkWayLabels[way])}`} {checkedAt && <When at={checkedAt} />}
            </span>
          </p>
          {text !== null && <blockquote>{text}</blockquote>}
          {line.proposes && <p className="quiet">{say(words.proposes)}</p>}
        </>
      )}
      {outcome === null && !line.mayCheck && <p className="quiet">{say(words.notYours)}</p>}
      {line.mayCheck && !isOpen && (
        <Button
          size="small"
          aria-label={say(words.checkOf, { number: matter.number })}
          onClick={() => setOpen(true)}
        >
          {say(words.check)}
        </Button>
      )}
      {line.mayCheck && isOpen && (
        <CheckForm sampleId={sampleId} line={line} onClose={() => setOpen(false)} />
      )}
    </div>
  )
}
