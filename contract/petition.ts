import { z } from 'zod'
import { petitionClockKinds } from '#domain/petition/clocks.ts'
import { petitionSteps } from '#domain/petition/moves.ts'
import { paperForms } from '#domain/petition/papers.ts'
import {
  agentPowers,
  deliveryWays,
  doubleReasons,
  issuedForms,
  petitionChannels,
  petitionEndings,
  petitionKinds,
  petitionStates,
  reviewStances,
  stances,
} from '#domain/petition/petition.ts'
import { routeCodes } from '#domain/petition/routes.ts'
import { day, id, instant, page, text } from './fields.ts'
import type { Route } from './route.ts'

const count = z.number().int()
const kind = z.enum(petitionKinds)
const state = z.enum(petitionStates)
const ending = z.enum(petitionEndings)

/** One time of the regulation with the facts that explain it. */
export const petitionClockView = z.object({
  kind: z.enum(petitionClockKinds),
  unitName: z.string().nullable(),
  startedOn: day,
  amount: count,
  extended: count,
  excluded: count,
  /** Null while it stands still. */
  dueAt: instant.nullable(),
  dueOn: day.nullable(),
  isMoved: z.boolean(),
  article: count,
  stoppedAt: instant.nullable(),
  isLate: z.boolean(),
  isNear: z.boolean(),
})
export type PetitionClockView = z.output<typeof petitionClockView>

export const petitionRow = z.object({
  id,
  matterId: id,
  matterNumber: z.string(),
  title: z.string(),
  number: z.string(),
  kind,
  state,
  ending: ending.nullable(),
  officeName: z.string(),
  bodyName: z.string().nullable(),
  /** Whose turn it is; null: the petitioner's, or nobody's any longer. */
  turnName: z.string().nullable(),
  receivedOn: day,
  clock: petitionClockView.nullable(),
})
export type PetitionRow = z.output<typeof petitionRow>

const named = z.object({ id, name: z.string() })
/** A petitioner or an outside agent; the name is null where the reader may not see it. */
const person = z.object({ id, no: count, name: z.string().nullable() })

const beside = z.object({
  id,
  /** Null where the reader does not see that matter. */
  matterId: id.nullable(),
  matterNumber: z.string().nullable(),
  title: z.string().nullable(),
  number: z.string(),
  kind,
  state,
  ending: ending.nullable(),
  officeName: z.string(),
  bodyName: z.string().nullable(),
  receivedOn: day,
  /** What says that it may be the same person: a telephone number, or only the name. */
  byPhone: z.boolean(),
  isSame: z.boolean().nullable(),
  /** What stands against accepting, if it is the same. */
  blocks: z.enum(doubleReasons).nullable(),
})

const opinionWords = z.object({ facts: z.string(), opinion: z.string(), basis: z.string() })
const issued = z.object({
  form: z.enum(issuedForms),
  at: instant,
  unitName: z.string().nullable(),
  /** A reason or a reply; of an opinion its parts. Null where the reader may not read it. */
  text: z.string().nullable(),
  opinion: opinionWords.nullable(),
  delivery: z.object({ on: day, how: z.enum(deliveryWays) }).nullable(),
})
const mandate = z.object({
  id,
  agentName: z.string().nullable(),
  isStaff: z.boolean(),
  isMine: z.boolean(),
  powers: z.array(z.enum(agentPowers)),
  fromOn: day,
  toOn: day,
  way: z.enum(['screen', 'paper']),
  fileId: id,
  isStanding: z.boolean(),
  revokedAt: instant.nullable(),
  subject: z.string().nullable(),
  duties: z.string().nullable(),
})
const act = z.object({
  agentName: z.string().nullable(),
  power: z.enum(agentPowers),
  on: day,
  text: z.string().nullable(),
})

