import { Link } from '@tanstack/react-router'
import type { SubsidyListView } from '#contract/subsidy.ts'
import { exclusionLabels } from '#contract/words/subsidy-labels.ts'
import type { Exclusion } from '#domain/mediation/subsidy.ts'
import { useWords } from '#web/lib/words.ts'
import { ErrorState } from '#web/ui/States.tsx'
import { yuanOf } from './money.ts'
import { inRow } from './names.ts'
import { useSubsidyChanges } from './subsidy-queries.ts'
import { subsidyWords as words } from './subsidy-words.ts'

type Outcome = { fen: number; reasons: readonly Exclusion[] } | null

/** What the record says differently by now: never put into the list by itself. */
export function SubsidyChanges({ list }: { list: SubsidyListView }) {
  const { language, say } = useWords()
  const changes = useSubsidyChanges(list.id)
  const rows = changes.data?.rows ?? []
  const told = (outcome: Outcome) =>
    outcome === null
      ? say(words.notThere)
      : outcome.reasons.length === 0
        ? say(words.pays, { yuan: yuanOf(outcome.fen) })
        : say(words.paysNot, {
            reasons: inRow(
              outcome.reasons.map((reason) => say(exclusionLabels[reason])),
              language,
            ),
          })
  if (changes.error) return <ErrorState error={changes.error} onRetry={() => void changes.refetch()} />
  if (rows.length === 0) return null
  const isFrozen = list.state === 'approved'
  return (
    <section className="panel subsidy-changes" aria-labelledby="changes">
      <header>
        <h2 id="changes">
          {say(isFrozen ? words.changesAfter : words.changesDraft, { count: rows.length })}
        </h2>
      </header>
      <div className="panel-body">
        <p className="quiet">{say(isFrozen ? words.changesAfterLead : words.changesDraftLead)}</p>
        <ul>
          {rows.map(({ mediationId, matterId, number, kind, was, is }) => (
            <li key={mediationId}>
              <Link
                className="link number"
                to="/matters/$id/mediations/$mediationId"
                params={{ id: matterId, mediationId }}
              >
                {number}
              </Link>{' '}
              <b>{say(words[kind])}</b> {say(words.wasIs, { was: told(was), is: told(is) })}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
