import { z } from 'zod'
import { aidLineEnds, aidLineSteps, aidStates } from '#domain/aid/aid.ts'
import { aidVerbs } from '#domain/aid/moves.ts'
import { latenesses } from '#domain/whistle/clocks.ts'
import { marks } from '#domain/whistle/whistle.ts'
import { aidFigures } from './aid-figures.ts'
import { aidMove, aidNeed } from './aid-moves.ts'
import { day, id, instant, page, text } from './fields.ts'
import type { Route } from './route.ts'

const verb = z.enum(aidVerbs as [(typeof aidVerbs)[number], ...typeof aidVerbs])
const lateness = z.enum(latenesses)
const named = z.object({ id, number: z.string(), title: z.string() })
const kind = z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() })

/** An asked unit or team in a list: whose turn it is, until when. */
const lineBrief = z.object({
  id,
  /** Of the unit or the team. */
  name: z.string(),
  /** The page of the team, where it is one that the reader may open. */
  teamId: id.nullable(),
  isTeam: z.boolean(),
  step: z.enum(aidLineSteps).nullable(),
  outcome: z.enum(aidLineEnds).nullable(),
  dueAt: instant.nullable(),
  lateness,
})

export const aidRow = z.object({
  id,
  number: z.string(),
  kind,
  state: z.enum(aidStates),
  unitName: z.string(),
  byName: z.string(),
  /** The centre that dispatches it. */
  centreName: z.string(),
  /** The beginning of what is needed; null once its words are destroyed, empty where the reader only sees that there is an order. */
  need: z.string().nullable(),
  postedAt: instant,
  neededBy: day.nullable(),
  people: z.number().int().nullable(),
  /** Until when the centre has to dispatch it, or the orderer to say more. */
  dueAt: instant.nullable(),
  lateness,
  isPassedUp: z.boolean(),
  lines: z.array(lineBrief),
})
export type AidRow = z.output<typeof aidRow>

const taken = z.object({
  step: z.enum(['accept', 'plan', 'finish', 'confirm']),
  at: instant.nullable(),
  dueAt: instant.nullable(),
  lateness,
  isNow: z.boolean(),
})

const line = lineBrief.extend({
  askedAt: instant,
  steps: z.array(taken),
  planOn: day.nullable(),
  isNotDone: z.boolean(),
  rating: z.object({ speed: z.enum(marks), result: z.enum(marks) }).nullable(),
  /** Whether the reader answers for the unit, or works in the team. */
  isMine: z.boolean(),
  may: z.array(verb),
})
export type AidLineView = z.output<typeof line>

const told = z.object({
  id,
  at: instant,
  /** `orphan`: a team ended and left it open. */
  verb: z.union([verb, z.literal('post'), z.literal('orphan')]),
  byName: z.string().nullable(),
  lineId: id.nullable(),
  /** The asked unit or team. */
  name: z.string().nullable(),
  /** What was decided with it: days, ratings, names of who was asked. */
  facts: z.record(z.string(), z.string()),
  words: z.record(z.string(), z.string()),
})
export type AidTold = z.output<typeof told>

/** Whom the centre may ask now. */
const targets = z.object({
  units: z.array(z.object({ id, name: z.string() })),
  teams: z.array(z.object({ id, name: z.string(), toOn: day })),
})

const view = aidRow.extend({
  version: z.number().int(),
  place: z.string().nullable(),
  overAt: instant.nullable(),
  /** The linked matters that the reader may see anyway. */
  matters: z.array(named),
  lines: z.array(line),
  told: z.array(told),
  may: z.array(verb),
  targets,
})
export type AidView = z.output<typeof view>

export const aidBoxes = ['todo', 'posted', 'area', 'done'] as const

export const aidRoutes = {
  /** What waits for me, what we ordered, what goes on in the area, what is over. `todo` by the day it is due, the others the newest first. */
  listAids: {
    method: 'GET',
    path: '/api/aids',
    session: 'staff',
    needs: 'aid.read',
    query: page.extend({
      of: z.enum(aidBoxes).default('todo'),
      kind: z.string().max(16).optional(),
      late: z.literal('1').optional(),
      team: id.optional(),
    }),
    answer: z.object({ rows: z.array(aidRow), next: z.string().nullable() }),
  },
  /** The orders about a matter, for whoever reads the matter; `mayOpen`: those whose page the reader may open. */
  listMatterAids: {
    method: 'GET',
    path: '/api/matters/:id/aids',
    session: 'staff',
    needs: 'matter.read',
    params: z.object({ id }),
    answer: z.object({ rows: z.array(aidRow.extend({ mayOpen: z.boolean() })), mayPost: z.boolean() }),
  },
  /** For whom I may order, and what there is; with the matter it is about, if one is named. */
  getAidForm: {
    method: 'GET',
    path: '/api/aids/form',
    session: 'staff',
    needs: 'aid.read',
    query: z.object({ matterId: id.optional() }),
    answer: z.object({
      units: z.array(z.object({ id, name: z.string() })),
      kinds: z.array(kind),
      matter: named.extend({ placeText: z.string() }).nullable(),
    }),
  },
  getAid: {
    method: 'GET',
    path: '/api/aids/:id',
    session: 'staff',
    needs: 'aid.read',
    params: z.object({ id }),
    answer: view,
  },
  postAid: {
    method: 'POST',
    path: '/api/aids',
    session: 'staff',
    needs: 'aid.post',
    body: z.object({
      ...{ commandId: id, id, unitId: id, kind: z.string().max(16), ...aidNeed },
      /** By number, as people copy them. */
      matters: z.array(text(40)).max(10).default([]),
    }),
    answer: view,
  },
  moveAid: {
    method: 'POST',
    path: '/api/aids/:id/moves',
    session: 'staff',
    needs: 'aid.read',
    params: z.object({ id }),
    body: aidMove,
    answer: view,
  },
  /** Both sides of a month, in the order of the tree: who ordered, who was asked. Never ranked. */
  getAidFigures: {
    method: 'GET',
    path: '/api/aids/figures',
    session: 'staff',
    needs: 'aid.read',
    query: z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
    answer: aidFigures,
  },
} as const satisfies Record<string, Route>
