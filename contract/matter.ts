import { z } from 'zod'
import { relations } from '#domain/intake/hand-over.ts'
import { clockKinds } from '#domain/matter/clocks.ts'
import { flags } from '#domain/matter/flags.ts'
import {
  channels,
  closureKinds,
  holdReasons,
  kinds,
  satisfactions,
  states,
  urgencies,
} from '#domain/matter/matter.ts'
import { type Verb, verbs } from '#domain/matter/moves.ts'
import { levels, roles, unitKinds } from '#domain/org/roles.ts'
import { id, instant, lngLat, page, refusalShape, text } from './fields.ts'
import { conditionNames, listQuery, listTotal } from './list.ts'
import { moveAnswer, moveCommand, moveInputs } from './moves.ts'
import type { Route } from './route.ts'
import { registered } from './slip.ts'
import { clockView, matterRef, partView, requestView } from './standing.ts'

const verb = z.enum(verbs as [Verb, ...Verb[]])
export const unitRef = z.object({ id, name: z.string(), kind: z.enum(unitKinds) })

export const matterRow = z.object({
  id,
  number: z.string(),
  title: z.string(),
  state: z.enum(states),
  kind: z.enum(kinds),
  urgency: z.enum(urgencies),
  level: z.enum(levels),
  channel: z.enum(channels),
  categoryCode: z.string().nullable(),
  placeText: z.string(),
  /** The unit where it lies. */
  placeName: z.string(),
  holder: unitRef,
  /** Who signed for it. */
  handlerName: z.string().nullable(),
  appeals: z.number().int(),
  flags: z.array(z.enum(flags)),
  receivedAt: instant,
  /** The last entry of its history. */
  changedAt: instant,
  /** The clock that ends first, if one runs. */
  clock: z.object({ kind: z.enum(clockKinds), dueAt: instant.nullable() }).nullable(),
  closureKind: z.enum(closureKinds).nullable(),
  version: z.number().int(),
  /** Of a followed matter in its box: whether it changed since I saw it. */
  hasNews: z.boolean().optional(),
})
export type MatterRow = z.output<typeof matterRow>

