import { Link } from '@tanstack/react-router'
import type { TeamRow } from '#contract/team.ts'
import { teamEndLabels, teamKindLabels } from '#contract/words/aid.ts'
import { dayWords } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { counted, useWords } from '#web/lib/words.ts'
import { teamWords as words } from './words.ts'

/** A team in a list: what it is, who leads it, until when, what is open with it. */
export function TeamLine({ row }: { row: TeamRow }) {
  const { language, say } = useWords()
  const now = useNow()
  return (
    <li className="whistle-row">
      <Link className="whistle-link" to="/teams/$id" params={{ id: row.id }}>
        <span className="whistle-top">
          <b className="whistle-problem">{row.name}</b>
          <span>{say(teamKindLabels[row.kind])}</span>
          <TeamState row={row} />
        </span>
        <span>
          {say(words.leads, { name: row.leadName, unit: row.leadUnitName })} ·{' '}
          {say(counted(words.members, row.members), { n: row.members })}
          {row.open > 0 && ` · ${say(counted(words.open, row.open), { n: row.open })}`}
        </span>
        <span className="quiet">
          {say(words.term, {
            from: dayWords(row.fromOn, now, language),
            to: dayWords(row.toOn, now, language),
          })}{' '}
          · {row.unitName}
        </span>
      </Link>
    </li>
  )
}

/** Whether a team runs, has not begun, or how it ended. */
export function TeamState({ row }: { row: TeamRow }) {
  const { say } = useWords()
  const words1 = row.end ? teamEndLabels[row.end] : row.isOn ? words.running : words.notYet
  return <span className="quiet">{say(words1)}</span>
}
