import { z } from 'zod'
import { rosterKinds } from '#domain/roster/fields.ts'
import { rosterProblemCodes } from '#domain/roster/problems.ts'
import { id, instant, page } from './fields.ts'
import type { Route } from './route.ts'

export const rosterStates = ['uploaded', 'running', 'done', 'failed'] as const

export const rosterView = z.object({
  id,
  kind: z.enum(rosterKinds),
  fileName: z.string(),
  state: z.enum(rosterStates),
  byName: z.string(),
  createdAt: instant,
  finishedAt: instant.nullable(),
  rowsTotal: z.number().int(),
  rowsDone: z.number().int(),
  /** Were added; changed what was there; were there already; are handed back. */
  rowsNew: z.number().int(),
  rowsChanged: z.number().int(),
  rowsSame: z.number().int(),
  rowsBad: z.number().int(),
  /** Passwords for one use that nobody has fetched yet. */
  passwords: z.number().int(),
  failure: z.string().nullable(),
})
export type RosterView = z.output<typeof rosterView>

const kind = z.object({ kind: z.enum(rosterKinds) })
const lang = z.object({ lang: z.enum(['zh', 'en']).default('zh') })
const mapping = z.record(z.string().max(40), z.number().int().min(0).max(199))
const one = { session: 'staff', needs: 'org.edit', params: z.object({ id }) } as const

export const rosterRow = z.object({
  rowNumber: z.number().int(),
  values: z.record(z.string(), z.string()),
  /** What would become of it. */
  what: z.enum(['new', 'changed', 'same', 'bad']),
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  problems: z.array(
    z.object({
      code: z.enum(rosterProblemCodes),
      field: z.string(),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
})

export const rosterRoutes = {
  uploadRoster: {
    method: 'PUT',
    path: '/api/rosters/:id',
    ...one,
    query: kind.extend({ name: z.string().min(1).max(200) }),
    file: { maxBytes: 20 * 1024 * 1024 },
    answer: rosterView,
  },
  /** The columns given or recognised, and what would become of every row: counted, the bad ones and the first shown. */
  previewRoster: {
    method: 'POST',
    path: '/api/rosters/:id/preview',
    ...one,
    body: z.object({ mapping: mapping.optional() }),
    answer: z.object({
      headers: z.array(z.string()),
      mapping,
      missing: z.array(z.string()),
      counts: z.object({
        new: z.number().int(),
        changed: z.number().int(),
        same: z.number().int(),
        bad: z.number().int(),
      }),
      rows: z.array(rosterRow),
    }),
  },
  startRoster: {
    method: 'POST',
    path: '/api/rosters/:id/start',
    ...one,
    body: z.object({ mapping }),
    answer: rosterView,
  },
  getRoster: { method: 'GET', path: '/api/rosters/:id', ...one, answer: rosterView },
  listRosters: {
    method: 'GET',
    path: '/api/rosters',
    session: 'staff',
    needs: 'org.edit',
    query: page,
    answer: z.object({ rows: z.array(rosterView), next: z.string().nullable() }),
  },
  /** The rows that were handed back, with the reason, ready to be mended and imported again. */
  rosterBadRows: {
    method: 'GET',
    path: '/api/rosters/:id/bad.xlsx',
    ...one,
    query: lang,
    raw: true,
  },
  /** The passwords for one use of the people added. They are handed over once and then gone. */
  takePasswords: {
    method: 'POST',
    path: '/api/rosters/:id/passwords.xlsx',
    ...one,
    query: lang,
    raw: true,
  },
  rosterTemplate: {
    method: 'GET',
    path: '/api/rosters/of/:kind/template.xlsx',
    session: 'staff',
    needs: 'org.edit',
    params: kind,
    query: lang,
    raw: true,
  },
  /** What there is today, in the same columns, so that it can be mended and imported again. */
  rosterExport: {
    method: 'GET',
    path: '/api/rosters/of/:kind/export.xlsx',
    session: 'staff',
    needs: 'org.edit',
    params: kind,
    query: lang,
    raw: true,
  },
} as const satisfies Record<string, Route>
