import { Link } from '@tanstack/react-router'
import type { AidRow } from '#contract/aid.ts'
import { aidEndLabels, aidStateLabels, aidTurnLabels } from '#contract/words/aid.ts'
import { dayWords, planTime } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { counted, useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { When } from '#web/ui/When.tsx'
import { LateTag } from '#web/whistle/LateTag.tsx'
import { kindName } from './kind-name.ts'
import { aidWords as words } from './words.ts'

/** An order in a list: what is needed, whose turn it is, and how far each of those asked is. `isLink`: its page may be opened. */
export function AidLine({ row, isLink = true }: { row: AidRow; isLink?: boolean }) {
  const body = <Body row={row} />
  return (
    <li className="whistle-row">
      {isLink ? (
        <Link className="whistle-link" to="/aids/$id" params={{ id: row.id }}>
          {body}
        </Link>
      ) : (
        <div className="whistle-link">{body}</div>
      )}
    </li>
  )
}

function Body({ row }: { row: AidRow }) {
  const { language, say } = useWords()
  return (
    <>
      <span className="whistle-top">
        <b className="number">{row.number}</b>
        <span>{kindName(row.kind, language)}</span>
        <AidTurn row={row} />
        {row.isPassedUp && <FlagTag tone="info">{say(words.passedUp)}</FlagTag>}
      </span>
      {row.need !== '' && <span className="whistle-problem">{row.need ?? say(words.destroyed)}</span>}
      {row.lines.length > 0 && (
        <span className="whistle-departments">
          {row.lines.map((line) => (
            <Asked key={line.id} line={line} />
          ))}
        </span>
      )}
      <span className="quiet">
        {say(words.from, { unit: row.unitName, name: row.byName })} · <When at={row.postedAt} />
        <AidWanted row={row} />
      </span>
    </>
  )
}

/** Where an order stands, whose turn it is while it lies with the centre or the orderer, and until when. */
export function AidTurn({ row }: { row: AidRow }) {
  const { language, say } = useWords()
  const now = useNow()
  const turn =
    row.state === 'posted'
      ? say(words.centreTurn, { unit: row.centreName })
      : row.state === 'sentBack'
        ? say(words.ordererTurn, { unit: row.unitName })
        : say(aidStateLabels[row.state])
  return (
    <>
      <span className={row.dueAt ? '' : 'quiet'}>{turn}</span>
      {row.dueAt && (
        <small className="quiet number">
          {say(words.due, { time: planTime(Date.parse(row.dueAt), now, language) })}
        </small>
      )}
      <LateTag lateness={row.lateness} />
    </>
  )
}

/** By when it is needed, and how many people. */
function AidWanted({ row }: { row: AidRow }) {
  const { language, say } = useWords()
  const now = useNow()
  const parts = [
    ...(row.neededBy ? [say(words.byDay, { day: dayWords(row.neededBy, now, language) })] : []),
    ...(row.people ? [say(counted(words.people, row.people), { n: row.people })] : []),
  ]
  return parts.length === 0 ? null : <> · {parts.join(' · ')}</>
}

function Asked({ line }: { line: AidRow['lines'][number] }) {
  const { language, say } = useWords()
  const now = useNow()
  const turn = line.step ? aidTurnLabels[line.step] : line.outcome && aidEndLabels[line.outcome]
  return (
    <span className="whistle-department" data-over={line.step === null ? 'yes' : 'no'}>
      <span>{line.name}</span>
      {turn && <span>{say(turn)}</span>}
      {line.dueAt && (
        <small className="quiet number">
          {say(words.due, { time: planTime(Date.parse(line.dueAt), now, language) })}
        </small>
      )}
      <LateTag lateness={line.lateness} />
    </span>
  )
}
