import type { Day, Instant } from '../calendar/days.ts'
import type { PetitionClock } from './clocks.ts'
import type { RouteCode } from './routes.ts'

/** 建议意见类、检举控告类、申诉求决类 (Regulation on Petition Work 信访工作条例 arts 29, 30, 31). */
export const petitionKinds = ['suggestion', 'report', 'claim'] as const
export type PetitionKind = (typeof petitionKinds)[number]

/** 书信、走访、信息网络、电话或者口头 (art. 17). */
export const petitionChannels = ['letter', 'visit', 'web', 'oral'] as const
export type PetitionChannel = (typeof petitionChannels)[number]

/**
 * `sorting` at the petition office; `disputed`: several bodies are competent and do not agree; `sent` to a body, which has to say
 * whether it accepts; `objected`: not mine; `accepted`; `answered` with an opinion, `reviewed` by the level above, each with the
 * time to ask further; `review` and `rereview` in hand; `ended`.
 */
export const petitionStates = [
  'sorting',
  'disputed',
  'sent',
  'objected',
  'accepted',
  'answered',
  'review',
  'reviewed',
  'rereview',
  'ended',
] as const
export type PetitionState = (typeof petitionStates)[number]

/** How a petition ended; each is said for what it is, and none of them claims that the matter is solved. */
export const petitionEndings = [
  'routed',
  'double',
  'notAccepted',
  'replied',
  'reconciled',
  'settled',
  'final',
  'withdrawn',
] as const
export type PetitionEnding = (typeof petitionEndings)[number]

/** 予以支持、作出解释、不予支持 (art. 32); of a review: the opinion below stands 维持, or another one takes its place 变更. */
export const stances = ['support', 'explain', 'notSupport'] as const
export type Stance = (typeof stances)[number]
export const reviewStances = ['uphold', 'change'] as const
export type ReviewStance = (typeof reviewStances)[number]

/** How a paper came to the person. */
export const deliveryWays = ['inPerson', 'post', 'electronic', 'left', 'agent'] as const
export type DeliveryWay = (typeof deliveryWays)[number]
export type Delivery = {
  on: Day
  how: DeliveryWay
  at: Instant
  fileId: string | null
  mandateId: string | null
}

/** What is handed or sent to the person, each once. */
export const issuedForms = [
  'acceptance',
  'refusal',
  'route',
  'double',
  'extension',
  'reply',
  'opinion',
  'reviewOpinion',
  'rereviewOpinion',
] as const
export type IssuedForm = (typeof issuedForms)[number]
export type Issued = {
  form: IssuedForm
  at: Instant
  unitId: string | null
  textId: string | null
  delivery: Delivery | null
}

/** What an agent may be given to do (诉求代理书). */
export const agentPowers = [
  'submit',
  'inquire',
  'receive',
  'askReview',
  'hearing',
  'reconcile',
  'withdraw',
] as const
export type AgentPower = (typeof agentPowers)[number]

/** Whoever acts for the petitioner: a person of the staff, as a community worker, or somebody who stands in the matter as an agent. */
export type PetitionMandate = {
  id: string
  accountId: string | null
  partyId: string | null
  powers: readonly AgentPower[]
  fromOn: Day
  toOn: Day
  way: 'screen' | 'paper'
  fileId: string
  textId: string
  at: Instant
  revokedAt: Instant | null
}
/** What an agent did, for the principal to see. */
export type AgentAct = { mandateId: string; power: AgentPower; at: Instant; on: Day; textId: string | null }

/** A petition of the same person that was looked at beside this one. */
export type Judged = { petitionId: string; isSame: boolean; at: Instant }

/** Why the same thing is not accepted twice (arts 19 and 36). */
export const doubleReasons = ['inHand', 'accepted', 'reviewPeriod', 'inReview', 'afterRereview'] as const
export type DoubleReason = (typeof doubleReasons)[number]

/** A body that may have to handle it, with its path in the tree. */
export type Competent = { unitId: string; path: string }

/** Whoever reviews: a unit of the district, or a body above it that is named under seal. */
export type Reviewer = { unitId: string | null; path: string | null }

