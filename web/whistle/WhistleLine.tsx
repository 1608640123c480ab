import { Link } from '@tanstack/react-router'
import type { WhistleRow } from '#contract/whistle.ts'
import {
  lineEndLabels,
  lineRoleLabels,
  lineTurnLabels,
  whistleKindLabels,
  whistleStateLabels,
} from '#contract/words/whistle.ts'
import { planTime } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { When } from '#web/ui/When.tsx'
import { LateTag } from './LateTag.tsx'
import { whistleWords as words } from './words.ts'

/** A whistle in a list: what it is about, and how far each department is. `isLink`: its page may be opened. */
export function WhistleLine({ row, isLink = true }: { row: WhistleRow; isLink?: boolean }) {
  const body = <Body row={row} />
  return (
    <li className="whistle-row" data-kind={row.kind}>
      {isLink ? (
        <Link className="whistle-link" to="/whistles/$id" params={{ id: row.id }}>
          {body}
        </Link>
      ) : (
        <div className="whistle-link">{body}</div>
      )}
    </li>
  )
}

function Body({ row }: { row: WhistleRow }) {
  const { say } = useWords()
  return (
    <>
      <span className="whistle-top">
        <b className="number">{row.number}</b>
        <KindTag row={row} />
        <span className="quiet">{say(whistleStateLabels[row.state])}</span>
        <LateTag lateness={row.state === 'waiting' ? row.lateness : 'fine'} />
        <Marks row={row} />
      </span>
      {row.problem !== '' && <span className="whistle-problem">{row.problem ?? say(words.destroyed)}</span>}
      <span className="whistle-departments">
        {row.lines.map((line) => (
          <Department key={line.id} line={line} isCalled={row.soundedAt !== null} />
        ))}
      </span>
      <span className="quiet">
        {say(words.from, { unit: row.unitName, name: row.byName })} ·{' '}
        <When at={row.soundedAt ?? row.askedAt} />
      </span>
    </>
  )
}

/** The kind; an emergency says so in colour too. */
export function KindTag({ row }: { row: Pick<WhistleRow, 'kind'> }) {
  const { say } = useWords()
  const label = say(whistleKindLabels[row.kind])
  return row.kind === 'emergency' ? <FlagTag tone="act">{label}</FlagTag> : <span>{label}</span>
}

export function Marks({ row }: { row: Pick<WhistleRow, 'isUpgraded' | 'isMisused'> }) {
  const { say } = useWords()
  return (
    <>
      {row.isUpgraded && <FlagTag tone="info">{say(words.upgraded)}</FlagTag>}
      {row.isMisused && <FlagTag tone="still">{say(words.misused)}</FlagTag>}
    </>
  )
}

/** A department and whose turn it is; before the whistle sounds it is not called yet. */
function Department({ line, isCalled }: { line: WhistleRow['lines'][number]; isCalled: boolean }) {
  const { language, say } = useWords()
  const now = useNow()
  const turn = line.step ? lineTurnLabels[line.step] : line.outcome && lineEndLabels[line.outcome]
  return (
    <span className="whistle-department" data-over={line.step === null ? 'yes' : 'no'}>
      <span>
        {line.unitName}
        <small className="quiet"> {say(lineRoleLabels[line.role])}</small>
      </span>
      {isCalled && turn && <span>{say(turn)}</span>}
      {line.dueAt && (
        <small className="quiet number">
          {say(words.due, { time: planTime(Date.parse(line.dueAt), now, language) })}
        </small>
      )}
      <LateTag lateness={line.lateness} />
    </span>
  )
}
