import { z } from 'zod'
import { routes } from '#domain/matter/matter.ts'
import { mostAvertedPeople } from '#domain/mediation/averted.ts'
import { courtStages } from '#domain/mediation/limit.ts'
import {
  agreementKinds,
  confirmationStates,
  endReasons,
  mediationSources,
  mediationTypes,
  mediatorParts,
  methods,
  obligationKinds,
  pauseReasons,
  powers,
  sessionKinds,
  sessionWays,
  topics,
  ways,
} from '#domain/mediation/mediation.ts'
import { type Step, steps } from '#domain/mediation/moves.ts'
import { obstacleNames } from '#domain/mediation/suitability.ts'
import { mostParties } from '#domain/party/party.ts'
import { day, id, instant, optionalText, text } from './fields.ts'

/** How many people were in what was kept from happening; null: nothing of the kind was. */
const people = z.number().int().min(1).max(mostAvertedPeople).nullable().default(null)
const averted = { suicide: people, crime: people, brawl: people, petition: people }

/** How a party did something: by whom, in which way, with which picture or witness. */
const how = {
  /** The party itself, its guardian or its agent. */
  byId: id,
  way: z.enum(ways),
  fileId: id.optional(),
  witness: optionalText(60),
}
const ofParty = { partyId: id, ...how }
const partyIds = z.array(id).min(1).max(mostParties)
const toldRoutes = z.array(z.enum(routes)).max(routes.length).default([])
/** Yuan in whole fen; ten billion yuan at most. */
const fen = z.number().int().min(0).max(1_000_000_000_000)
const at = instant.refine((value) => Number.isFinite(Date.parse(value)) && value.length <= 30, {
  error: 'instant',
})

const obligation = z.object({
  id,
  kind: z.enum(obligationKinds),
  byId: id,
  toId: id.nullable().default(null),
  fen: fen.default(0),
  dueOn: day,
  /** What is done, in words. */
  text: optionalText(500),
})

