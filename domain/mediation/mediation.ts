import type { Day } from '../calendar/days.ts'
import type { Route } from '../matter/matter.ts'
import type { Side } from '../party/party.ts'
import type { Averted } from './averted.ts'
import type { Offer } from './offers.ts'

/** 人民调解、行政调解、司法调解、律师调解、行业性专业性调解、联合调解. */
export const mediationTypes = ['people', 'administrative', 'judicial', 'lawyer', 'industry', 'joint'] as const
export type MediationType = (typeof mediationTypes)[number]

/** 案件来源 of the official form: on application, on the committee's own initiative, entrusted by others. */
export const mediationSources = [
  'applied',
  'proactive',
  'court',
  'procuratorate',
  'police',
  'petition',
  'entrusted',
] as const
export type MediationSource = (typeof mediationSources)[number]

/** `asking`: notice and agreement of each party; `running`; `agreed`: in force, being performed; `ended` without; `filed`. */
export const mediationStates = ['asking', 'running', 'agreed', 'ended', 'filed'] as const
export type MediationState = (typeof mediationStates)[number]

/** What a party is asked for, each by itself (Mediation Act arts 17, 19, 20, 23; Shenzhen regulation arts 25, 73). */
export const topics = ['mediate', 'mediator', 'outsiders', 'open', 'extension', 'partialFacts'] as const
export type Topic = (typeof topics)[number]

/** How somebody gave notice, agreement or signature: drawn on our screen, by the link, on paper with a photograph, by word before a witness. */
export const ways = ['screen', 'link', 'paper', 'oral'] as const
export type Way = (typeof ways)[number]

/** What an agent may be given to do, as on the official mandate 授权委托书. */
export const powers = [
  'applyEnd',
  'evidence',
  'chooseMediator',
  'claims',
  'reconcile',
  'sign',
  'receive',
] as const
export type Power = (typeof powers)[number]

export const mediatorParts = ['lead', 'member', 'expert'] as const
export type MediatorPart = (typeof mediatorParts)[number]

/** Face to face, or back to back with one side. */
export const sessionKinds = ['joint', 'caucus'] as const
export type SessionKind = (typeof sessionKinds)[number]
export const sessionWays = ['onSite', 'centre', 'video', 'written'] as const
export type SessionWay = (typeof sessionWays)[number]
/** 换位思考、冷却降温、案例引导、真情打动. */
export const methods = ['perspective', 'cooling', 'precedent', 'sincerity'] as const
export type Method = (typeof methods)[number]

export const agreementKinds = ['written', 'oral', 'partial'] as const
export type AgreementKind = (typeof agreementKinds)[number]
export const obligationKinds = ['pay', 'act', 'apologise'] as const
export type ObligationKind = (typeof obligationKinds)[number]

/** For what the limit stands still (online mediation rules art. 26 and the reasons a district lists). */
export const pauseReasons = ['appraisal', 'absence', 'relatedCase'] as const
export type PauseReason = (typeof pauseReasons)[number]

/** How a mediation ends without an agreement (Ningbo art. 23; Shenzhen art. 28; online mediation rules art. 25). */
export const endReasons = [
  'refused',
  'noAgreement',
  'unreachable',
  'withdrawn',
  'falsehood',
  'sham',
  'timeLimit',
  'impossible',
] as const
export type EndReason = (typeof endReasons)[number]

/** What a court has said to a joint application for confirmation. */
export const confirmationStates = ['applied', 'accepted', 'confirmed', 'rejected'] as const
export type ConfirmationState = (typeof confirmationStates)[number]

/** An act of a party: who did it (itself, its guardian or its agent), how, when, and with which proof. */
export type Act = { at: number; by: string; way: Way; fileId: string | null; textId: string | null }
export type Consent = Act & {
  topic: Topic
  answer: boolean /** How often it was asked for: an extension is asked anew each time. */
  round: number
}

/** `asked`; `in`: has agreed to mediate; `out`: refused or left, and is told its other routes. */
export type PartyStanding = 'asked' | 'in' | 'out'
export type Participant = {
  partyId: string
  side: Side
  standing: PartyStanding
  told: Act | null
  consents: readonly Consent[]
  outAt: number | null
}

