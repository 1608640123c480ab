import { z } from 'zod'
import { id, text } from './fields.ts'
import { listLooks, listQuery } from './list.ts'
import { listColumn, listColumns } from './list-columns.ts'
import type { Route } from './route.ts'

export const savedView = z.object({
  id,
  name: z.string(),
  query: listQuery,
  /** Conditions it was saved with that the product no longer knows, and that are therefore not in `query`. */
  unknown: z.array(z.string()),
  /** The columns of its table, in their order; none: it is shown as its reader likes lists best. */
  columns: z.array(listColumn),
  /** Columns it was saved with that the product no longer knows. */
  unknownColumns: z.array(z.string()),
  ownerName: z.string(),
  isMine: z.boolean(),
  /** The unit it is shared with. */
  unit: z.object({ id, name: z.string() }).nullable(),
  mayMend: z.boolean(),
  version: z.number().int(),
})
export type SavedView = z.output<typeof savedView>

/** Cards or a table, and its columns; none: those the product begins with. */
export const listChoice = z.object({ look: z.enum(listLooks), columns: z.array(listColumn) })
export type ListChoice = z.output<typeof listChoice>
const columnsBody = z.array(listColumn).max(listColumns.length)

const viewId = z.object({ id })
const staff = { session: 'staff', needs: 'matter.read' } as const

export const viewRoutes = {
  listViews: {
    method: 'GET',
    path: '/api/views',
    ...staff,
    answer: z.object({
      rows: z.array(savedView),
      /** The units with which I may share one. */
      shareWith: z.array(z.object({ id, name: z.string() })),
      /** How I like lists best. */
      choice: listChoice,
    }),
  },
  /** `version`: what the sender had seen; 0 makes a new one. The same content sent again changes nothing. */
  saveView: {
    method: 'PUT',
    path: '/api/views/:id',
    ...staff,
    params: viewId,
    body: z.object({
      name: text(40),
      query: listQuery,
      columns: columnsBody.default([]),
      unitId: id.nullable(),
      version: z.number().int().min(0),
    }),
    answer: savedView,
  },
  deleteView: {
    method: 'DELETE',
    path: '/api/views/:id',
    ...staff,
    params: viewId,
    answer: z.object({ done: z.literal(true) }),
  },
  /** How I like lists best, on every device. */
  saveListLook: {
    method: 'PUT',
    path: '/api/list-look',
    ...staff,
    body: z.object({ look: z.enum(listLooks), columns: columnsBody }),
    answer: listChoice,
  },
  /** My own order of everything I see. */
  orderViews: {
    method: 'PUT',
    path: '/api/view-order',
    ...staff,
    body: z.object({ ids: z.array(id).max(200) }),
    answer: z.object({ done: z.literal(true) }),
  },
} as const satisfies Record<string, Route>
