import { z } from 'zod'
import { closureKinds } from '#domain/matter/matter.ts'
import { checkWays, sampleOutcomes } from '#domain/supervision/sample.ts'
import { day, id, instant, text } from './fields.ts'
import type { Route } from './route.ts'

const counts = z.object({
  closed: z.number().int(),
  drawn: z.number().int(),
  checked: z.number().int(),
  /** Checked and reached: of these one can say whether the closing was true. Null: too few to show. */
  judged: z.number().int().nullable(),
  outcomes: z
    .object({
      solved: z.number().int(),
      unsolved: z.number().int(),
      unreachable: z.number().int(),
      false: z.number().int(),
    })
    .nullable(),
})
export type SampleCounts = z.output<typeof counts>

const sample = z.object({
  id,
  unit: z.object({ id, name: z.string() }),
  month: day,
  share: z.number().int(),
  minimum: z.number().int(),
  seed: z.string(),
  drawnAt: instant,
  drawn: z.number().int(),
  checked: z.number().int(),
})
export type SampleRow = z.output<typeof sample>

const samplePage = sample.extend({
  whole: counts,
  units: z.array(counts.extend({ unit: z.object({ id, name: z.string() }) })),
})
export type SamplePage = z.output<typeof samplePage>

const line = z.object({
  no: z.number().int(),
  matter: z.object({
    id,
    number: z.string(),
    title: z.string(),
    closureKind: z.enum(closureKinds).nullable(),
  }),
  unitName: z.string(),
  closedUnitName: z.string(),
  closedAt: instant,
  outcome: z.enum(sampleOutcomes).nullable(),
  way: z.enum(checkWays).nullable(),
  checkerUnitName: z.string().nullable(),
  checkedAt: instant.nullable(),
  text: z.string().nullable(),
  proposes: z.boolean(),
  /** Whether it is for the reader to check. */
  mayCheck: z.boolean(),
})
export type SampleLine = z.output<typeof line>

const reading = { session: 'staff', needs: 'supervision.read' } as const
const one = z.object({ id })

export const closureSampleRoutes = {
  /** The samples of the area, the newest first. */
  listClosureSamples: {
    ...{ method: 'GET', path: '/api/closure-samples', ...reading },
    query: z.object({ cursor: id.optional(), limit: z.coerce.number().int().min(1).max(50).default(20) }),
    answer: z.object({
      rows: z.array(sample),
      next: z.string().nullable(),
      /** The units for whose area the reader may draw one. */
      units: z.array(z.object({ id, name: z.string() })),
    }),
  },
  /** Draws the sample of a month that is over, once; the product throws the dice, and keeps the seed. */
  drawClosureSample: {
    ...{ method: 'POST', path: '/api/closure-samples', session: 'staff', needs: 'supervision.decide' },
    body: z.object({
      commandId: id,
      id,
      unitId: id,
      month: day,
      share: z.number().int().min(1).max(100),
      minimum: z.number().int().min(0).max(50),
    }),
    answer: samplePage,
  },
  getClosureSample: {
    ...{ method: 'GET', path: '/api/closure-samples/:id', ...reading },
    params: one,
    answer: samplePage,
  },
  /** Its matters, as far as the reader may see them, in the order of the draw. */
  listSampleLines: {
    ...{ method: 'GET', path: '/api/closure-samples/:id/lines', ...reading },
    params: one,
    query: z.object({
      after: z.coerce.number().int().min(0).max(1_000_000_000).default(0),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    answer: z.object({ rows: z.array(line), next: z.number().int().nullable() }),
  },
  /** What another unit found when it asked again. */
  checkClosure: {
    ...{ method: 'POST', path: '/api/closure-samples/:id/lines/:matterId', session: 'staff' },
    needs: 'supervision.check',
    params: z.object({ id, matterId: id }),
    body: z.object({
      commandId: id,
      outcome: z.enum(sampleOutcomes),
      way: z.enum(checkWays),
      text: text(500),
      /** Asks the centre of the matter to reopen it; a person there decides. */
      proposes: z.boolean().default(false),
    }),
    answer: line,
  },
} as const satisfies Record<string, Route>
