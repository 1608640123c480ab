import { z } from 'zod'
import { id, instant, page, text } from './fields.ts'
import { listQuery } from './list.ts'
import type { Route } from './route.ts'

/** `expired`: the file was removed; what it was, and why it was made, stays on record. */
export const exportStates = ['running', 'done', 'failed', 'expired'] as const

export const exportView = z.object({
  id,
  state: z.enum(exportStates),
  query: listQuery,
  purpose: z.string(),
  rowsTotal: z.number().int(),
  rowsDone: z.number().int(),
  /** There were more than fit, and the first of them were written. */
  isCut: z.boolean(),
  bytes: z.number().int().nullable(),
  createdAt: instant,
  expiresAt: instant.nullable(),
})
export type ExportView = z.output<typeof exportView>

const staff = { session: 'staff', needs: 'matter.export' } as const
const exportId = z.object({ id })

export const exportRoutes = {
  startExport: {
    method: 'PUT',
    path: '/api/exports/:id',
    ...staff,
    params: exportId,
    body: z.object({ query: listQuery, purpose: text(200), language: z.enum(['zh', 'en']) }),
    answer: exportView,
  },
  /** My own; nobody else hears of them here. */
  listExports: {
    method: 'GET',
    path: '/api/exports',
    ...staff,
    query: page,
    answer: z.object({ rows: z.array(exportView), next: z.string().nullable() }),
  },
  getExport: { method: 'GET', path: '/api/exports/:id', ...staff, params: exportId, answer: exportView },
  /** Writes one anew that a fault stopped. */
  resumeExport: {
    method: 'POST',
    path: '/api/exports/:id/resume',
    ...staff,
    params: exportId,
    answer: exportView,
  },
  downloadExport: {
    method: 'GET',
    path: '/api/exports/:id/file.xlsx',
    ...staff,
    params: exportId,
    raw: true,
  },
} as const satisfies Record<string, Route>
