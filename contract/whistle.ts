import { z } from 'zod'
import { latenesses } from '#domain/whistle/clocks.ts'
import { mostCalled, whistleKinds } from '#domain/whistle/limits.ts'
import { whistleVerbs } from '#domain/whistle/moves.ts'
import {
  finishOutcomes,
  lineEnds,
  lineRoles,
  lineSteps,
  marks,
  rulings,
  whistleStates,
} from '#domain/whistle/whistle.ts'
import { day, id, instant, optionalText, page, text } from './fields.ts'
import type { Route } from './route.ts'
import { whistleFigures } from './whistle-figures.ts'
import { whistleMove } from './whistle-moves.ts'

const verb = z.enum(whistleVerbs as [(typeof whistleVerbs)[number], ...typeof whistleVerbs])
const lateness = z.enum(latenesses)
const named = z.object({ id, number: z.string(), title: z.string() })

/** A called department in a list: whose turn it is, until when. */
const lineBrief = z.object({
  id,
  unitName: z.string(),
  role: z.enum(lineRoles),
  step: z.enum(lineSteps).nullable(),
  outcome: z.enum(lineEnds).nullable(),
  /** Of what is to be done now; null where a clock stands still or the line has ended. */
  dueAt: instant.nullable(),
  lateness,
})

export const whistleRow = z.object({
  id,
  number: z.string(),
  kind: z.enum(whistleKinds),
  state: z.enum(whistleStates),
  unitName: z.string(),
  byName: z.string(),
  /** The beginning of the problem; null once its words are destroyed, empty where the reader only sees that there is a whistle. */
  problem: z.string().nullable(),
  askedAt: instant,
  soundedAt: instant.nullable(),
  /** Until when the second approval is due, while it waits for it. */
  dueAt: instant.nullable(),
  lateness,
  isUpgraded: z.boolean(),
  isMisused: z.boolean(),
  lines: z.array(lineBrief),
})
export type WhistleRow = z.output<typeof whistleRow>

const taken = z.object({
  step: z.enum(lineSteps),
  at: instant.nullable(),
  dueAt: instant.nullable(),
  lateness,
  /** Runs, and is not taken yet. */
  isNow: z.boolean(),
})

const line = lineBrief.extend({
  calledAt: instant,
  /** Every step with its time: taken, running or to come. */
  steps: z.array(taken),
  planUntil: day.nullable(),
  finished: z.enum(finishOutcomes).nullable(),
  objection: z
    .object({ at: instant, ruling: z.enum(rulings).nullable(), ruledAt: instant.nullable() })
    .nullable(),
  isSentBack: z.boolean(),
  rating: z.object({ speed: z.enum(marks), help: z.enum(marks), result: z.enum(marks) }).nullable(),
  ratedBack: z.object({ accurate: z.boolean() }).nullable(),
  /** Whether the reader answers for this department. */
  isMine: z.boolean(),
  may: z.array(verb),
})
export type LineView = z.output<typeof line>

const told = z.object({
  id,
  at: instant,
  verb: z.union([verb, z.literal('blow')]),
  byName: z.string().nullable(),
  lineId: id.nullable(),
  unitName: z.string().nullable(),
  /** What was decided with it: a ruling, an outcome, a day, a rating. */
  facts: z.record(z.string(), z.union([z.string(), z.boolean()])),
  /** What was said with it, by the name of its field; empty once it is destroyed. */
  words: z.record(z.string(), z.string()),
})
export type WhistleTold = z.output<typeof told>

const view = whistleRow.extend({
  version: z.number().int(),
  problem: z.string().nullable(),
  tried: z.string().nullable(),
  place: z.string().nullable(),
  /** When the departments are asked to be there; the limits run all the same. */
  arrivalAt: instant.nullable(),
  secondName: z.string().nullable(),
  overAt: instant.nullable(),
  /** The linked matters that the reader may see anyway. */
  matters: z.array(named),
  lines: z.array(line),
  told: z.array(told),
  may: z.array(verb),
  /** Whom a ruling may name instead, for whoever may rule now. */
  others: z.array(z.object({ id, name: z.string() })),
})
export type WhistleView = z.output<typeof view>

/** A unit that may be called, and one that may blow. */
const unit = z.object({ id, name: z.string() })
const limit = z.object({
  amount: z.number().int(),
  unit: z.enum(['minutes', 'workMinutes', 'workDays', 'days']),
})

export const whistleBoxes = ['todo', 'blown', 'area', 'done'] as const

export const whistleRoutes = {
  /** What waits for me, what we blew, what goes on in the area, what is over. `todo` by the day it is due, the others the newest first. */
  listWhistles: {
    method: 'GET',
    path: '/api/whistles',
    session: 'staff',
    needs: 'whistle.read',
    query: page.extend({
      of: z.enum(whistleBoxes).default('todo'),
      kind: z.enum(whistleKinds).optional(),
      late: z.literal('1').optional(),
    }),
    answer: z.object({ rows: z.array(whistleRow), next: z.string().nullable() }),
  },
  /** The whistles of a matter, for whoever reads the matter; `mayOpen`: those whose page the reader may open. */
  listMatterWhistles: {
    method: 'GET',
    path: '/api/matters/:id/whistles',
    session: 'staff',
    needs: 'matter.read',
    params: z.object({ id }),
    answer: z.object({
      rows: z.array(whistleRow.extend({ mayOpen: z.boolean() })),
      mayBlow: z.boolean(),
    }),
  },
  /** For whom I may blow, what, and whom I may call; with the matter it is about, if one is named. */
  getWhistleForm: {
    method: 'GET',
    path: '/api/whistles/form',
    session: 'staff',
    needs: 'whistle.blow',
    query: z.object({ matterId: id.optional() }),
    answer: z.object({
      units: z.array(unit.extend({ kinds: z.array(z.enum(whistleKinds)), callable: z.array(unit) })),
      matter: named.extend({ placeText: z.string() }).nullable(),
      limits: z.record(z.enum(whistleKinds), z.object({ sign: limit, contact: limit, arrive: limit })),
    }),
  },
  getWhistle: {
    method: 'GET',
    path: '/api/whistles/:id',
    session: 'staff',
    needs: 'whistle.read',
    params: z.object({ id }),
    answer: view,
  },
  blowWhistle: {
    method: 'POST',
    path: '/api/whistles',
    session: 'staff',
    needs: 'whistle.blow',
    body: z.object({
      commandId: id,
      id,
      unitId: id,
      kind: z.enum(whistleKinds),
      problem: text(1000),
      /** What the street tried itself: a whistle comes after that. */
      tried: text(1000),
      place: optionalText(200),
      leadId: id,
      assistIds: z
        .array(id)
        .max(mostCalled - 1)
        .default([]),
      /** By number, as people copy them. */
      matters: z.array(text(40)).max(10).default([]),
      arrivalAt: z.iso.datetime().optional(),
    }),
    answer: view,
  },
  moveWhistle: {
    method: 'POST',
    path: '/api/whistles/:id/moves',
    session: 'staff',
    needs: 'whistle.read',
    params: z.object({ id }),
    body: whistleMove,
    answer: view,
  },
  /** Both sides of a month, in the order of the tree: who blew, who was called. Never ranked. */
  getWhistleFigures: {
    method: 'GET',
    path: '/api/whistles/figures',
    session: 'staff',
    needs: 'whistle.read',
    query: z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
    answer: whistleFigures,
  },
} as const satisfies Record<string, Route>