/** The facts of the petition in one matter; who petitions and what was said stands sealed elsewhere. */
export type Petition = {
  id: string
  matterId: string
  state: PetitionState
  kind: PetitionKind
  channel: PetitionChannel
  /** Within the office and the year. */
  year: number
  no: number
  officeId: string
  /** The area that the office serves. */
  officePath: string
  receivedOn: Day
  registeredAt: Instant
  petitionerIds: readonly string[]
  /** Those who speak for a group. */
  representativeIds: readonly string[]
  /** How many came or signed. */
  people: number
  /** Of a whistle-blowing: who never gets to see it. */
  reported: { unitIds: readonly string[]; accountIds: readonly string[] }
  judged: readonly Judged[]
  /** The bodies that are competent, and the one that handles it. */
  competent: readonly Competent[]
  bodyId: string | null
  bodyPath: string | null
  sentAt: Instant | null
  objectedAt: Instant | null
  /** Whether the sender has kept it with this body after an objection: there is no second one. */
  isKept: boolean
  acceptedAt: Instant | null
  acceptedBy: string | null
  route: RouteCode | null
  double: { reason: DoubleReason; otherId: string | null } | null
  extension: { days: number; at: Instant; by: string } | null
  stance: Stance | null
  review: Reviewer | null
  reviewStance: ReviewStance | null
  rereview: Reviewer | null
  rereviewStance: ReviewStance | null
  reportedUpAt: Instant | null
  /** Where the petition itself stands sealed, and what was asked of whoever reviews. */
  wordsId: string
  askedIds: { askReview: string | null; askRereview: string | null }
  issued: readonly Issued[]
  mandates: readonly PetitionMandate[]
  acts: readonly AgentAct[]
  clocks: readonly PetitionClock[]
  mediationId: string | null
  ending: PetitionEnding | null
  endedAt: Instant | null
  version: number
}

/** At most so many speak for those who come together (art. 20). */
export const mostGroup = 5
/** At most so many agents at a time. */
export const mostAgents = 2

export const paperOf = ({ issued }: Pick<Petition, 'issued'>, form: IssuedForm) =>
  issued.find((one) => one.form === form)

/** Whether a mandate stands on a day. */
export const isStanding = ({ fromOn, toOn, revokedAt }: PetitionMandate, day: Day) =>
  revokedAt === null && fromOn <= day && day <= toOn

/** The word number of a petition: 信访〔2026〕3号, within its office. */
export const petitionNumber = ({ year, no }: Pick<Petition, 'year' | 'no'>) => `信访〔${year}〕${no}号`

/**
 * Whose turn it is: the office, the body, or whoever reviews; null where it is the petitioner's, or nobody's any longer. An opinion
 * that was not delivered yet is still with who gave it.
 */
export function turnOf(
  p: Pick<Petition, 'state' | 'officeId' | 'bodyId' | 'review' | 'rereview' | 'issued'>,
): string | null {
  switch (p.state) {
    case 'sorting':
    case 'disputed':
    case 'objected':
      return p.officeId
    case 'sent':
    case 'accepted':
      return p.bodyId
    case 'answered':
      return paperOf(p, 'opinion')?.delivery ? null : p.bodyId
    case 'reviewed':
      return paperOf(p, 'reviewOpinion')?.delivery ? null : (p.review?.unitId ?? p.officeId)
    case 'review':
      return p.review?.unitId ?? p.officeId
    case 'rereview':
      return p.rereview?.unitId ?? p.officeId
    case 'ended':
      return null
  }
}

/**
 * Why a petition that was found to be the same stands against accepting it again, or undefined where it does not: one that was
 * told another route, was not accepted, or was left without asking for a review does not.
 */
export function blockingOf({ state, ending }: Pick<Petition, 'state' | 'ending'>): DoubleReason | undefined {
  switch (state) {
    case 'sorting':
    case 'disputed':
    case 'sent':
    case 'objected':
      return 'inHand'
    case 'accepted':
      return 'accepted'
    case 'answered':
    case 'reviewed':
      return 'reviewPeriod'
    case 'review':
    case 'rereview':
      return 'inReview'
    case 'ended':
      return ending === 'final' ? 'afterRereview' : undefined
  }
}
