import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Selection } from '#web/bulk/use-selection.ts'
import { isTyping } from '#web/lib/keys.ts'
import { readPreferences } from '#web/lib/preferences.ts'
import type { Filters } from './filters.ts'
import { focusAfter } from './focus-after.ts'
import { type Box, listQuery } from './queries.ts'

type Listed = {
  box: Box
  selected: string | undefined
  filters: Filters
  selection: Selection
  isTable: boolean
}

const steps: Record<string, number> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 }

/**
 * j and k go through the list, x chooses, Enter into the matter, Escape out of the form and back to the list. On a row the
 * arrows go to the next one without opening it, and space chooses; so do j and k in a table, which has no matter beside it.
 */
export function useListKeys({ box, selected, filters, selection, isTable }: Listed): void {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  useEffect(() => {
    const go = (id: string, isNext: boolean) =>
      void navigate({
        to: '/matters/$box/$id',
        params: { box, id },
        search: { ...filters, do: undefined },
        replace: isNext,
      })
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key === 'Escape' &&
        filters.do &&
        !document.querySelector('.ant-modal-wrap, [role="listbox"]:not([hidden])')
      ) {
        focusAfter(filters.do)
        void navigate({ to: '.', search: { ...filters, do: undefined }, replace: true })
        return
      }
      if (isTyping(event)) return
      const focused = /^row-(.+)$/.exec(document.activeElement?.id ?? '')?.[1]
      const isOwnKey = focused !== undefined && /^(Arrow(Up|Down)| )$/.test(event.key)
      // single letters can be turned off (WCAG 2.1.4); keys of the row that has the focus need not be
      if (!isOwnKey && (!readPreferences().hasKeys || event.key.startsWith('Arrow'))) return
      const rows =
        queryClient.getQueryData(listQuery(box, filters).queryKey)?.pages.flatMap((page) => page.rows) ?? []
      const at = rows.findIndex((row) => row.id === selected)
      const here = rows.findIndex((row) => row.id === focused)
      const step = steps[event.key]
      if (step !== undefined && (isOwnKey || (isTable && selected === undefined))) {
        event.preventDefault()
        const row = here < 0 ? rows[0] : rows[here + step]
        if (row) document.getElementById(`row-${row.id}`)?.focus()
      } else if (isOwnKey || event.key === 'x' || event.key === 'X') {
        const row = here < 0 ? rows[at] : rows[here]
        if (row) selection.toggle(row, rows, event.shiftKey)
        event.preventDefault()
      } else if (step !== undefined) {
        const row = at < 0 ? rows[0] : rows[at + step]
        if (!row) return
        go(row.id, selected !== undefined)
        event.preventDefault()
        document.getElementById(`row-${row.id}`)?.focus()
      } else if (
        event.key === 'Enter' &&
        selected &&
        !(event.target as HTMLElement).closest(`a:not(#row-${CSS.escape(selected)}), button, summary`)
      ) {
        event.preventDefault()
        document.getElementById('matter-title')?.focus()
      } else if (event.key === 'Escape' && selected && isTable && focused === selected) {
        void navigate({ to: '/matters/$box', params: { box }, search: { ...filters, do: undefined } })
      } else if (event.key === 'Escape' && selected) {
        document.getElementById(`row-${selected}`)?.focus()
      } else if (event.key === 'a') {
        // the letter must not land in the field that gets the focus
        event.preventDefault()
        document.querySelector<HTMLElement>('.actions .ant-btn-primary')?.click()
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [box, selected, filters, selection, isTable, navigate, queryClient])
}
