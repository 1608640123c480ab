import { App } from 'antd'
import { type ListColumn, tableColumns } from '#contract/list-columns.ts'
import type { ListChoice } from '#contract/view.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { usePhone } from '#web/lib/use-media.ts'
import { useWords } from '#web/lib/words.ts'
import { lookOf } from '#web/view/look.ts'
import { useViewCommands, useViews } from '#web/view/queries.ts'
import type { Filters } from './filters.ts'

export type Look = {
  /** Undefined while it is not known yet. */
  isTable: boolean | undefined
  columns: readonly ListColumn[]
  turn: (look: ListChoice['look']) => void
  choose: (columns: readonly ListColumn[]) => void
}

const cards: ListChoice = { look: 'cards', columns: [] }

/**
 * How a list is shown, and the ways to change it: of an opened view in the address, to be kept with the view; else for every
 * list of mine. On a telephone there are cards only.
 */
export function useLook(filters: Filters, onFilter: (change: Partial<Filters>) => void): Look {
  const { language } = useWords()
  const { message } = App.useApp()
  const isPhone = usePhone()
  const views = useViews()
  const { saveLook } = useViewCommands()
  const choice = views.data?.choice ?? cards
  const view = views.data?.rows.find((one) => one.id === filters.view)
  const shown = lookOf(filters, view, choice)
  const put = (next: ListChoice) => {
    if (view) return onFilter({ look: next.look, cols: next.columns.join('.') || undefined })
    saveLook.mutate(next, { onError: (error) => void message.error(failureWords(error, language)) })
    if (filters.look !== undefined || filters.cols !== undefined)
      onFilter({ look: undefined, cols: undefined })
  }
  return {
    isTable: isPhone ? false : views.isPending ? undefined : shown.look === 'table',
    columns: tableColumns(shown.columns),
    turn: (look) => put({ look, columns: shown.columns }),
    choose: (columns) => put({ look: 'table', columns: [...columns] }),
  }
}