export const fileView = z.object({
  id,
  name: z.string(),
  mime: z.string(),
  bytes: z.number().int(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
})

export const actionView = z.object({
  seq: z.number().int(),
  verb,
  at: instant,
  /** Who: the kind of actor, and for staff the name, role and unit at that time; for another system its name. */
  actor: z.object({
    kind: z.enum(['staff', 'resident', 'visitor', 'system', 'partner', 'party']),
    name: z.string().nullable(),
    role: z.enum(roles).nullable(),
    unitName: z.string().nullable(),
    /** Whose post it was, where somebody stood in. */
    forName: z.string().optional(),
  }),
  payload: z.record(z.string(), z.unknown()),
  /** The names of the colleagues whom a note names. */
  mentioned: z.array(z.string()),
  state: z.enum(states),
  files: z.array(fileView),
})
export type ActionView = z.output<typeof actionView>

export const appealView = z.object({
  id,
  channel: z.enum(channels),
  words: z.string(),
  isAnonymous: z.boolean(),
  isConfidential: z.boolean(),
  /** Masked; the whole is shown for a minute by `matter.reveal`. */
  name: z.string().nullable(),
  phone: z.string().nullable(),
  mayReveal: z.boolean(),
  /** Whether the person left a name or a number at all, shown or not. */
  hasContact: z.boolean(),
  /** When the person was taken out of it, at their request. */
  erasedAt: instant.nullable(),
  externalNo: z.string().nullable(),
  /** When the sender of the order wants an answer, by their own clock. */
  externalDueAt: instant.nullable(),
  /** Of a paper that another office handed over: who sent it, and its date. */
  senderName: z.string().nullable(),
  paperOn: z.string().nullable(),
  onBehalf: z.enum(relations).nullable(),
  /** Who of the staff wrote down what was said; null where the person wrote it. `isMe`: the reader did. */
  enteredBy: z.object({ name: z.string(), unitName: z.string(), isMe: z.boolean() }).nullable(),
  submittedAt: instant,
  repeats: z.number().int(),
  solved: z.boolean().nullable(),
  satisfied: z.enum(satisfactions).nullable(),
  ratingWords: z.string().nullable(),
  files: z.array(fileView),
})

export const proposal = z.object({
  categoryCode: z.string().nullable(),
  kind: z.enum(kinds).nullable(),
  urgency: z.enum(urgencies).nullable(),
  /** The words in the story that led to it. */
  because: z.array(z.string()),
})

export const matterPage = matterRow.extend({
  story: z.string(),
  result: z.string().nullable(),
  place: z.object({ unitId: id, names: z.array(z.string()), ...lngLat, outline: z.unknown().nullable() }),
  centre: unitRef,
  handling: unitRef.nullable(),
  closedAt: instant.nullable(),
  solved: z.boolean().nullable(),
  satisfied: z.enum(satisfactions).nullable(),
  clocks: z.array(clockView),
  actionLog: z.array(actionView),
  voices: z.array(appealView),
  may: z.array(verb),
  /** Whether the reader may ask for a unit of theirs that it is left out of rates. */
  mayAskExclusion: z.boolean(),
  missing: z.array(z.string()),
  proposal: proposal.nullable(),
  centreLevel: z.enum(levels),
  request: requestView.nullable(),
  held: z.object({ why: z.enum(holdReasons), since: instant, days: z.number().int() }).nullable(),
  parts: z.array(partView),
  joinedInto: matterRef.nullable(),
  /** What was joined into this one. */
  joined: z.array(matterRef),
  archivedAt: instant.nullable(),
  /** At the end of its retention; what is left then is a stub. */
  destroyedAt: instant.nullable(),
  retention: z.string().nullable(),
  /** The classes of retention that the profile of the matter knows. */
  retentions: z.array(z.object({ code: z.string(), years: z.number().int().nullable() })),
})
export type MatterPage = z.output<typeof matterPage>

export const target = unitRef.extend({
  path: z.string(),
  open: z.number().int(),
  why: z.enum(['duty', 'place', 'category', 'area', 'department']),
  /** Shown, though it may not be chosen: what the responsibility list says against it. */
  refused: refusalShape.nullable(),
  phone: z.string().nullable(),
})

const matterId = z.object({ id })

/** What the responsibility list says of a matter that is to be dispatched. */
export const dutyHint = z.object({
  id,
  no: z.number().int(),
  /** Whether the line names the category itself or its class; how many less exact lines it goes before. */
  by: z.enum(['category', 'class']),
  before: z.number().int(),
  areaName: z.string(),
  isWhole: z.boolean(),
  basis: z.string(),
  level: z.enum(levels),
  isOfPlace: z.boolean(),
  /** Who that is here; null where nobody stands there. */
  main: unitRef.nullable(),
  /** Whether it can be sent there now; where not, no reason is asked for another. */
  canFollow: z.boolean(),
  assists: z.array(unitRef),
})
export type DutyHint = z.output<typeof dutyHint>

export const matterRoutes = {
  listMatters: {
    method: 'GET',
    path: '/api/matters',
    session: 'staff',
    needs: 'matter.read',
    query: listQuery.extend(page.shape),
    answer: z.object({
      rows: z.array(matterRow),
      next: z.string().nullable(),
      names: conditionNames,
    }),
  },
  /** How many there are in a list. */
  countList: {
    method: 'GET',
    path: '/api/matters/total',
    session: 'staff',
    needs: 'matter.read',
    query: listQuery,
    answer: listTotal,
  },
  countMatters: {
    method: 'GET',
    path: '/api/matters/counts',
    session: 'staff',
    needs: 'matter.read',
    /** Counts stop at `cap`, and say so. */
    answer: z.object({
      cap: z.number().int(),
      mine: z.number().int(),
      pool: z.number().int(),
      area: z.number().int(),
      request: z.number().int(),
      assist: z.number().int(),
      late: z.number().int(),
      /** Followed matters that changed since I saw them. */
      news: z.number().int(),
    }),
  },
  getMatter: {
    method: 'GET',
    path: '/api/matters/:id',
    session: 'staff',
    needs: 'matter.read',
    params: matterId,
    answer: matterPage,
  },
  receiveMatter: {
    method: 'POST',
    path: '/api/matters',
    session: 'staff',
    needs: 'matter.receive',
    body: z.object({
      id,
      appealId: id,
      commandId: id,
      input: moveInputs.receive,
      /** Accepted, triaged and dispatched in the same breath, each with a command of its own; all of it or nothing. */
      dispatch: z
        .object({ acceptId: id, triageId: id, dispatchId: id, ...moveInputs.dispatch.shape })
        .optional(),
    }),
    answer: registered,
  },
  moveMatter: {
    method: 'POST',
    path: '/api/matters/:id/moves',
    session: 'staff',
    needs: 'matter.read',
    params: matterId,
    body: moveCommand,
    answer: moveAnswer,
  },
  listTargets: {
    method: 'GET',
    path: '/api/matters/:id/targets',
    session: 'staff',
    needs: 'matter.read',
    params: matterId,
    query: z.object({
      q: z.string().max(40).optional(),
      /** What the unit is looked for: each verb has its own bounds. */
      verb: z.enum(['dispatch', 'rule', 'handDown', 'assist', 'copy']).default('dispatch'),
    }),
    answer: z.object({ rows: z.array(target), duty: dutyHint.nullable() }),
  },
  /** To whom a matter may be handed over: those who hold a post at its unit today. */
  listHandlers: {
    method: 'GET',
    path: '/api/matters/:id/handlers',
    session: 'staff',
    needs: 'matter.handle',
    params: matterId,
    answer: z.object({ rows: z.array(z.object({ id, name: z.string(), open: z.number().int() })) }),
  },
  revealContact: {
    method: 'POST',
    path: '/api/matters/:id/reveal',
    session: 'staff',
    needs: 'contact.reveal',
    params: matterId,
    body: z.object({ commandId: id, appealId: id, purpose: text(200) }),
    /** Shown for `seconds`, on record. */
    answer: z.object({
      name: z.string().nullable(),
      phone: z.string().nullable(),
      seconds: z.number().int(),
    }),
  },
  readFile: {
    method: 'GET',
    path: '/api/files/:id',
    session: 'staff',
    needs: 'matter.read',
    params: matterId,
    query: z.object({
      size: z.enum(['full', 'small']).default('full'),
      /** `show`: in the browser, where it can; `keep`: to be saved. */
      as: z.enum(['show', 'keep']).default('show'),
    }),
    raw: true,
  },
  uploadFile: {
    method: 'PUT',
    path: '/api/files/:id',
    session: 'staff',
    params: matterId,
    query: z.object({ name: z.string().max(200).default('') }),
    file: { maxBytes: 15 * 1024 * 1024 },
    answer: fileView,
  },
  listPlaceUnits: {
    method: 'GET',
    path: '/api/units',
    session: 'staff',
    needs: 'org.read',
    query: z.object({
      q: z.string().max(40).default(''),
      kind: z.enum(unitKinds).optional(),
      under: id.optional(),
      /** Only where a matter can lie: streets, communities, grids, buildings. */
      places: z.enum(['1']).optional(),
    }),
    answer: z.object({ rows: z.array(unitRef.extend({ names: z.array(z.string()) })) }),
  },
} as const satisfies Record<string, Route>