export const petitionView = z.object({
  ...{ id, matterId: id, number: z.string(), kind, state, version: count },
  channel: z.enum(petitionChannels),
  receivedOn: day,
  people: count,
  office: named,
  body: named.nullable(),
  turnName: z.string().nullable(),
  petitioners: z.array(person),
  representativeIds: z.array(id),
  /** Null where the reader does not work on petitions. */
  words: z.object({ request: z.string(), facts: z.string(), reasons: z.string() }).nullable(),
  reported: z.array(z.string()),
  clocks: z.array(petitionClockView),
  /** Until when the body may object (art. 23), while it may. */
  objectUntil: instant.nullable(),
  beside: z.array(beside),
  competent: z.array(named),
  route: z.enum(routeCodes as ['judicial', ...typeof routeCodes]).nullable(),
  double: z
    .object({
      reason: z.enum(doubleReasons),
      number: z.string().nullable(),
      officeName: z.string().nullable(),
    })
    .nullable(),
  stance: z.enum(stances).nullable(),
  reviewStance: z.enum(reviewStances).nullable(),
  rereviewStance: z.enum(reviewStances).nullable(),
  reviewerName: z.string().nullable(),
  rereviewerName: z.string().nullable(),
  isHearing: z.boolean(),
  reportedUpAt: instant.nullable(),
  issued: z.array(issued),
  mandates: z.array(mandate),
  acts: z.array(act),
  ending: ending.nullable(),
  endedAt: instant.nullable(),
  may: z.array(z.enum(petitionSteps as ['register', ...typeof petitionSteps])),
  papers: z.array(z.object({ form: z.enum(paperForms), of: id.nullable() })),
  /** Who may review, for whoever may ask now: units strictly above. */
  reviewers: z.array(named),
  /** The mediation by which it was settled. */
  mediation: z.object({ id, number: z.string() }).nullable(),
  /** The mediations of this matter that came to an agreement, for whoever may enter a settlement now. */
  mediations: z.array(z.object({ id, number: z.string() })),
})
export type PetitionView = z.output<typeof petitionView>

export const petitionBoxes = ['turn', 'going', 'late', 'over'] as const
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const share = z.object({ n: count, of: count })

export const petitionRoutes = {
  /** The petition of a matter, and whether one may be registered. */
  getMatterPetition: {
    method: 'GET',
    path: '/api/matters/:id/petition',
    session: 'staff',
    needs: 'matter.read',
    params: z.object({ id }),
    answer: z.object({
      petition: petitionView.nullable(),
      /** Who can petition: the parties that stand for themselves on the first side. */
      parties: z.array(person),
      /** Who can act for them besides the staff. */
      agents: z.array(person),
      mayRegister: z.boolean(),
      wasDestroyed: z.boolean(),
    }),
  },
  /** Petitions in sight: whose turn is mine, those going on by what is due first, those that are late, those that are over. */
  listPetitions: {
    method: 'GET',
    path: '/api/petitions',
    session: 'staff',
    needs: 'petition.run',
    query: page.extend({ of: z.enum(petitionBoxes).default('turn'), kind: kind.optional() }),
    answer: z.object({ rows: z.array(petitionRow), next: z.string().nullable() }),
  },
  /** Counts of a month's petitions of one's area; never of people. */
  getPetitionFigures: {
    method: 'GET',
    path: '/api/petitions/figures',
    session: 'staff',
    needs: 'petition.run',
    query: z.object({ month }),
    answer: z.object({
      received: count,
      kinds: z.record(kind, count),
      endings: z.record(ending, count),
      open: count,
      /** Of those whose time is over: how many were in time. */
      sort: share,
      notice: share,
      handle: share,
      reviews: count,
      rereviews: count,
    }),
  },
  /** One paper as PDF or Word, with a code that proves it; on record with its purpose. */
  drawPetitionPaper: {
    method: 'POST',
    path: '/api/matters/:id/petition/papers',
    session: 'staff',
    needs: 'petition.run',
    params: z.object({ id }),
    body: z.object({
      commandId: id,
      form: z.enum(paperForms),
      /** Of which mandate. */
      of: id.nullable().default(null),
      as: z.enum(['pdf', 'word']).default('pdf'),
      purpose: text(200),
    }),
    raw: true,
  },
} as const satisfies Record<string, Route>
