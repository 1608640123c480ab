import { z } from 'zod'
import { type BulkVerb, bulkVerbNames, mostAtOnce } from '#domain/matter/bulk.ts'
import { kinds, urgencies } from '#domain/matter/matter.ts'
import { refusalCodes } from '#domain/refusal.ts'
import { id, instant, optionalText, page, text } from './fields.ts'
import { moveInputs } from './moves.ts'
import type { Route } from './route.ts'

/** One form for all: without files, which belong to one matter, and with nothing required that differs between them. */
export const bulkInputs = {
  accept: moveInputs.accept,
  triage: z.object({
    kind: z.enum(kinds).optional(),
    categoryCode: z.string().max(8).optional(),
    urgency: z.enum(urgencies).optional(),
    note: optionalText(1000),
  }),
  dispatch: moveInputs.dispatch,
  sign: moveInputs.sign,
  handOver: moveInputs.handOver,
  progress: z.object({ text: text(2000), toPerson: z.boolean().default(true) }),
  verify: moveInputs.verify,
  note: z.object({ text: text(2000) }),
  expedite: moveInputs.expedite,
  withdraw: moveInputs.withdraw,
} as const satisfies Record<BulkVerb, z.ZodType>

const verb = z.enum(bulkVerbNames as [BulkVerb, ...BulkVerb[]])
const refusal = z.object({
  refused: z.enum(refusalCodes),
  field: z.string().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

/** A matter that was chosen; without number and title where the reader may not see it. */
const chosen = z.object({ id, number: z.string().nullable(), title: z.string().nullable() })

export const bulkPreview = z.object({
  /** In the order asked; `refusal` null: it may be done. */
  rows: z.array(chosen.extend({ version: z.number().int(), refusal: refusal.nullable() })),
})
export type BulkPreview = z.output<typeof bulkPreview>

export const bulkStates = ['running', 'done', 'failed'] as const

const bulkRow = z.object({
  id,
  verb,
  state: z.enum(bulkStates),
  total: z.number().int(),
  done: z.number().int(),
  notDone: z.number().int(),
  createdAt: instant,
  finishedAt: instant.nullable(),
})
export const bulkRun = bulkRow.extend({ refusals: z.array(chosen.extend({ refusal })) })
export type BulkRun = z.output<typeof bulkRun>

const staff = { session: 'staff', needs: 'matter.read' } as const
const runId = z.object({ id })

export const bulkRoutes = {
  /** Which of the chosen may be moved so, and why the others may not. With `input` also what depends on it. */
  previewBulk: {
    method: 'POST',
    path: '/api/bulk-preview',
    ...staff,
    body: z.object({
      verb,
      ids: z.array(id).min(1).max(mostAtOnce),
      input: z.record(z.string(), z.unknown()).optional(),
    }),
    answer: bulkPreview,
  },
  /** Each item is a command of its own; the worker does them one by one, also when the browser is closed. */
  startBulk: {
    method: 'PUT',
    path: '/api/bulk/:id',
    ...staff,
    params: runId,
    body: z.object({
      verb,
      input: z.record(z.string(), z.unknown()),
      items: z
        .array(z.object({ matterId: id, commandId: id, version: z.number().int().min(0).max(2_000_000_000) }))
        .min(1)
        .max(mostAtOnce),
    }),
    answer: bulkRun,
  },
  getBulk: { method: 'GET', path: '/api/bulk/:id', ...staff, params: runId, answer: bulkRun },
  /** Goes on with one that a fault stopped. */
  resumeBulk: {
    method: 'POST',
    path: '/api/bulk/:id/resume',
    ...staff,
    params: runId,
    answer: bulkRun,
  },
  listBulk: {
    method: 'GET',
    path: '/api/bulk',
    ...staff,
    query: page,
    answer: z.object({ rows: z.array(bulkRow), next: z.string().nullable() }),
  },
} as const satisfies Record<string, Route>