/** What is handed in with each step. Adding a step without a row here does not compile. */
export const stepInputs = {
  open: z.object({
    type: z.enum(mediationTypes),
    source: z.enum(mediationSources),
    stage: z.enum(courtStages).optional(),
    /** What was found to stand against it; nothing, where it may be mediated. */
    obstacles: z
      .array(z.enum(obstacleNames as [string, ...string[]] as [(typeof obstacleNames)[number]]))
      .max(10)
      .default([]),
    /** Whose number and seal it bears; left out: the unit that handles the matter. */
    committeeId: id.optional(),
    mediators: z
      .array(z.object({ accountId: id, part: z.enum(mediatorParts) }))
      .min(1)
      .max(9),
    partyIds,
    /** 纠纷简要情况. */
    story: text(5000),
    /** 当事人申请事项. */
    requests: z.array(text(500)).max(20).default([]),
  }),
  tell: z.object(ofParty),
  consent: z.object({ ...ofParty, topic: z.enum(topics), answer: z.boolean() }),
  mandate: z.object({
    id,
    agentId: id,
    principalIds: partyIds,
    powers: z.array(z.enum(powers)).min(1).max(powers.length),
    fromOn: day,
    toOn: day,
    fileId: id,
  }),
  revokeMandate: z.object({ mandateId: id }),
  appoint: z.object({ accountId: id, part: z.enum(mediatorParts) }),
  disclose: z.object({ conflict: z.boolean(), text: optionalText(500) }),
  recuse: z.object({ accountId: id, partyId: id.nullable().default(null), reason: text(500) }),
  begin: z.object({}),
  schedule: z.object({
    id,
    kind: z.enum(sessionKinds),
    way: z.enum(sessionWays),
    startsAt: at,
    minutes: z.number().int().min(10).max(480),
    roomId: id.nullable().default(null),
    partyIds,
    /** Where, if in no room of ours; or the address of a meeting elsewhere. */
    place: optionalText(200),
  }),
  reply: z.object({ sessionId: id, partyId: id, comes: z.boolean() }),
  cancel: z.object({ sessionId: id, reason: text(500) }),
  hold: z.object({
    sessionId: id,
    heldAt: at,
    present: partyIds,
    methods: z.array(z.enum(methods)).max(methods.length).default([]),
    /** 参加人: who was asked in from outside, by name and what they are; only with everybody's agreement. */
    invited: optionalText(300),
    /** Who interpreted, and between which languages or ways of speaking. */
    interpreter: optionalText(200),
    /** 事由. */
    subject: text(200),
    record: text(20_000),
    /** Read back to them, and found right. */
    readBack: z.literal(true),
  }),
  signRecord: z.object({ sessionId: id, ...ofParty }),
  offer: z.object({
    id,
    sessionId: id,
    toId: id,
    /** Which offer of the other it answers. */
    counters: id.nullable().default(null),
    expiresAt: at,
    /** A sum, or words, or both; with a sum, who would pay it. */
    fen: fen.min(1).nullable().default(null),
    payer: z.enum(['from', 'to']).nullable().default(null),
    terms: optionalText(2000),
    ...ofParty,
  }),
  answerOffer: z.object({ offerId: id, answer: z.boolean(), ...ofParty }),
  withdrawOffer: z.object({ offerId: id, ...ofParty }),
  askExtension: z.object({ days: z.number().int().min(1).max(365) }),
  extend: z.object({ days: z.number().int().min(1).max(365) }),
  pause: z.object({ why: z.enum(pauseReasons), fromOn: day, reason: text(500) }),
  resume: z.object({ toOn: day }),
  draft: z.object({
    id,
    kind: z.enum(agreementKinds),
    partyIds,
    /** 纠纷主要事实、争议事项. */
    facts: text(10_000),
    issues: text(5000),
    clauses: z.array(text(2000)).min(1).max(50),
    /** 履行方式. */
    manner: text(1000),
    /** Why writing was not needed. */
    whyOral: optionalText(500),
    obligations: z.array(obligation).max(500).default([]),
    wholeFen: fen.nullable().default(null),
    shares: z
      .array(z.object({ partyId: id, fen }))
      .max(mostParties)
      .default([]),
    reachedOn: day.nullable().default(null),
  }),
  dropDraft: z.object({ agreementId: id, reason: text(500) }),
  sign: z.object({ agreementId: id, version: z.number().int().min(1), ...ofParty }),
  signAsMediator: z.object({ agreementId: id, version: z.number().int().min(1) }),
  seal: z.object({ agreementId: id, version: z.number().int().min(1) }),
  leave: z.object({ ...ofParty, routes: toldRoutes }),
  settle: z.object(averted),
  end: z.object({ reason: z.enum(endReasons), routes: toldRoutes, text: text(1000), ...averted }),
  perform: z.object({
    agreementId: id,
    obligationId: id,
    fen: fen.default(0),
    whole: z.boolean().default(false),
    on: day,
    fileId: id.optional(),
  }),
  miss: z.object({ agreementId: id, obligationId: id, text: text(1000) }),
  confirm: z.object({ agreementId: id, state: z.enum(confirmationStates), on: day }),
  revisit: z.object({
    performed: z.boolean(),
    satisfied: z.boolean().nullable().default(null),
    escalates: z.boolean().default(false),
    text: text(2000),
  }),
  file: z.object({}),
} as const satisfies Record<Step, z.ZodType>

export type StepInput<S extends Step> = z.output<(typeof stepInputs)[S]>

/** One step as it is sent: within the move `mediate` of the matter. */
export const stepCommand = z.object({
  mediationId: id,
  step: z.enum(steps as [Step, ...Step[]]),
  input: z.unknown(),
  /** How many steps the sender had seen. */
  seen: z.number().int().min(0).optional(),
})
