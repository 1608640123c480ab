import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { MediationView } from '#contract/mediation.ts'
import type { Precedent } from '#contract/precedent.ts'
import { methodLabels } from '#contract/words/mediation-labels.ts'
import { call } from '#web/lib/api.ts'
import { sentences, useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { yuanOf } from './money.ts'
import { inRow } from './names.ts'

const words = sentences({
  title: { zh: '别人是怎么调成的', en: 'How others settled it' },
  look: { zh: '看看同类纠纷的结果', en: 'See settled disputes of this kind' },
  none: { zh: '还没有同类的调成案件。', en: 'Nothing of this kind was settled yet.' },
  same: { zh: '同一类', en: 'same kind' },
  near: { zh: '相近', en: 'similar' },
  course: {
    zh: '{days} 天，调解 {held} 场，{parties} 方',
    en: '{days} days, {held} sessions, {parties} parties',
  },
  methods: { zh: '用的方法：{methods}', en: 'Methods: {methods}' },
  money: { zh: '金额 {yuan} 元', en: '{yuan} yuan' },
  whole: { zh: '已履行完', en: 'performed' },
  part: { zh: '部分履行', en: 'performed in part' },
  nonePerformed: { zh: '还没有履行', en: 'not performed yet' },
  sealed: { zh: '协议内容不在您的范围内。', en: 'What was agreed is not for you to read.' },
})

/** Settled disputes of the same kind, looked at on request: a help for whoever mediates, never a rule. */
export function PrecedentsPanel({ m }: { m: MediationView }) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['matter', m.matterId, 'mediation', m.id, 'precedents'],
    queryFn: ({ signal }) =>
      call('listPrecedents', { params: { id: m.matterId, mediationId: m.id } }, signal),
    enabled: isOpen,
    staleTime: 300_000,
  })
  return (
    <section className="panel" aria-labelledby="precedents-title">
      <header>
        <h2 id="precedents-title">{say(words.title)}</h2>
      </header>
      <div className="panel-body">
        {!isOpen && (
          <button type="button" className="link" onClick={() => setOpen(true)}>
            {say(words.look)}
          </button>
        )}
        {isOpen && !data && !error && <Skeleton rows={3} />}
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {data?.rows.length === 0 && <p className="quiet">{say(words.none)}</p>}
        <ul className="precedents">
          {data?.rows.map((row) => (
            <li key={row.id}>
              <OnePrecedent row={row} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

function OnePrecedent({ row }: { row: Precedent }) {
  const { language, say } = useWords()
  const performance =
    row.performance && say(row.performance === 'none' ? words.nonePerformed : words[row.performance])
  const { days, held, parties } = row
  return (
    <>
      <p>
        <Link
          className="link"
          to="/matters/$id/mediations/$mediationId"
          params={{ id: row.matterId, mediationId: row.id }}
        >
          {row.matterTitle}
        </Link>{' '}
        <FlagTag tone="info">{say(row.isSameCategory ? words.same : words.near)}</FlagTag>
      </p>
      <p className="quiet">
        {[
          say(words.course, { days, held, parties }),
          ...(row.fen > 0 ? [say(words.money, { yuan: yuanOf(row.fen) })] : []),
          ...(performance ? [performance] : []),
        ].join(' · ')}
      </p>
      {row.methods.length > 0 && (
        <p className="quiet">
          {say(words.methods, {
            methods: inRow(
              row.methods.map((one) => say(methodLabels[one])),
              language,
            ),
          })}
        </p>
      )}
      {row.clauses.length > 0 ? (
        <ol>
          {row.clauses.map((clause, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the clauses of a settled agreement never move
            <li key={i}>{clause}</li>
          ))}
        </ol>
      ) : (
        <p className="quiet">{say(words.sealed)}</p>
      )}
    </>
  )
}
