import { z } from 'zod'
import { clockKinds } from '#domain/matter/clocks.ts'
import { states } from '#domain/matter/matter.ts'
import { levels, roles } from '#domain/org/roles.ts'
import { type StuckColumn, stuckColumnNames } from '#domain/supervision/board.ts'
import {
  type FailingRule,
  type FindingStep,
  failingRuleNames,
  failings,
  findingStates,
  findingStepNames,
} from '#domain/supervision/failings.ts'
import { instrumentStates, instruments } from '#domain/supervision/instruments.ts'
import { type SupervisionStep, supervisionSteps } from '#domain/supervision/steps.ts'
import { day, id, instant, text } from './fields.ts'
import type { Route } from './route.ts'
import { clockView } from './standing.ts'

const step = z.enum(supervisionSteps as [SupervisionStep, ...SupervisionStep[]])
const findingStep = z.enum(findingStepNames as [FindingStep, ...FindingStep[]])
const column = z.enum(stuckColumnNames as [StuckColumn, ...StuckColumn[]])
const unit = z.object({ id, name: z.string() })
const matter = z.object({ id, number: z.string(), title: z.string(), state: z.enum(states) })

const instrument = z.object({
  id,
  kind: z.enum(instruments),
  year: z.number().int(),
  no: z.number().int(),
  state: z.enum(instrumentStates),
  matter,
  /** The unit that had the clock when it was given; it stays so when the matter moves on. */
  unit,
  giver: z.object({ unit, role: z.enum(roles) }),
  clockKind: z.enum(clockKinds),
  clockDueAt: instant.nullable(),
  givenAt: instant,
  answerOn: day,
  promisedOn: day.nullable(),
  /** Waiting, and its day is over. */
  isOverdue: z.boolean(),
  /** Whether the reader is of the unit that it is for. */
  isMine: z.boolean(),
})
export type InstrumentView = z.output<typeof instrument>

/** One line of what happened: by which office, never which person. */
const told = z.object({
  id,
  at: instant,
  verb: z.string(),
  /** Null: the nightly round. */
  unitName: z.string().nullable(),
  role: z.enum(roles).nullable(),
  day: day.nullable(),
  /** What was written; null: nothing, or its file was destroyed. */
  text: z.string().nullable(),
})
export type ToldLine = z.output<typeof told>

const instrumentPage = instrument.extend({ story: z.array(told), may: z.array(step) })
export type InstrumentPage = z.output<typeof instrumentPage>

const finding = z.object({
  id,
  failing: z.enum(failings),
  rule: z.enum(failingRuleNames as [FailingRule, ...FailingRule[]]),
  state: z.enum(findingStates),
  matter,
  unit,
  foundAt: instant,
  evidence: z.object({
    seq: z.number().int().nullable(),
    clockKind: z.enum(clockKinds).nullable(),
    mediationId: id.nullable(),
    since: instant.nullable(),
    day: day.nullable(),
    count: z.number().int().nullable(),
  }),
  story: z.array(told),
  may: z.array(findingStep),
})
export type FindingView = z.output<typeof finding>

/** A clock on which something may be given, and what. */
const ladder = z.object({
  clock: clockView,
  unit,
  /** Given on it, in order. */
  given: z.array(instrument),
  /** What the rules would have next, for whoever may; null: nothing yet. */
  next: z.enum(instruments).nullable(),
  /** Why nothing of it is for the reader now: the code of the refusal; null where `next` is theirs to give. */
  whyNot: z.string().nullable(),
})
export type LadderView = z.output<typeof ladder>

const matterSupervision = z.object({
  ladders: z.array(ladder),
  findings: z.array(finding),
  /** Samples in which it was asked again. */
  checks: z.array(
    z.object({
      sampleId: id,
      outcome: z.enum(['solved', 'unsolved', 'unreachable', 'false']),
      checkerUnit: z.string(),
      checkedAt: instant,
      text: z.string().nullable(),
      proposes: z.boolean(),
    }),
  ),
  /** The day the form of each instrument begins with. */
  answerOn: z.object({ reminder: day, letter: day, yellow: day, red: day }),
  mayLook: z.boolean(),
})
export type MatterSupervision = z.output<typeof matterSupervision>

const where = { unit: id.optional(), level: z.enum(levels).optional() }

