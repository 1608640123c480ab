import { z } from 'zod'
import { laterReasons } from '#domain/evaluation/differences.ts'
import { type Class, classes, measures } from '#domain/evaluation/measures.ts'
import { day, id, instant, text } from './fields.ts'
import type { Route } from './route.ts'

const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)
const measure = z.enum(measures)
const name = z.enum(classes as [Class, ...Class[]])
const unit = z.object({ id, name: z.string() })

const counts = z.partialRecord(name, z.object({ counted: z.number().int(), excluded: z.number().int() }))
/** Measure → class → how many are counted, and how many the panel left out. */
const figures = z.partialRecord(measure, counts)

/** What the rates are reckoned with. */
const terms = z.object({
  weights: z.object({
    response: z.number(),
    solution: z.number(),
    satisfaction: z.number(),
    onTime: z.number(),
  }),
  basicallyShare: z.number(),
  fewestCases: z.number().int(),
  profileVersion: z.number().int(),
})

export const asShown = ['frozen', 'present'] as const

const evaluation = z.object({
  month,
  /** `frozen`: as it was frozen; `present`: as the record says now. */
  as: z.enum(asShown),
  isOver: z.boolean(),
  /** When it was frozen; null: not yet. */
  frozenAt: instant.nullable(),
  /** The day on which it is frozen by itself. */
  freezesOn: day,
  at: instant,
  terms,
  /** The area asked for, or the whole reach of the reader. */
  unit: unit.nullable(),
  /** The sum of the units below. */
  whole: figures,
  /** In the order of the tree, never by a figure. */
  units: z.array(unit.extend({ depth: z.number().int(), figures })),
  mayFreeze: z.boolean(),
})
export type Evaluation = z.output<typeof evaluation>

const line = z.object({
  /** Null: it is counted, and not for the reader to open. */
  matter: z.object({ id, number: z.string(), title: z.string() }).nullable(),
  unit,
  class: name,
  isExcluded: z.boolean(),
  /** Whether the reader may ask the panel to leave it out for this unit. */
  mayAsk: z.boolean(),
})
export type EvaluationLineView = z.output<typeof line>

const stand = z.object({ class: name, isExcluded: z.boolean() })
const difference = z.object({
  measure,
  unit,
  matter: line.shape.matter,
  was: stand.nullable(),
  is: stand.nullable(),
  reason: z.enum(laterReasons),
  /** The day it came about; null: the record does not say. */
  on: day.nullable(),
})
export type DifferenceView = z.output<typeof difference>

const reading = { session: 'staff', needs: 'evaluation.read' } as const
const where = { month, as: z.enum(asShown).optional(), unit: id.optional() }
const limit = z.coerce.number().int().min(1).max(100).default(50)

export const evaluationRoutes = {
  /** The figures of a month, of the units in reach or of one area. Without `as`: frozen where it is. */
  getEvaluation: {
    ...{ method: 'GET', path: '/api/evaluation/months/:month', ...reading },
    params: z.object({ month }),
    query: z.object({ as: where.as, unit: where.unit }),
    answer: evaluation,
  },
  /** The units for which somebody may ask: the areas they watch over, or their own. */
  listEvaluationUnits: {
    ...{ method: 'GET', path: '/api/evaluation/units', ...reading },
    answer: z.object({ rows: z.array(unit.extend({ depth: z.number().int() })) }),
  },
  /** The matters behind a number. */
  listEvaluationLines: {
    ...{ method: 'GET', path: '/api/evaluation/lines', ...reading },
    query: z.object({
      ...where,
      measure,
      class: name.optional(),
      /** Only what the panel left out; or only what it did not. */
      excluded: z.enum(['1', '0']).optional(),
      /** Of this very unit, not of what lies below it too. */
      own: z.enum(['1']).optional(),
      cursor: z.string().max(200).optional(),
      limit,
    }),
    answer: z.object({ rows: z.array(line), next: z.string().nullable() }),
  },
  /** The table as a sheet, under a mark. */
  exportEvaluation: {
    ...{ method: 'POST', path: '/api/evaluation/export', ...reading },
    body: z.object({ ...where, commandId: id, purpose: text(100), language: z.enum(['zh', 'en']) }),
    raw: true,
  },
  listFrozenMonths: {
    ...{ method: 'GET', path: '/api/evaluation/months', ...reading },
    query: z.object({ before: month.optional(), limit: z.coerce.number().int().min(1).max(60).default(24) }),
    answer: z.object({
      rows: z.array(
        z.object({
          month,
          frozenAt: instant,
          /** Whether somebody did it before its day. */
          isByHand: z.boolean(),
          profileVersion: z.number().int(),
          lines: z.number().int(),
        }),
      ),
      next: month.nullable(),
      /** What is over and not frozen yet, the oldest first, with its day. */
      waiting: z.array(z.object({ month, freezesOn: day })),
      mayFreeze: z.boolean(),
    }),
  },
  /** Freezes a month that is over, before its day; once. */
  freezeMonth: {
    ...{ method: 'POST', path: '/api/evaluation/months/:month/freeze', session: 'staff' },
    needs: 'evaluation.freeze',
    params: z.object({ month }),
    body: z.object({ commandId: id }),
    answer: evaluation,
  },
  /** What the record says otherwise by now than a frozen month, line by line. */
  listDifferences: {
    ...{ method: 'GET', path: '/api/evaluation/months/:month/differences', ...reading },
    params: z.object({ month }),
    query: z.object({ unit: where.unit, cursor: z.string().max(300).optional(), limit }),
    answer: z.object({ rows: z.array(difference), next: z.string().nullable(), count: z.number().int() }),
  },
} as const satisfies Record<string, Route>
