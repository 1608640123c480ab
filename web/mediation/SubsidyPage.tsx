import { PrinterOutlined } from '@ant-design/icons'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import type { SubsidyListView } from '#contract/subsidy.ts'
import { subsidyStateLabels } from '#contract/words/subsidy-labels.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import { yuanOf } from './money.ts'
import { SubsidyChanges } from './SubsidyChanges.tsx'
import { SubsidyDeeds, TakeSubsidy } from './SubsidyDeeds.tsx'
import { SubsidyLine } from './SubsidyLine.tsx'
import { useSubsidy, useSubsidyLines } from './subsidy-queries.ts'
import { subsidyWords as words } from './subsidy-words.ts'
import './subsidy.css'

export function SubsidyRoute() {
  const { id } = useParams({ from: '/staff/mediations/subsidy/$id' })
  return <SubsidyPage key={id} id={id} />
}

/** One list: who did what with it, its cases, and what has changed since. */
function SubsidyPage({ id }: { id: string }) {
  const { say } = useWords()
  const subsidy = useSubsidy(id)
  const lines = useSubsidyLines(id)
  const { data } = subsidy
  const title = data
    ? say(words.days, { unit: data.unit.name, from: data.from, to: data.to })
    : say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  const rows = lines.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className="page subsidies">
      <Link className="link subsidy-back" to="/mediations/subsidy">
        {say(words.back)}
      </Link>
      {subsidy.isPending && <Skeleton rows={8} />}
      {subsidy.error && <ErrorState error={subsidy.error} onRetry={() => void subsidy.refetch()} />}
      {data && (
        <>
          <div className="page-top">
            <h1>
              {title}{' '}
              <FlagTag tone={data.state === 'approved' ? 'good' : data.state === 'checked' ? 'near' : 'info'}>
                {say(subsidyStateLabels[data.state])}
              </FlagTag>
            </h1>
            <Button icon={<PrinterOutlined />} className="print-button" onClick={() => window.print()}>
              {say(words.print)}
            </Button>
          </div>
          <p className="subsidy-sum number">
            {say(words.sums, { count: data.count, paid: data.paid, yuan: yuanOf(data.fen) })}
          </p>
          <Who list={data} />
          <SubsidyDeeds list={data} />
          <SubsidyChanges list={data} />
          <section className="panel" aria-labelledby="cases">
            <header>
              <h2 id="cases">{say(words.cases)}</h2>
            </header>
            {lines.error && <ErrorState error={lines.error} onRetry={() => void lines.refetch()} />}
            {rows.length > 0 && (
              <table className="table table-folds subsidy-table">
                <thead>
                  <tr>
                    {[words.number, words.mediator, words.closedOn, words.tier, words.outcome].map((name) => (
                      <th key={name.en} scope="col">
                        {say(name)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((line) => (
                    <SubsidyLine key={line.mediationId} list={data} line={line} />
                  ))}
                </tbody>
              </table>
            )}
            {lines.hasNextPage && (
              <div className="panel-body">
                <Button loading={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
                  {say(words.more)}
                </Button>
              </div>
            )}
          </section>
          <TakeSubsidy id={id} />
        </>
      )}
    </div>
  )
}

function Who({ list: { drawn, checked, approved } }: { list: SubsidyListView }) {
  const { say } = useWords()
  const all = [
    [words.drawnBy, drawn],
    [words.checkedBy, checked],
    [words.approvedBy, approved],
  ] as const
  return (
    <p className="quiet subsidy-who">
      {all.map(
        ([said, who]) =>
          who && (
            <span key={said.en}>
              {say(said, { name: who.name })} <When at={who.at} />
            </span>
          ),
      )}
    </p>
  )
}
