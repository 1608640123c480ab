import { Link } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import { boxesWithoutDue } from '#contract/list.ts'
import type { ListColumn } from '#contract/list-columns.ts'
import type { MatterRow } from '#contract/matter.ts'
import type { Language } from '#contract/words/language.ts'
import type { Selection } from '#web/bulk/use-selection.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { columnLabels, columnWords } from './column-words.ts'
import type { Filters } from './filters.ts'
import { MatterCell } from './MatterCell.tsx'
import { type Box, sortOf, useCategories } from './queries.ts'
import { RowChoice } from './RowChoice.tsx'
import './table.css'
import { matterWords as words } from './words.ts'

type Props = {
  box: Box
  filters: Filters
  rows: readonly MatterRow[]
  columns: readonly ListColumn[]
  fresh: ReadonlySet<string>
  selection: Selection
  onFilter: (change: Partial<Filters>) => void
}

/** The columns that a list can be ordered by. */
const sortedBy: Partial<Record<ListColumn, NonNullable<Filters['sort']>>> = {
  due: 'due',
  received: 'new',
  changed: 'changed',
}

/** Widths in rem; the title takes what is left. English labels are longer. */
const widths: Record<ListColumn, Record<Language, number>> = {
  number: { zh: 9, en: 9 },
  title: { zh: 17, en: 15 },
  state: { zh: 6, en: 8.5 },
  flags: { zh: 11, en: 14 },
  kind: { zh: 6.5, en: 9 },
  category: { zh: 9, en: 9 },
  urgency: { zh: 6, en: 6 },
  level: { zh: 5.5, en: 6.5 },
  channel: { zh: 8.5, en: 9.5 },
  place: { zh: 10.5, en: 9 },
  holder: { zh: 11, en: 10 },
  handler: { zh: 6.5, en: 6.5 },
  due: { zh: 12.5, en: 15.5 },
  received: { zh: 8.5, en: 9 },
  changed: { zh: 8.5, en: 9 },
  appeals: { zh: 5, en: 6.5 },
  closure: { zh: 8, en: 12 },
}

/** A list over the whole width, for comparing; its rows open as the cards do. */
export function MatterTable({ box, filters, rows, columns, fresh, selection, onFilter }: Props) {
  const { language, say } = useWords()
  const now = useNow()
  const { nameOf } = useCategories()
  const sum = columns.reduce((total, column) => total + widths[column][language], selection.isOn ? 3 : 0)
  const open = (event: MouseEvent<HTMLTableRowElement>) => {
    const isOwn = (event.target as HTMLElement).closest('a, input, label') !== null
    // whoever marks a number with the mouse wants to copy it
    if (isOwn || !(getSelection()?.isCollapsed ?? true)) return
    event.currentTarget.querySelector<HTMLElement>(selection.isOn ? 'input' : 'a')?.click()
  }
  return (
    <table className="matter-table" style={{ minWidth: `${sum}rem` }}>
      <caption className="hidden-text">
        {say(words.list)}。{say(columnWords.keys)}
      </caption>
      <colgroup>
        {selection.isOn && <col style={{ width: '3rem' }} />}
        {columns.map((column) => (
          <col key={column} style={column === 'title' ? {} : { width: `${widths[column][language]}rem` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {selection.isOn && <td />}
          {columns.map((column) => (
            <Head key={column} {...{ column, box, filters, onFilter }} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.id}
            data-chosen={selection.isOn && selection.chosen.has(row.id) ? 'yes' : undefined}
            onClick={open}
          >
            {selection.isOn && (
              <td className="choice-cell">
                <RowChoice row={row} rows={rows} selection={selection} />
              </td>
            )}
            {columns.map((column) =>
              column === 'title' ? (
                <th key={column} scope="row">
                  <Link
                    id={`row-${row.id}`}
                    to="/matters/$box/$id"
                    params={{ box, id: row.id }}
                    search={{ ...filters, do: undefined }}
                  >
                    {row.hasNews && <em className="row-new">{say(words.hasNews)}</em>}
                    {fresh.has(row.id) && <em className="row-new">{say(words.isNew)}</em>}
                    {row.title}
                  </Link>
                </th>
              ) : (
                <td key={column} data-column={column}>
                  <MatterCell column={column} row={row} now={now} categoryName={nameOf(row.categoryCode)} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type HeadProps = Pick<Props, 'box' | 'filters' | 'onFilter'> & { column: ListColumn }

function Head({ column, box, filters, onFilter }: HeadProps) {
  const { say } = useWords()
  const name = say(columnLabels[column])
  const sort = sortedBy[column]
  const isOffered =
    sort !== undefined && box !== 'recent' && !(sort === 'due' && boxesWithoutDue.includes(box))
  if (!isOffered) return <th scope="col">{name}</th>
  const isOn = sortOf(box, filters) === sort
  return (
    <th scope="col" aria-sort={isOn ? (sort === 'due' ? 'ascending' : 'descending') : undefined}>
      <button type="button" title={say(columnWords.sortBy, { name })} onClick={() => onFilter({ sort })}>
        {name} <span aria-hidden="true">{isOn ? (sort === 'due' ? '↑' : '↓') : '↕'}</span>
      </button>
    </th>
  )
}
