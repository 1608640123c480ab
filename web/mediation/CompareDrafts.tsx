import { Button } from 'antd'
import { useState } from 'react'
import type { AgreementView, MediationView } from '#contract/mediation.ts'
import type { DraftVersion } from '#contract/room.ts'
import { compareTexts, type Part } from '#web/lib/compare.ts'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { agreementWords } from './agreement-words.ts'
import { yuanOf } from './money.ts'
import { nameOf } from './names.ts'
import { useDrafts } from './room-queries.ts'
import { roomWords as words } from './room-words.ts'
import './compare.css'

/** Two wordings of an agreement as one text: what went is struck out, what came is shaded. */
export function CompareDrafts({ m, agreement }: { m: MediationView; agreement: AgreementView }) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  if (agreement.version < 2 || !agreement.terms) return null
  return (
    <div className="compare">
      <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {say(isOpen ? words.compareClose : words.compare)}
      </Button>
      {isOpen && <Compared m={m} agreement={agreement} />}
    </div>
  )
}

function Compared({ m, agreement }: { m: MediationView; agreement: AgreementView }) {
  const { say } = useWords()
  const { id: agreementId, version } = agreement
  const drafts = useDrafts({ matterId: m.matterId, mediationId: m.id, agreementId, version })
  const [chosen, setChosen] = useState({ from: version - 1, to: version })
  if (drafts.error) return <ErrorState error={drafts.error} onRetry={() => void drafts.refetch()} />
  if (!drafts.data) return <Skeleton rows={3} />
  const versions = drafts.data.pages.flatMap((page) => page.versions)
  const find = (n: number) => versions.find((one) => one.version === n)
  const [before, after] = [find(chosen.from), find(chosen.to)]
  const select = (name: 'from' | 'to') => (
    <label>
      {say(name === 'from' ? words.compareOf : words.compareTo)}{' '}
      <select
        className="compare-select"
        value={chosen[name]}
        onChange={(event) => setChosen({ ...chosen, [name]: Number(event.target.value) })}
      >
        {versions.map((one) => (
          <option key={one.version} value={one.version}>
            {say(words.versionNo, { n: one.version })}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <div className="compare-body">
      <p className="session-acts">
        {select('from')}
        {select('to')}
        {drafts.hasNextPage && (
          <Button size="small" onClick={() => void drafts.fetchNextPage()}>
            {say(words.compareOlder)}
          </Button>
        )}
      </p>
      <p className="quiet">{say(words.compareHint)}</p>
      {before && after && <Difference m={m} before={before} after={after} />}
    </div>
  )
}

function Difference({ m, before, after }: { m: MediationView; before: DraftVersion; after: DraftVersion }) {
  const { say } = useWords()
  const name = nameOf(m, say)
  const lines = ({ obligations }: DraftVersion) =>
    obligations
      .map(({ byId, toId, fen, dueOn, text }) =>
        [
          name(byId),
          name(toId),
          fen > 0 ? say(agreementWords.yuan, { yuan: yuanOf(fen) }) : '',
          dueOn,
          text ?? '',
        ]
          .filter(Boolean)
          .join(' · '),
      )
      .join('\n')
  const pairs = [
    [agreementWords.facts, before.terms.facts, after.terms.facts],
    [agreementWords.issues, before.terms.issues, after.terms.issues],
    [agreementWords.clauses, before.terms.clauses.join('\n'), after.terms.clauses.join('\n')],
    [agreementWords.obligations, lines(before), lines(after)],
    [agreementWords.manner, before.terms.manner, after.terms.manner],
  ] as const
  const changed = pairs
    .map(([title, one, other]) => ({ title, parts: compareTexts(one, other) }))
    .filter(({ parts }) => parts.some(({ is }) => is !== 'same'))
  if (changed.length === 0) return <p>{say(words.compareSame)}</p>
  return changed.map(({ title, parts }) => (
    <section key={title.en}>
      <h4>{say(title)}</h4>
      <p className="prose">
        {parts.map((part, i) => (
          <Piece key={`${i}${part.is}`} part={part} />
        ))}
      </p>
    </section>
  ))
}

function Piece({ part: { is, text } }: { part: Part }) {
  return is === 'same' ? <span>{text}</span> : is === 'in' ? <ins>{text}</ins> : <del>{text}</del>
}
