/** Where somebody stands: two sides of a dispute, and who belongs to neither. A matter without a dispute uses side A. */
export const sides = ['a', 'b', 'third'] as const
export type Side = (typeof sides)[number]

export const partyKinds = ['person', 'organisation'] as const
export type PartyKind = (typeof partyKinds)[number]

export const partyRoles = [
  'applicant',
  'respondent',
  'concerned',
  'third',
  'agent',
  'guardian',
  'witness',
] as const
/** 申请人、被申请人、当事人（还没有成为纠纷时）、第三人、代理人、监护人、见证人. */
export type PartyRole = (typeof partyRoles)[number]

/** Civil Code arts 17–22: full; a minor; an adult who understands in part, or not at all. */
export const capacities = ['full', 'minor', 'limited', 'none'] as const
export type Capacity = (typeof capacities)[number]

/** The roles in which somebody stands for their own interest; the others act or speak for, or beside, somebody else. */
const principals: ReadonlySet<PartyRole> = new Set<PartyRole>([
  'applicant',
  'respondent',
  'concerned',
  'third',
])
export const isPrincipal = ({ role }: { role: PartyRole }) => principals.has(role)

/** Whether whoever has this role acts for parties that have to be named. */
export const actsForOthers = ({ role }: { role: PartyRole }) => role === 'agent' || role === 'guardian'

/** Which roles there are on which side. */
export const rolesOf: Record<Side, readonly PartyRole[]> = {
  a: ['applicant', 'concerned', 'agent', 'guardian'],
  b: ['respondent', 'concerned', 'agent', 'guardian'],
  third: ['third', 'agent', 'guardian', 'witness'],
}

/** A large side elects at most so many (Ningbo people's mediation regulation art. 20; Civil Procedure Act art. 56). */
export const mostRepresentatives = 5
/** More than this is a list of its own, kept as a file. */
export const mostParties = 500

/** What the rules look at; who it is stands sealed elsewhere. */
export type Party = {
  id: string
  side: Side
  kind: PartyKind
  role: PartyRole
  isRepresentative: boolean
  capacity: Capacity
  /** The parties of the same side for whom an agent or a guardian acts. */
  actsFor: readonly string[]
}

/** Whether somebody has to stand beside this party before anything is agreed with it (Civil Code arts 19–23). */
export const needsGuardian = ({ kind, capacity }: Pick<Party, 'kind' | 'capacity'>) =>
  kind === 'person' && capacity !== 'full'