const stuckRow = z.object({
  matter,
  unit,
  /** Null for a matter that stands returned without a running clock, or waits for an answer to supervision. */
  clock: clockView.nullable(),
  since: instant.nullable(),
  last: instrument.nullable(),
  next: z.enum(instruments).nullable(),
})
export type StuckRow = z.output<typeof stuckRow>

export const instrumentBoxes = ['toAnswer', 'given', 'open', 'ended'] as const
const limit = z.coerce.number().int().min(1).max(100).default(30)
const reading = { session: 'staff', needs: 'supervision.read' } as const
const one = z.object({ id })

export const supervisionRoutes = {
  /** How many matters are stuck in what, in the area, up to a cap and one more. */
  getSupervisionBoard: {
    ...{ method: 'GET', path: '/api/supervision/board', ...reading },
    query: z.object(where),
    answer: z.object({
      columns: z.array(z.object({ column, count: z.number().int() })),
      cap: z.number().int(),
      unitName: z.string().nullable(),
    }),
  },
  /** The matters of one column, the longest stuck first. */
  listStuck: {
    ...{ method: 'GET', path: '/api/supervision/board/rows', ...reading },
    query: z.object({ column, ...where, cursor: z.string().max(200).optional(), limit }),
    answer: z.object({ rows: z.array(stuckRow), next: z.string().nullable() }),
  },
  /** `toAnswer`: addressed to my units and waiting; `given` by my units; `open` and `ended` of the area. */
  listInstruments: {
    ...{ method: 'GET', path: '/api/supervision/instruments', ...reading },
    query: z.object({
      box: z.enum(instrumentBoxes),
      kind: z.enum(instruments).optional(),
      cursor: id.optional(),
      limit,
    }),
    answer: z.object({ rows: z.array(instrument), next: z.string().nullable(), toAnswer: z.number().int() }),
  },
  getInstrument: {
    ...{ method: 'GET', path: '/api/supervision/instruments/:id', ...reading },
    params: one,
    answer: instrumentPage,
  },
  giveInstrument: {
    ...{ method: 'POST', path: '/api/supervision/instruments', session: 'staff', needs: 'supervision.give' },
    body: z.object({
      commandId: id,
      id,
      matterId: id,
      clockId: id,
      kind: z.enum(instruments),
      /** What is asked of the unit. */
      text: text(1000),
      answerOn: day,
    }),
    answer: instrumentPage,
  },
  /** What the unit, the giver's post or the level above does with it. */
  stepInstrument: {
    ...{ method: 'POST', path: '/api/supervision/instruments/:id/steps', ...reading },
    params: one,
    body: z.object({
      commandId: id,
      step,
      text: text(1000),
      /** Until when it will be done, or an answer is due; null where the step knows no day. */
      day: day.nullable().default(null),
    }),
    answer: instrumentPage,
  },
  /** The official form, to print and file. */
  drawInstrument: {
    ...{ method: 'POST', path: '/api/supervision/instruments/:id/paper', ...reading },
    params: one,
    body: z.object({ commandId: id, as: z.enum(['pdf', 'word']), purpose: text(100) }),
    raw: true,
  },
  /** What is given and found on one matter, and what may be given now. */
  getMatterSupervision: {
    ...{ method: 'GET', path: '/api/matters/:id/supervision', ...reading },
    params: one,
    answer: matterSupervision,
  },
  listFindings: {
    ...{ method: 'GET', path: '/api/supervision/findings', ...reading },
    query: z.object({
      state: z.enum(findingStates).default('found'),
      failing: z.enum(failings).optional(),
      unit: id.optional(),
      cursor: id.optional(),
      limit,
    }),
    answer: z.object({
      rows: z.array(finding),
      next: z.string().nullable(),
      unitName: z.string().nullable(),
      /** When every record was looked through last; null: not yet. */
      lookedAt: instant.nullable(),
    }),
  },
  /** Looks through one matter now. */
  lookForFindings: {
    ...{ method: 'POST', path: '/api/matters/:id/supervision/look', session: 'staff' },
    needs: 'supervision.decide',
    params: one,
    body: z.object({ commandId: id }),
    answer: z.object({ found: z.number().int() }),
  },
  decideFinding: {
    ...{ method: 'POST', path: '/api/supervision/findings/:id/steps', session: 'staff' },
    needs: 'supervision.decide',
    params: one,
    body: z.object({ commandId: id, step: findingStep, text: text(500) }),
    answer: finding,
  },
} as const satisfies Record<string, Route>
