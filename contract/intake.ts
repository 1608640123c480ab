import { z } from 'zod'
import { id, instant, page } from './fields.ts'
import type { Route } from './route.ts'

export const importStates = ['uploaded', 'running', 'done', 'stopped', 'failed'] as const

export const importView = z.object({
  id,
  fileName: z.string(),
  state: z.enum(importStates),
  byName: z.string(),
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  rowsTotal: z.number().int().nullable(),
  rowsDone: z.number().int(),
  /** Became matters; joined a matter already here; already here word for word; handed back. */
  rowsNew: z.number().int(),
  rowsJoined: z.number().int(),
  rowsKnown: z.number().int(),
  rowsBad: z.number().int(),
  failure: z.string().nullable(),
})
export type ImportView = z.output<typeof importView>

export const problemView = z.object({
  code: z.string(),
  field: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const previewRow = z.object({
  rowNumber: z.number().int(),
  values: z.record(z.string(), z.string()),
  problems: z.array(problemView),
})

const importId = z.object({ id })
const mapping = z.record(z.string().max(40), z.number().int().min(0).max(199))

export const intakeRoutes = {
  uploadImport: {
    method: 'PUT',
    path: '/api/imports/:id',
    session: 'staff',
    needs: 'intake.import',
    params: importId,
    query: z.object({ name: z.string().min(1).max(200) }),
    file: { maxBytes: 60 * 1024 * 1024 },
    answer: importView,
  },
  /** Headers, the proposed or given columns, and the first rows as they would be read. */
  previewImport: {
    method: 'POST',
    path: '/api/imports/:id/preview',
    session: 'staff',
    needs: 'intake.import',
    params: importId,
    body: z.object({ mapping: mapping.optional() }),
    answer: z.object({
      sheetName: z.string(),
      headerRow: z.number().int(),
      headers: z.array(z.string()),
      /** Field → column, from 0. */
      mapping,
      isRemembered: z.boolean(),
      missing: z.array(z.string()),
      rows: z.array(previewRow),
    }),
  },
  startImport: {
    method: 'POST',
    path: '/api/imports/:id/start',
    session: 'staff',
    needs: 'intake.import',
    params: importId,
    body: z.object({ mapping }),
    answer: importView,
  },
  stopImport: {
    method: 'POST',
    path: '/api/imports/:id/stop',
    session: 'staff',
    needs: 'intake.import',
    params: importId,
    answer: importView,
  },
  getImport: {
    method: 'GET',
    path: '/api/imports/:id',
    session: 'staff',
    needs: 'intake.import',
    params: importId,
    answer: importView,
  },
  listImports: {
    method: 'GET',
    path: '/api/imports',
    session: 'staff',
    needs: 'intake.import',
    query: page,
    answer: z.object({ rows: z.array(importView), next: z.string().nullable() }),
  },
  badRows: {
    method: 'GET',
    path: '/api/imports/:id/bad.xlsx',
    session: 'staff',
    needs: 'intake.import',
    params: importId,
    query: z.object({ lang: z.enum(['zh', 'en']).default('zh') }),
    raw: true,
  },
  replies: {
    method: 'GET',
    path: '/api/imports/:id/reply.xlsx',
    session: 'staff',
    needs: 'intake.import',
    params: importId,
    query: z.object({ lang: z.enum(['zh', 'en']).default('zh') }),
    raw: true,
  },
} as const satisfies Record<string, Route>
