import type { ReactNode } from 'react'
import type { ListColumn } from '#contract/list-columns.ts'
import type { MatterRow } from '#contract/matter.ts'
import {
  channelLabels,
  closureLabels,
  kindLabels,
  levelLabels,
  stateLabels,
  urgencyLabels,
} from '#contract/words/labels.ts'
import { exactTime, planTime } from '#web/lib/time.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { type Reason, reasonsOf } from './reasons.ts'

type Props = {
  column: Exclude<ListColumn, 'title'>
  row: MatterRow
  now: number
  categoryName: string | undefined
}

/** What one column says of a matter; whole on hover where it is cut. */
export function MatterCell({ column, row, now, categoryName }: Props) {
  const { language, say } = useWords()
  const reasons = reasonsOf(row, now, language)
  const text = (words: string) => (words === '' ? <None /> : <span title={words}>{words}</span>)
  const instant = (at: string) => (
    <time dateTime={at} title={exactTime(Date.parse(at), language)} className="number">
      {planTime(Date.parse(at), now, language)}
    </time>
  )
  const cells: Record<typeof column, () => ReactNode> = {
    number: () => <span className="number">{row.number}</span>,
    state: () => text(say(stateLabels[row.state])),
    flags: () => <Tags reasons={reasons.filter(({ key }) => key !== 'time' && key !== 'closure')} />,
    kind: () => text(say(kindLabels[row.kind])),
    category: () => text(categoryName ?? ''),
    urgency: () => text(say(urgencyLabels[row.urgency])),
    level: () => text(say(levelLabels[row.level])),
    channel: () => text(say(channelLabels[row.channel])),
    place: () => text(placeOf(row)),
    holder: () => text(row.holder.name),
    handler: () => text(row.handlerName ?? ''),
    due: () => <Tags reasons={reasons.filter(({ key }) => key === 'time')} />,
    received: () => instant(row.receivedAt),
    changed: () => instant(row.changedAt),
    appeals: () => <span className="number">{row.appeals}</span>,
    closure: () => text(row.closureKind === null ? '' : say(closureLabels[row.closureKind])),
  }
  return cells[column]()
}

/** What was written of the place, with the unit before it where that does not name it already. */
function placeOf({ placeName, placeText }: MatterRow): string {
  if (placeText === '' || placeText.startsWith(placeName)) return placeText || placeName
  return `${placeName} · ${placeText}`
}

const None = () => (
  <span className="quiet" aria-hidden="true">
    —
  </span>
)

function Tags({ reasons }: { reasons: readonly Reason[] }) {
  if (reasons.length === 0) return <None />
  return (
    <span className="flags" title={reasons.map(({ words }) => words).join(' · ')}>
      {reasons.map(({ key, tone, words }) => (
        <FlagTag key={key} tone={tone}>
          {words}
        </FlagTag>
      ))}
    </span>
  )
}
