import { z } from 'zod'
import {
  type ExclusionStep,
  exclusionReasons,
  exclusionStates,
  exclusionStepNames,
  exclusionVotes,
  fewestDeciders,
  mostDeciders,
} from '#domain/evaluation/exclusion.ts'
import { rates } from '#domain/evaluation/measures.ts'
import { roles } from '#domain/org/roles.ts'
import { day, id, instant, text } from './fields.ts'
import { fileView } from './matter.ts'
import type { Route } from './route.ts'

const unit = z.object({ id, name: z.string() })
const step = z.enum(exclusionStepNames as [ExclusionStep, ...ExclusionStep[]])

const exclusion = z.object({
  id,
  /** The title only for whoever may open the matter. */
  matter: z.object({ id, number: z.string(), title: z.string().nullable() }),
  unit,
  reason: z.enum(exclusionReasons),
  measures: z.array(z.enum(rates)),
  state: z.enum(exclusionStates),
  askedAt: instant,
  voteBy: day,
  decidedAt: instant.nullable(),
  appealBy: day.nullable(),
  votes: z.object({ seats: z.number().int(), exclude: z.number().int(), keep: z.number().int() }),
})
export type ExclusionView = z.output<typeof exclusion>

const told = z.object({
  id,
  at: instant,
  verb: z.string(),
  /** Null: by itself. */
  unitName: z.string().nullable(),
  role: z.enum(roles).nullable(),
  vote: z.enum(exclusionVotes).nullable(),
  text: z.string().nullable(),
  /** The papers that were handed in with it, until the file of the matter is destroyed. */
  files: z.array(fileView),
})
export type ExclusionTold = z.output<typeof told>

const exclusionPage = exclusion.extend({
  seats: z.array(z.object({ unit, vote: z.enum(exclusionVotes).nullable() })),
  story: z.array(told),
  may: z.array(step),
})
export type ExclusionPage = z.output<typeof exclusionPage>

const panel = z.object({
  units: z.array(unit),
  setAt: instant.nullable(),
  maySet: z.boolean(),
  fewest: z.number().int(),
})
export type Panel = z.output<typeof panel>

export const exclusionBoxes = ['toVote', 'mine', 'toRule', 'all'] as const
const reading = { session: 'staff', needs: 'evaluation.read' } as const
const one = z.object({ id })
/** What was uploaded before, to be shown to the panel. */
const papers = z.array(id).max(9).default([])

export const exclusionRoutes = {
  /** `toVote`: waiting for a vote of my units; `mine`: asked by my units; `toRule`: appealed; `all`: of my area. */
  listExclusions: {
    ...{ method: 'GET', path: '/api/exclusions', ...reading },
    query: z.object({
      box: z.enum(exclusionBoxes),
      cursor: id.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    answer: z.object({ rows: z.array(exclusion), next: z.string().nullable() }),
  },
  getExclusion: {
    ...{ method: 'GET', path: '/api/exclusions/:id', ...reading },
    params: one,
    answer: exclusionPage,
  },
  /** What a unit would ask about: the matter, until when it may, and who would decide. */
  prepareExclusion: {
    ...{ method: 'GET', path: '/api/matters/:id/exclusion', session: 'staff', needs: 'evaluation.ask' },
    params: one,
    answer: z.object({
      matter: z.object({ id, number: z.string(), title: z.string() }),
      units: z.array(unit),
      askBy: day.nullable(),
      voteBy: day,
      deciders: z.array(unit),
    }),
  },
  askExclusion: {
    ...{ method: 'POST', path: '/api/exclusions', session: 'staff', needs: 'evaluation.ask' },
    body: z.object({
      commandId: id,
      id,
      matterId: id,
      unitId: id,
      reason: z.enum(exclusionReasons),
      measures: z.array(z.enum(rates)).min(1).max(rates.length),
      /** What shows that the reason holds. */
      text: text(2000),
      files: papers,
    }),
    answer: exclusionPage,
  },
  stepExclusion: {
    ...{ method: 'POST', path: '/api/exclusions/:id/steps', ...reading },
    params: one,
    body: z.object({
      commandId: id,
      step,
      /** What the unit votes; null for every other step. */
      vote: z.enum(exclusionVotes).nullable().default(null),
      text: text(1000),
      /** Whoever asks or appeals may add papers; who decides has none. */
      files: papers,
    }),
    answer: exclusionPage,
  },
  readExclusionFile: {
    ...{ method: 'GET', path: '/api/exclusions/:id/files/:fileId', ...reading },
    params: one.extend({ fileId: id }),
    query: z.object({ size: z.enum(['full', 'small']).default('full') }),
    raw: true,
  },
  getPanel: { ...{ method: 'GET', path: '/api/exclusion-panel', ...reading }, answer: panel },
  setPanel: {
    ...{ method: 'POST', path: '/api/exclusion-panel', session: 'staff', needs: 'evaluation.freeze' },
    body: z.object({ commandId: id, unitIds: z.array(id).min(fewestDeciders).max(mostDeciders) }),
    answer: panel,
  },
} as const satisfies Record<string, Route>
