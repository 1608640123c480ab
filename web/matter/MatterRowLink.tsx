import { Link } from '@tanstack/react-router'
import type { MatterRow } from '#contract/matter.ts'
import { stateLabels } from '#contract/words/labels.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { When } from '#web/ui/When.tsx'
import type { Filters } from './filters.ts'
import type { Box } from './queries.ts'
import { reasonsOf } from './reasons.ts'
import { matterWords as words } from './words.ts'

type Props = { row: MatterRow; box: Box; filters: Filters; isSelected: boolean; isNew: boolean }

/** A row: what it is, why it stands here, who has it, where. */
export function MatterRowLink({ row, box, filters, isSelected, isNew }: Props) {
  const { language, say } = useWords()
  const now = useNow()
  const reasons = reasonsOf(row, now, language)
  return (
    <Link
      id={`row-${row.id}`}
      to="/matters/$box/$id"
      params={{ box, id: row.id }}
      search={{ ...filters, do: undefined }}
      className="row"
      aria-current={isSelected ? 'true' : undefined}
    >
      <span className="row-title">
        {row.hasNews && <em className="row-new">{say(words.hasNews)}</em>}
        {isNew && <em className="row-new">{say(words.isNew)}</em>}
        <b>{row.title}</b>
        <When at={row.receivedAt} />
      </span>
      <span className="flags">
        {reasons.map((reason) => (
          <FlagTag key={reason.key} tone={reason.tone}>
            {reason.words}
          </FlagTag>
        ))}
      </span>
      <span className="row-facts">
        <span>{say(stateLabels[row.state])}</span>
        <span className="row-holder">{row.holder.name}</span>
        {row.appeals > 1 && <span className="row-short">{say(words.appeals, { count: row.appeals })}</span>}
        {row.placeText && <span className="row-place">{row.placeText}</span>}
        <span className="row-number number">{row.number}</span>
      </span>
    </Link>
  )
}
