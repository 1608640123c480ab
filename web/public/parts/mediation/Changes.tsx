/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { DraftVersion } from '#contract/room.ts'
import { compareTexts } from '#web/lib/compare.ts'
import { yuanOf } from '#web/mediation/money.ts'
import type { Outcome } from '../../api.ts'
import { type Door, type LinkView, listDrafts } from '../../mediation-api.ts'
import { useSay } from '../../reader.ts'
import { mediationPageWords } from '../../words/mediation.ts'
import { roomPageWords as words } from '../../words/room.ts'
import { MoveProblem } from '../MoveProblem.tsx'
import '../../styles/room.css'

type Agreement = LinkView['agreements'][number]

/** What was changed since the draft before, so that nobody signs a wording for the other. */
export function Changes({ door, agreement }: { door: Door; agreement: Agreement }) {
  const { say } = useSay()
  const [pair, setPair] = useState<{ before: DraftVersion; after: DraftVersion }>()
  const [problem, setProblem] = useState<Outcome<unknown>>()
  if (agreement.version < 2) return null
  const show = async () => {
    const outcome = await listDrafts(door, agreement.id)
    setProblem('ok' in outcome ? undefined : outcome)
    if (!('ok' in outcome)) return
    const [after, before] = outcome.ok.versions
    if (before && after) setPair({ before, after })
  }
  if (!pair)
    return (
      <>
        <MoveProblem problem={problem} />
        <button type="button" class="wide" onClick={() => void show()}>
          {say(words.changes)}
        </button>
      </>
    )
  return <Difference {...pair} agreement={agreement} />
}

function Difference({
  before,
  after,
  agreement,
}: {
  before: DraftVersion
  after: DraftVersion
  agreement: Agreement
}) {
  const { say } = useSay()
  const nameOf = (id: string | null) => agreement.names.find(({ partyId }) => partyId === id)?.name ?? ''
  const lines = ({ obligations }: DraftVersion) =>
    obligations
      .map(({ byId, toId, fen, dueOn, text }) =>
        [nameOf(byId), nameOf(toId), fen > 0 ? `¥${yuanOf(fen)}` : '', dueOn, text ?? '']
          .filter(Boolean)
          .join(' · '),
      )
      .join('\n')
  const pairs = [
    [mediationPageWords.facts, before.terms.facts, after.terms.facts],
    [mediationPageWords.issues, before.terms.issues, after.terms.issues],
    [mediationPageWords.clauses, before.terms.clauses.join('\n'), after.terms.clauses.join('\n')],
    [mediationPageWords.obligations, lines(before), lines(after)],
    [mediationPageWords.manner, before.terms.manner, after.terms.manner],
  ] as const
  const changed = pairs
    .map(([title, one, other]) => ({ title, parts: compareTexts(one, other) }))
    .filter(({ parts }) => parts.some(({ is }) => is !== 'same'))
  return (
    <div class="agreement changes">
      <p class="hint">{say(changed.length === 0 ? words.changesNone : words.changesHint)}</p>
      {changed.map(({ title, parts }) => (
        <section key={title.en}>
          <h3>{say(title)}</h3>
          <p class="words">
            {parts.map(({ is, text }, i) =>
              is === 'same' ? (
                <span key={`${i}`}>{text}</span>
              ) : is === 'in' ? (
                <ins key={`${i}`}>{text}</ins>
              ) : (
                <del key={`${i}`}>{text}</del>
              ),
            )}
          </p>
        </section>
      ))}
    </div>
  )
}