export type Mediator = {
  accountId: string
  part: MediatorPart
  since: number
  until: number | null
  disclosedAt: number | null
  /** Has said that it is not free in this case. */
  hasConflict?: true
}
export type Mandate = {
  id: string
  agentId: string
  principalIds: readonly string[]
  powers: readonly Power[]
  fromOn: Day
  toOn: Day
  fileId: string
  revokedAt: number | null
}

export type Session = {
  id: string
  no: number
  kind: SessionKind
  way: SessionWay
  /** Of the meeting; a written exchange has the instant by which it is asked for. */
  startsAt: number
  minutes: number
  roomId: string | null
  partyIds: readonly string[]
  /** Who said whether they come. */
  replies: readonly { partyId: string; comes: boolean; at: number }[]
  state: 'planned' | 'held' | 'cancelled'
  heldAt: number | null
  present: readonly string[]
  methods: readonly Method[]
  recordId: string | null
  signed: readonly (Act & { partyId: string })[]
}

/** `toId` null: not for a party, as an act. Amounts in fen; instalments are obligations of their own. */
export type Obligation = {
  id: string
  kind: ObligationKind
  byId: string
  toId: string | null
  fen: number
  dueOn: Day
  done: readonly { at: number; fen: number; whole: boolean; on: Day; fileId: string | null }[]
  missedAt: number | null
}

export type Signature = Act & { partyId: string }
export type Confirmation = { state: ConfirmationState; on: Day; at: number }
export type Agreement = {
  id: string
  no: number
  kind: AgreementKind
  version: number
  partyIds: readonly string[]
  termsId: string
  obligations: readonly Obligation[]
  /** What each household has of the whole, where the agreement divides a sum: in fen, adding up to `wholeFen`. */
  wholeFen: number | null
  shares: readonly { partyId: string; fen: number }[]
  draftedAt: number
  signatures: readonly Signature[]
  mediatorAt: number | null
  mediatorId: string | null
  sealAt: number | null
  /** For an oral one: when it was reached. */
  reachedOn: Day | null
  confirmations: readonly Confirmation[]
  droppedAt: number | null
}

export type Revisit = {
  at: number
  accountId: string
  performed: boolean
  satisfied: boolean | null
  escalates: boolean
  textId: string
}

/** The facts of one mediation of a matter; who the parties are and what was said stands sealed elsewhere. */
export type Mediation = {
  id: string
  matterId: string
  state: MediationState
  type: MediationType
  source: MediationSource
  committeeId: string
  /** Its number within committee and year, and the year. */
  year: number
  no: number
  /** Days of the limit when it began, and what was added with everybody's consent. */
  limitDays: number
  extendedDays: number
  extensionRound: number
  pauses: readonly { why: PauseReason; fromOn: Day; toOn: Day | null }[]
  mediators: readonly Mediator[]
  participants: readonly Participant[]
  mandates: readonly Mandate[]
  sessions: readonly Session[]
  agreements: readonly Agreement[]
  offers: readonly Offer[]
  revisits: readonly Revisit[]
  openedAt: number
  endedAt: number | null
  endReason: EndReason | null
  routes: readonly Route[]
  agreedAt: number | null
  /** What it kept from happening, entered as it was over; absent until then. */
  averted?: Averted
  filedAt: number | null
  /** How many steps were taken. */
  version: number
}

/** Those who mediate now. */
export const mediatorsOf = ({ mediators }: Pick<Mediation, 'mediators'>) =>
  mediators.filter(({ until }) => until === null)
/** Those who agreed to mediate and have not left. */
export const takingPart = ({ participants }: Pick<Mediation, 'participants'>) =>
  participants.filter(({ standing }) => standing === 'in')
/** Those who have not refused or left. */
export const remaining = ({ participants }: Pick<Mediation, 'participants'>) =>
  participants.filter(({ standing }) => standing !== 'out')

/** The last answer of a party about a topic; for an extension only what was said in this round counts. */
export function answerOf(one: Pick<Participant, 'consents'>, topic: Topic, round = 0): boolean | undefined {
  return one.consents.findLast((consent) => consent.topic === topic && consent.round === round)?.answer
}

/** Whether everybody who takes part has said yes to something, and somebody does. */
export function allAgree(mediation: Mediation, topic: Topic): boolean {
  const round = topic === 'extension' ? mediation.extensionRound : 0
  const those = takingPart(mediation)
  return those.length > 0 && those.every((one) => answerOf(one, topic, round) === true)
}
