import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ListColumn } from '#contract/list-columns.ts'
import type { ListChoice, SavedView } from '#contract/view.ts'
import { call, type Given } from '#web/lib/api.ts'
import { conditionsOf, type Filters } from '#web/matter/filters.ts'
import { type Box, sortOf } from '#web/matter/queries.ts'

const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: ({ signal }) => call('listViews', {}, signal),
  staleTime: 60_000,
})

export function useViews(isOn = true) {
  return useQuery({ ...viewsQuery, enabled: isOn })
}

/** What a list is made of, as a view keeps it. */
export function viewQueryOf(box: Box, filters: Filters): SavedView['query'] {
  return { ...conditionsOf(filters), box, sort: sortOf(box, filters) }
}

/** The address of a view. */
export function addressOf({ id, query: { box, sort, ...conditions } }: Pick<SavedView, 'id' | 'query'>) {
  return { to: '/matters/$box', params: { box }, search: { ...conditions, sort, view: id } } as const
}

const textOf = (query: object) =>
  JSON.stringify(Object.entries(query).toSorted(([a], [b]) => (a < b ? -1 : 1)))

/** Whether a list still is what the view says. `columns`: what a view saved now would have. */
export function isAsSaved(
  view: SavedView,
  box: Box,
  filters: Filters,
  columns: readonly ListColumn[],
): boolean {
  const hasLost = view.unknown.length > 0 || view.unknownColumns.length > 0
  const isSameTable = view.columns.join() === columns.join()
  return !hasLost && isSameTable && textOf(view.query) === textOf(viewQueryOf(box, filters))
}

type Save = Given<'saveView'>['params'] & Given<'saveView'>['body']

/** The commands about views; each sent again does no harm. */
export function useViewCommands() {
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: viewsQuery.queryKey })
  const save = useMutation({
    mutationFn: ({ id, ...body }: Save) => call('saveView', { params: { id }, body }),
    onSettled,
  })
  const remove = useMutation({
    mutationFn: (id: string) => call('deleteView', { params: { id } }),
    onSettled,
  })
  const order = useMutation({
    mutationFn: (ids: string[]) => call('orderViews', { body: { ids } }),
    onMutate: (ids) => {
      client.setQueryData(
        viewsQuery.queryKey,
        (known) =>
          known && { ...known, rows: known.rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)) },
      )
    },
    onSettled,
  })
  const saveLook = useMutation({
    mutationFn: (body: ListChoice) => call('saveListLook', { body }),
    onMutate: (choice) => {
      client.setQueryData(viewsQuery.queryKey, (known) => known && { ...known, choice })
    },
    onSettled,
  })
  return { save, remove, order, saveLook }
}
