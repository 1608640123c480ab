import { z } from 'zod'
import { relations } from '#domain/intake/hand-over.ts'
import {
  channels,
  closingKinds,
  holdReasons,
  kinds,
  routes,
  satisfactions,
  urgencies,
  voidReasons,
} from '#domain/matter/matter.ts'
import type { Verb } from '#domain/matter/moves.ts'
import { linkKinds } from '#domain/nearby/links.ts'
import { capacities, mostParties, partyKinds, partyRoles, sides } from '#domain/party/party.ts'
import { day, id, instant, optionalText, phone, text } from './fields.ts'
import { stepCommand } from './mediation-steps.ts'
import { petitionCommand } from './petition-steps.ts'

const files = z.array(id).max(9).default([])
const reason = text(1000)
/** Units that are asked or told together. */
const unitIds = z.array(id).min(1).max(10)
/** Colleagues named in a note. Nobody named leaves nothing, so that a note from before there were any keeps its digest. */
const mentions = z
  .array(id)
  .max(10)
  .optional()
  .transform((ids) => (ids && ids.length > 0 ? [...new Set(ids)] : undefined))

/** For whom an agent or a guardian acts. */
const actsFor = z.array(id).max(mostParties).default([])

/** What a person hands in with each verb. Adding a verb without a row here does not compile. */
export const moveInputs = {
  receive: z.object({
    channel: z.enum(channels),
    kind: z.enum(kinds).default('request'),
    urgency: z.enum(urgencies).default('normal'),
    title: optionalText(60),
    words: text(5000),
    placeUnitId: id,
    placeText: optionalText(200),
    name: optionalText(40),
    phone: phone.optional(),
    isAnonymous: z.boolean().default(false),
    isConfidential: z.boolean().default(false),
    /** What whoever speaks is to the person, where they speak for somebody else. */
    onBehalf: z.enum(relations).optional(),
    /** Confirmed at the desk by who may triage; otherwise it is left to triage. */
    categoryCode: z.string().max(8).optional(),
    /** Of a paper that another office hands over: its number there, who sends it, its date, the day they want an answer. */
    externalNo: optionalText(60),
    senderName: optionalText(60),
    paperOn: day.optional(),
    senderDueOn: day.optional(),
    files,
  }),
  accept: z.object({ note: optionalText(1000) }),
  refuse: z.object({ route: z.enum(routes), reason }),
  triage: z.object({
    title: text(60),
    kind: z.enum(kinds),
    categoryCode: z.string().max(8),
    urgency: z.enum(urgencies),
    note: optionalText(1000),
  }),
  dispatch: z.object({
    unitId: id,
    instruction: optionalText(1000),
    /** Why it does not go to the main handler that the responsibility list names. */
    whyOther: optionalText(500),
    /** Who is asked to assist in the same breath. */
    assistIds: z.array(id).max(10).optional(),
  }),
  sign: z.object({}),
  return: z.object({ reason, files }),
  rule: z.object({ unitId: id, reason }),
  escalate: z.object({ tried: text(2000), reason, files }),
  handDown: z.object({ unitId: id, instruction: text(1000) }),
  handOver: z.object({ accountId: id, reason }),
  assist: z.object({ unitIds, task: text(1000) }),
  answerPart: z.object({ outcome: z.enum(['done', 'declined']), text: text(2000), files }),
  dropPart: z.object({ unitId: id, reason }),
  /** Calendar days that it may stand still. */
  askHold: z.object({ why: z.enum(holdReasons), days: z.number().int().min(1).max(365), reason, files }),
  /** By how much the limit of handling grows: in its own days, or in hours where it counts minutes. */
  askExtend: z.object({ amount: z.number().int().min(1).max(30), reason, files }),
  askVoid: z.object({ why: z.enum(voidReasons), reason }),
  grantHold: z.object({ note: optionalText(1000) }),
  grantExtend: z.object({ note: optionalText(1000) }),
  void: z.object({ note: optionalText(1000) }),
  askReview: z.object({ reason, files }),
  deny: z.object({ reason }),
  resume: z.object({ note: optionalText(1000) }),
  expedite: z.object({ text: text(1000) }),
  copy: z.object({ unitIds, text: text(1000) }),
  contact: z.object({ how: z.enum(['phone', 'visit', 'message', 'unreached']), note: text(1000) }),
  progress: z.object({ text: text(2000), toPerson: z.boolean().default(true), files }),
  ask: z.object({ question: text(500) }),
  answer: z.object({ text: text(2000), files }),
  submit: z.object({
    result: text(2000),
    outcome: z.enum(['solved', 'explained', 'planned', 'unable']),
    files,
  }),
  verify: z.object({ note: optionalText(1000) }),
  redo: z.object({ reason }),
  revisit: z.object({
    reached: z.boolean(),
    how: z.enum(['phone', 'visit', 'message']),
    solved: z.boolean().nullable().default(null),
    satisfied: z.enum(satisfactions).nullable().default(null),
    note: optionalText(1000),
  }),
  rate: z.object({ solved: z.boolean(), satisfied: z.enum(satisfactions), words: optionalText(500) }),
  close: z.object({ closureKind: z.enum(closingKinds), summary: text(2000) }),
  askReopen: z.object({ reason, files }),
  reopen: z.object({ reason }),
  keepClosed: z.object({ reason }),
  withdraw: z.object({ reason }),
  merge: z.object({ intoId: id, reason: optionalText(1000) }),
  split: z.object({ appealIds: z.array(id).min(1).max(100), title: optionalText(60), reason }),
  join: z.object({}),
  note: z.object({ text: text(2000), files, mentions }),
  mediate: stepCommand,
  petition: petitionCommand,
  correct: z.object({
    title: optionalText(60),
    placeText: optionalText(200),
    reason,
  }),
  addParty: z.object({
    side: z.enum(sides),
    kind: z.enum(partyKinds),
    role: z.enum(partyRoles),
    /** Of a voice that becomes a party, what is left out is taken from it. */
    appealId: id.optional(),
    name: optionalText(60),
    phone: phone.optional(),
    address: optionalText(200),
    /** Who speaks for an organisation. */
    contactName: optionalText(40),
    isRepresentative: z.boolean().default(false),
    capacity: z.enum(capacities).default('full'),
    actsFor,
    isConfidential: z.boolean().default(false),
    note: optionalText(1000),
  }),
  /** What is left out stays; `clear` empties. */
  editParty: z.object({
    partyId: id,
    side: z.enum(sides).optional(),
    role: z.enum(partyRoles).optional(),
    name: optionalText(60),
    phone: phone.optional(),
    address: optionalText(200),
    contactName: optionalText(40),
    clear: z
      .array(z.enum(['phone', 'address', 'contactName']))
      .max(3)
      .default([]),
    isRepresentative: z.boolean().optional(),
    capacity: z.enum(capacities).optional(),
    actsFor: z.array(id).max(mostParties).optional(),
    isConfidential: z.boolean().optional(),
    note: optionalText(1000),
  }),
  removeParty: z.object({ partyId: id, reason }),
  relate: z.object({ otherId: id, relation: z.enum(linkKinds), note: optionalText(1000) }),
  unrelate: z.object({ linkId: id, reason }),
  archive: z.object({ retention: z.string().min(1).max(20) }),
  settleSubject: z.object({}),
} as const satisfies Record<Verb, z.ZodType>

/** One command: made once by the client, sent as often as needed, done once. `version`: what the sender had seen. */
export const moveCommand = z.object({
  commandId: id,
  version: z.number().int().min(0),
  verb: z.string().max(20),
  input: z.unknown(),
})
export type MoveInput<V extends Verb> = z.output<(typeof moveInputs)[V]>

/** A command sent again answers as it did the first time. */
export const moveAnswer = z.object({ id, version: z.number().int(), state: z.string(), at: instant })
