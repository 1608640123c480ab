import { z } from 'zod'
import { type PetitionStep, petitionSteps } from '#domain/petition/moves.ts'
import {
  agentPowers,
  deliveryWays,
  doubleReasons,
  issuedForms,
  petitionChannels,
  petitionKinds,
  reviewStances,
  stances,
} from '#domain/petition/petition.ts'
import { otherRoutes } from '#domain/petition/routes.ts'
import { day, id, optionalText, text } from './fields.ts'

const reason = { text: text(2000) }
const note = { text: optionalText(2000) }
/** Through an agent with a mandate; left out: by the petitioner in person. */
const by = { mandateId: id.optional() }

/** What an opinion says (art. 32): facts and reasons, the opinion, its legal basis; the request stands with the petition. */
const opinion = { facts: text(5000), opinion: text(5000), basis: text(2000) }
/** Asked for at the level above, or at a body outside the district that is named. */
const asked = { on: day, reviewerId: id.optional(), outside: optionalText(100), reason: text(2000), ...by }

/** What is handed in with each step of a petition. Adding a step without a row here does not compile. */
export const petitionInputs = {
  register: z.object({
    kind: z.enum(petitionKinds),
    channel: z.enum(petitionChannels),
    receivedOn: day,
    petitionerIds: z.array(id).min(1).max(200),
    representativeIds: z.array(id).max(50).default([]),
    /** How many came or signed together. */
    people: z.number().int().min(1).max(100_000).default(1),
    /** 信访请求、事实、理由 (art. 19). */
    request: text(2000),
    facts: text(5000),
    reasons: optionalText(2000),
    /** Of an oral petition: that the record was read back and found right. */
    isReadBack: z.boolean().default(false),
    /** Of a whistle-blowing: who must never see it. */
    reportedUnitIds: z.array(id).max(20).default([]),
    reportedAccountIds: z.array(id).max(20).default([]),
  }),
  judge: z.object({ otherId: id, isSame: z.boolean(), ...note }),
  send: z.object({
    /** Who leads; of several competent bodies the others follow. */
    unitId: id,
    otherIds: z.array(id).max(8).default([]),
    /** Whether they agree who handles it; if not, their common superior decides (art. 24). */
    agreed: z.boolean().default(true),
    ...note,
  }),
  decide: z.object({ unitId: id, ...reason }),
  object: z.object(reason),
  agreeReturn: z.object(note),
  keepSent: z.object(reason),
  tellRoute: z.object({ route: z.enum(otherRoutes as [(typeof otherRoutes)[number]]), ...reason }),
  /** Where it is, where the other one is not in this register, and what remains open to the person, in words. */
  refuseDouble: z.object({ why: z.enum(doubleReasons), otherId: id.optional(), ...reason }),
  accept: z.object(note),
  notAccept: z.object(reason),
  extend: z.object({ days: z.number().int().min(1).max(365), ...reason }),
  opine: z.object({ stance: z.enum(stances), ...opinion }),
  reply: z.object(reason),
  /** 调解、和解 by consent (art. 33); the mediation of this matter where there is one. */
  reconcile: z.object({ mediationId: id.optional(), ...reason }),
  deliver: z.object({
    form: z.enum(issuedForms),
    on: day,
    how: z.enum(deliveryWays),
    fileId: id.optional(),
    ...by,
  }),
  askReview: z.object(asked),
  giveReview: z.object({ stance: z.enum(reviewStances), ...opinion }),
  askRereview: z.object(asked),
  beginHearing: z.object({ on: day }),
  endHearing: z.object({ on: day }),
  giveRereview: z.object({ stance: z.enum(reviewStances), ...opinion }),
  finish: z.object({ isContent: z.boolean().default(false), ...note }),
  reportUp: z.object(reason),
  withdraw: z.object({ ...by, ...reason }),
  mandate: z.object({
    id,
    /** A person of the staff, or a party of the matter that is an agent: exactly one. */
    accountId: id.optional(),
    partyId: id.optional(),
    powers: z.array(z.enum(agentPowers)).min(1).max(agentPowers.length),
    fromOn: day,
    toOn: day,
    /** Signed on the screen, or on paper that is photographed. */
    way: z.enum(['screen', 'paper']),
    fileId: id,
    /** 代理事项 and the duties of both sides. */
    subject: text(1000),
    duties: text(1000),
  }),
  revoke: z.object({ mandateId: id, ...note }),
  actFor: z.object({ mandateId: id, power: z.enum(agentPowers), on: day, ...reason }),
} as const satisfies Record<PetitionStep, z.ZodType>

export type PetitionInput<S extends PetitionStep> = z.output<(typeof petitionInputs)[S]>

/** One step as it is sent: within the move `petition` of the matter. */
export const petitionCommand = z.object({
  petitionId: id,
  step: z.enum(petitionSteps as [PetitionStep, ...PetitionStep[]]),
  input: z.unknown(),
})
