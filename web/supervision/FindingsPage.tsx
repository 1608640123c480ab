import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { failingLabels, findingStateLabels } from '#contract/words/supervision-labels.ts'
import { failings, findingStates } from '#domain/supervision/failings.ts'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import { FindingItem } from './FindingItem.tsx'
import { useFindings } from './queries.ts'
import { SupervisionNav } from './SupervisionNav.tsx'
import type { FindingSearch } from './search.ts'
import { UnitPick } from './UnitPick.tsx'
import { supervisionWords as words } from './words.ts'
import './supervision.css'

/** What the record shows of the three failings, with its evidence, for a person to look into. */
export function FindingsPage() {
  const { say } = useWords()
  const navigate = useNavigate()
  const search = useSearch({ from: '/staff/supervision/findings' })
  const { finding: state = 'found', failing, unit } = search
  const findings = useFindings({ state, failing, unit })
  const title = say(words.findings)
  useEffect(() => {
    document.title = title
  }, [title])
  const go = (change: Partial<Record<keyof FindingSearch, string | undefined>>) =>
    void navigate({
      to: '/supervision/findings',
      search: { ...search, ...change } as FindingSearch,
      replace: true,
    })
  const [page] = findings.data?.pages ?? []
  const rows = findings.data?.pages.flatMap((one) => one.rows) ?? []
  return (
    <div className="page supervision">
      <SupervisionNav />
      <h1>{title}</h1>
      <p className="page-lead">{say(words.findingsLead)}</p>
      <Choices
        label={say(words.state)}
        options={findingStates.map((value) => ({ value, label: say(findingStateLabels[value]) }))}
        value={state}
        onChoose={(next) => go({ finding: next })}
      />
      <Choices
        label={say(words.failing)}
        options={[
          { value: 'all', label: say(words.anyFailing) },
          ...failings.map((value) => ({ value, label: say(failingLabels[value]) })),
        ]}
        value={failing ?? 'all'}
        onChoose={(next) => go({ failing: next === 'all' ? undefined : next })}
      />
      <UnitPick value={unit} shown={page?.unitName ?? null} onPick={(next) => go({ unit: next })} />
      {page && (
        <p className="quiet">
          {page.lookedAt === null ? (
            say(words.notLooked)
          ) : (
            <>
              {say(words.lookedAt)} <When at={page.lookedAt} />
            </>
          )}
        </p>
      )}
      {findings.isPending && <Skeleton rows={6} />}
      {findings.error && <ErrorState error={findings.error} onRetry={() => void findings.refetch()} />}
      {page && rows.length === 0 && <Empty title={say(words.noFindings)}>{say(words.noFindingsText)}</Empty>}
      {rows.length > 0 && (
        <ul className="panel supervision-list">
          {rows.map((finding) => (
            <li key={finding.id}>
              <FindingItem finding={finding} isWhole />
            </li>
          ))}
        </ul>
      )}
      {findings.hasNextPage && (
        <Button loading={findings.isFetchingNextPage} onClick={() => void findings.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </div>
  )
}
