import type { Chosen, Selection } from '#web/bulk/use-selection.ts'
import { bulkWords } from '#web/bulk/words.ts'
import { useWords } from '#web/lib/words.ts'

type Props = { row: Chosen; rows: readonly Chosen[]; selection: Selection }

/** The box that chooses a row; with shift, all from the last one chosen. */
export function RowChoice({ row, rows, selection }: Props) {
  const { say } = useWords()
  return (
    <label className="row-choice">
      <input
        type="checkbox"
        aria-label={say(bulkWords.selectRow, { title: row.title })}
        checked={selection.chosen.has(row.id)}
        onClick={(event) => selection.toggle(row, rows, event.shiftKey)}
        onChange={() => {}}
      />
    </label>
  )
}
