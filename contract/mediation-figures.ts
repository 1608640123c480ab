import { z } from 'zod'
import { avertedKinds } from '#domain/mediation/averted.ts'
import { figureNames } from '#domain/mediation/figures.ts'
import { mediationSources } from '#domain/mediation/mediation.ts'
import { unitKinds } from '#domain/org/roles.ts'
import { justiceLines } from '#domain/triage/category.ts'
import { day, id, instant, text } from './fields.ts'
import { mediationRow } from './mediation.ts'
import type { Route } from './route.ts'

const count = z.number().int()
const figure = z.enum(figureNames as [string, ...string[]] as [(typeof figureNames)[number]])

/** A unit with everything below it; left out: all the reader may see. Days within. */
const asked = { unitId: id.optional(), from: day, to: day }

/** Numbers of mediations: counts are of cases, each once. */
export const mediationFigures = z.object({
  unit: z.object({ id, name: z.string() }).nullable(),
  /** The names of the areas and units the numbers are of. */
  areas: z.array(z.string()),
  from: day,
  to: day,
  at: instant,
  figures: z.record(figure, count),
  /** Everybody who was asked to take part in what was opened. */
  parties: count,
  /** What is to be paid under what was agreed, in fen. */
  fen: count,
  /** In what was over: how many people were in what was kept from happening. */
  averted: z.record(z.enum(avertedKinds), count),
  /** From opening to an agreement or the end without; null: nothing was over. */
  medianDays: count.nullable(),
  bySource: z.array(z.object({ source: z.enum(mediationSources), cases: count })),
  /** By line of the justice statistics; null: the category has none. */
  byLine: z.array(z.object({ line: z.enum(justiceLines).nullable(), cases: count })),
})
export type MediationFigures = z.output<typeof mediationFigures>

const staff = { session: 'staff', needs: 'matter.read' } as const

export const mediationFigureRoutes = {
  getMediationFigures: {
    method: 'GET',
    path: '/api/mediation-figures',
    ...staff,
    query: z.object(asked),
    answer: mediationFigures,
  },
  /** The units whose numbers the reader may ask for, from the top down. */
  listFigureUnits: {
    method: 'GET',
    path: '/api/mediation-figures/units',
    ...staff,
    answer: z.object({
      rows: z.array(z.object({ id, name: z.string(), kind: z.enum(unitKinds), depth: count })),
    }),
  },
  /** The mediations that a number counts, the newest first; those that are open by the day they are due. */
  listCountedMediations: {
    method: 'GET',
    path: '/api/mediation-figures/cases',
    ...staff,
    query: z.object({
      ...asked,
      figure,
      source: z.enum(mediationSources).optional(),
      line: z.enum([...justiceLines, 'none']).optional(),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    answer: z.object({ rows: z.array(mediationRow), next: z.string().nullable() }),
  },
  /** The numbers as a sheet; who took it out and what for is put on record. */
  exportMediationFigures: {
    method: 'POST',
    path: '/api/mediation-figures/file.xlsx',
    ...staff,
    body: z.object({ ...asked, commandId: id, language: z.enum(['zh', 'en']), purpose: text(100) }),
    raw: true,
  },
} as const satisfies Record<string, Route>
