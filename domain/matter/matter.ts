import type { MediationState } from '../mediation/mediation.ts'
import type { Level } from '../org/roles.ts'
import { parentPath } from '../org/tree.ts'

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

/** How a matter may have ended; withdrawing, refusing to accept, joining and voiding end it in their own way. */
export const closureKinds = [...closingKinds, 'withdrawn', 'notAccepted', 'joined', 'voided'] as const
export type ClosureKind = (typeof closureKinds)[number]

/** Closures of what was no matter of its own: joined into another one, or registered by mistake. No number counts them. */
export const uncounted: readonly ClosureKind[] = ['joined', 'voided']

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

/** For what a clock may stand still (domain rules §12.5; online mediation rules art. 26 for appraisal). */
export const holdReasons = ['appraisal', 'hearing', 'party', 'procedure', 'season'] as const
export type HoldReason = (typeof holdReasons)[number]

/** Why something was no matter at all. */
export const voidReasons = ['mistake', 'twice', 'trial', 'nonsense'] as const
export type VoidReason = (typeof voidReasons)[number]

/** What waits for an approval; one at a time. `amount`: days a hold may last, or what is asked for of a limit (see `grownBy`). */
export type Request = { by: string | null; at: number; again?: SecondLook } & (
  | { kind: 'hold'; why: HoldReason; amount: number }
  | { kind: 'extend'; amount: number }
  | { kind: 'void'; why: VoidReason }
)

/** A request that is looked at a second time 复审: who denied it, and the area of the post by which that was done, as a path. */
export type SecondLook = { by: string | null; from: string }

/** What was denied last and may be asked for once more. */
export type Denied = SecondLook & { at: number; request: Request }

/** A hold that was granted: since when, why, and for how many days at most. */
export type Hold = { why: HoldReason; since: number; days: number }

/** How a part of an assisting unit ended. `dropped`: nobody waits for it any longer. */
export const partOutcomes = ['done', 'declined', 'dropped'] as const
export type PartOutcome = (typeof partOutcomes)[number]

/** What an assisting unit 协办 was asked for, and its answer. */
export type Part = {
  unitId: string
  unitName: string
  task: string
  askedAt: number
  outcome: PartOutcome | null
  text: string | null
  answeredAt: number | null
}

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
  /** The level of the centre that sorts it; `level` is that of the unit that handles it. */
  centreLevel: Level
  holderId: string
  holderPath: string
  handlingId: string | null
  handlingPath: string | null
  handlerId: string | null
  involved: readonly string[]
  sensitive: boolean
  needToKnow: readonly string[]
  returnedBy: readonly string[]
  /** Whether a ruling named the unit in this round: it may not be returned again. */
  ruled: boolean
  /** The areas, as paths, whose centres passed it up; it does not come back to them. */
  passedUp: readonly string[]
  dispatchedAt: number | null
  submittedBy: string | null
  /** Everybody who signed for it, took it over or submitted a result in this round. */
  workedBy: readonly string[]
  parts: readonly Part[]
  request: Request | null
  denied: Denied | null
  held: Hold | null
  /** How often the limit of handling was extended in this round. */
  extensions: number
  expedited: number
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
  /** The matter its voices went to, when it was joined into another. */
  joinedInto: string | null
  archivedAt: number | null
  retention: string | null
  /** Where its latest mediation stands; null: there was none. */
  mediation: MediationState | null
  version: number
  profileVersion: number
}

export const satisfactions = ['satisfied', 'basically', 'unsatisfied'] as const
export type Satisfaction = (typeof satisfactions)[number]

/** The units whose part is still open, in the order they were asked. */
export function assistantsOf({ parts }: Pick<Matter, 'parts'>): string[] {
  return parts.filter((part) => part.outcome === null).map((part) => part.unitId)
}

/** The area of the centre that sorts it, as a path: an office serves what it belongs to, a community itself. */
export function sortedArea({ centreLevel, centrePath }: Pick<Matter, 'centreLevel' | 'centrePath'>): string {
  return centreLevel === 'community' ? centrePath : parentPath(centrePath)
}
