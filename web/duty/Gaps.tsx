import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { type GapKind, gapKinds } from '#domain/duty/gaps.ts'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { useGaps } from './queries.ts'
import { gapLabels, gapTexts, dutyWords as words } from './words.ts'

/** What is to mend in the list, each with the place where. */
export function Gaps({ kind, mayEdit }: { kind: GapKind | undefined; mayEdit: boolean }) {
  const { language, say } = useWords()
  const navigate = useNavigate()
  const gaps = useGaps(kind)
  const counts = gaps.data?.pages[0]?.counts
  const rows = gaps.data?.pages.flatMap((page) => page.rows) ?? []
  const total = counts ? gapKinds.reduce((sum, one) => sum + (counts[one] ?? 0), 0) : 0
  const shown = gapKinds.filter((one) => (counts?.[one] ?? 0) > 0 || one === kind)
  return (
    <>
      <p className="quiet">{say(words.gapsLead)}</p>
      {gaps.isPending && <Skeleton rows={6} />}
      {gaps.error && <ErrorState error={gaps.error} onRetry={() => void gaps.refetch()} />}
      {counts && (
        <Choices
          label={say(words.viewGaps)}
          options={[
            { value: 'all', label: `${say(words.gapAll)} ${total}` },
            ...shown.map((one) => ({ value: one, label: `${say(gapLabels[one])} ${counts[one] ?? 0}` })),
          ]}
          value={kind ?? 'all'}
          onChoose={(next) =>
            void navigate({
              to: '/duties',
              search: { view: 'gaps', ...(next === 'all' ? {} : { gap: next }) },
              replace: true,
            })
          }
        />
      )}
      {counts && rows.length === 0 && <Empty title={say(words.gapsNone)}>{say(words.gapsNoneText)}</Empty>}
      {(counts?.noLine ?? 0) > 0 && (kind === undefined || kind === 'noLine') && (
        <Notice>{say(gapTexts.noLine)}</Notice>
      )}
      {rows.length > 0 && (
        <ul className="panel duty-gaps">
          {rows.map((gap) => (
            <li
              key={`${gap.kind} ${gap.category.code} ${gap.no ?? ''} ${gap.other ?? ''} ${gap.unitName ?? ''}`}
            >
              <div>
                <b>
                  <span className="number">{gap.category.code}</span>{' '}
                  {language === 'zh' ? gap.category.nameZh : gap.category.nameEn}
                </b>
                <small className="duty-mark">{say(gapLabels[gap.kind])}</small>
                {gap.kind !== 'noLine' && (
                  <p className="quiet">
                    {say(gapTexts[gap.kind], {
                      ...{ no: gap.no ?? '', other: gap.other ?? '', unit: gap.unitName ?? '' },
                    })}
                  </p>
                )}
              </div>
              {gap.id !== null ? (
                <Link className="link" to="/duties" search={{ id: gap.id }}>
                  {say(words.look)}
                </Link>
              ) : (
                mayEdit && (
                  <Link className="link" to="/duties" search={{ add: true, of: gap.category.code }}>
                    {say(words.fill)}
                  </Link>
                )
              )}
            </li>
          ))}
        </ul>
      )}
      {gaps.hasNextPage && (
        <Button loading={gaps.isFetchingNextPage} onClick={() => void gaps.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </>
  )
}
