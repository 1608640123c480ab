import type { Level } from '../org/roles.ts'

export const states = [
  'received',
  'accepted',
  'dispatched',
  'handling',
  'returned',
  'submitted',
  'revisiting',
  'closed',
] as const
/** Whose turn it is, and nothing else; every other condition is a flag. */
export type State = (typeof states)[number]

export const kinds = [
  'consultation',
  'request',
  'complaint',
  'report',
  'suggestion',
  'dispute',
  'hazard',
  'errand',
  'wish',
] as const
export type Kind = (typeof kinds)[number]

export const channels = [
  'qr',
  'desk',
  'hotline',
  'visit',
  'grid',
  'building',
  'phone',
  'letter',
  'board',
  'neighbourhood',
  'police',
  'court',
  'petition',
  'department',
] as const
export type Channel = (typeof channels)[number]

export const urgencies = ['normal', 'urgent', 'critical'] as const
/** 一般、紧急、特急 (Xuzhou's three classes, see the default profile). */
export type Urgency = (typeof urgencies)[number]

/** What a person may close a matter as. */
export const closingKinds = ['resolved', 'agreed', 'referred', 'procedural', 'stabilised'] as const
export type ClosingKind = (typeof closingKinds)[number]

/** How a matter may have ended; withdrawing and refusing to accept end it in their own way. */
export const closureKinds = [...closingKinds, 'withdrawn', 'notAccepted'] as const
export type ClosureKind = (typeof closureKinds)[number]

/** Other routes a person is told of (Beijing regulation art. 11; Petition regulation art. 31; Mediation Act art. 26). */
export const routes = [
  'emergency',
  'court',
  'arbitration',
  'labourArbitration',
  'review',
  'petition',
  'police',
  'discipline',
  'notary',
  'market',
  'otherPlace',
  'answeredBefore',
] as const
export type Route = (typeof routes)[number]

/** The facts of a matter on which the rules depend; columns of the same names stand in the table. */
export type Matter = {
  id: string
  state: State
  kind: Kind
  level: Level
  urgency: Urgency
  channel: Channel
  categoryCode: string | null
  title: string
  story: string
  placeText: string
  placePath: string
  centreId: string
  centrePath: string
  holderId: string
  holderPath: string
  handlingId: string | null
  handlingPath: string | null
  handlerId: string | null
  involved: readonly string[]
  sensitive: boolean
  needToKnow: readonly string[]
  returnedBy: readonly string[]
  dispatchedAt: number | null
  submittedBy: string | null
  questionOpen: boolean
  reopenAsked: boolean
  reopenings: number
  appeals: number
  /** Whether any voice left a way to be reached. */
  hasContact: boolean
  revisitTries: number
  solved: boolean | null
  satisfied: Satisfaction | null
  receivedAt: number
  result: string | null
  closedAt: number | null
  closureKind: ClosureKind | null
  version: number
  profileVersion: number
}

export const satisfactions = ['satisfied', 'basically', 'unsatisfied'] as const
export type Satisfaction = (typeof satisfactions)[number]
