import { type ListColumn, tableColumns } from '#contract/list-columns.ts'
import type { ListChoice, SavedView } from '#contract/view.ts'
import { columnsIn, type Filters } from '#web/matter/filters.ts'

type Shown = Pick<Filters, 'look' | 'cols'>
type View = Pick<SavedView, 'columns'> | undefined

/** How a list is shown: as its address says, else as its view says, else as its reader likes lists best. */
export function lookOf({ look, cols }: Shown, view: View, choice: ListChoice): ListChoice {
  const base: ListChoice = view && view.columns.length > 0 ? { look: 'table', columns: view.columns } : choice
  return { look: look ?? base.look, columns: cols === undefined ? base.columns : columnsIn(cols) }
}

/** The columns that a view saved now would have: those of the table; none for cards, or where nobody chose any for the view. */
export function columnsToKeep(shown: Shown, view: View, choice: ListChoice): ListColumn[] {
  if (view && shown.look === undefined && shown.cols === undefined) return view.columns
  const { look, columns } = lookOf(shown, view, choice)
  return look === 'table' ? [...tableColumns(columns)] : []
}
