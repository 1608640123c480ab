import type { MatterRow } from '#contract/matter.ts'
import type { Selection } from '#web/bulk/use-selection.ts'
import { useWords } from '#web/lib/words.ts'
import type { Filters } from './filters.ts'
import { MatterRowLink } from './MatterRowLink.tsx'
import type { Box } from './queries.ts'
import { RowChoice } from './RowChoice.tsx'
import { matterWords as words } from './words.ts'

type Props = {
  box: Box
  filters: Filters
  rows: readonly MatterRow[]
  selected: string | undefined
  fresh: ReadonlySet<string>
  selection: Selection
}

/** A list beside the opened matter, each row with the reason why it stands there. */
export function MatterCards({ box, filters, rows, selected, fresh, selection }: Props) {
  const { say } = useWords()
  return (
    <ul className="rows" aria-label={say(words.list)}>
      {rows.map((row) => (
        <li
          key={row.id}
          data-select={selection.isOn ? 'on' : undefined}
          data-chosen={selection.chosen.has(row.id) ? 'yes' : undefined}
        >
          {selection.isOn && <RowChoice row={row} rows={rows} selection={selection} />}
          <MatterRowLink
            row={row}
            box={box}
            filters={filters}
            isSelected={row.id === selected}
            isNew={fresh.has(row.id)}
          />
        </li>
      ))}
    </ul>
  )
}
