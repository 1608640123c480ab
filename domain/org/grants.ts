import type { Seat, StaffActor } from '../actor.ts'
import type { Role } from './roles.ts'
import { isWithin } from './tree.ts'

export const permissions = [
  'matter.read',
  'matter.receive',
  'matter.accept',
  'matter.refuse',
  'matter.triage',
  'matter.dispatch',
  'matter.handle',
  'matter.ask',
  'matter.verify',
  'matter.revisit',
  'matter.close',
  'matter.reopen',
  'matter.withdraw',
  'matter.note',
  'matter.correct',
  'matter.party',
  'matter.relate',
  'matter.export',
  'matter.rule',
  'matter.escalate',
  'matter.handDown',
  'matter.assist',
  'matter.part',
  'matter.askVoid',
  'matter.approve',
  'matter.resume',
  'matter.expedite',
  'matter.copy',
  'matter.join',
  'matter.archive',
  'mediation.run',
  'petition.run',
  'contact.reveal',
  'intake.import',
  'hall.serve',
  'hall.take',
  'place.read',
  'calendar.read',
  'calendar.edit',
  'org.read',
  'org.edit',
  'rules.edit',
  'template.edit',
  'security.edit',
  'audit.read',
  'subject.read',
  'subject.answer',
  'record.read',
  'record.draw',
  'record.approve',
  'subsidy.read',
  'subsidy.draw',
  'subsidy.approve',
  'supervision.read',
  'supervision.give',
  'supervision.answer',
  'supervision.decide',
  'supervision.check',
  'whistle.read',
  'whistle.blow',
  'whistle.answer',
  'whistle.rule',
  'meeting.read',
  'meeting.call',
  'evaluation.read',
  'evaluation.ask',
  'evaluation.vote',
  'evaluation.rule',
  'evaluation.freeze',
  'aid.read',
  'aid.post',
  'aid.dispatch',
  'aid.answer',
  'team.found',
] as const
export type Permission = (typeof permissions)[number]

/**
 * How far a permission goes. `own`: what the unit of the post holds (for reading: also what it took part in);
 * `subtree`: what lies, by place or by holder, in the area the post works for, and of what belongs to the centre of a
 * matter what is sorted in that area; `all`: the whole district.
 */
export type Reach = 'own' | 'subtree' | 'all'

/**
 * What belongs to the centre of a matter: the first receiver is responsible (Beijing regulation art. 14), so it is not for
 * whoever else the place concerns. Revisiting is not among it: whoever is near may ask the person.
 */
export const ofCentre: ReadonlySet<Permission> = new Set<Permission>([
  'matter.accept',
  'matter.refuse',
  'matter.triage',
  'matter.dispatch',
  'matter.verify',
  'matter.close',
  'matter.reopen',
  'matter.withdraw',
  'matter.correct',
  'matter.rule',
  'matter.escalate',
  'matter.handDown',
  'matter.askVoid',
  'matter.approve',
  'matter.copy',
  'matter.join',
  'matter.archive',
  'subject.read',
  'subject.answer',
])

/** What a grid does for its community with what happens in the grid. */
export const ofGrid: ReadonlySet<Permission> = new Set<Permission>([
  'matter.accept',
  'matter.triage',
  'matter.dispatch',
  'matter.correct',
])

const taking = {
  'matter.read': 'subtree',
  'matter.receive': 'subtree',
  'matter.accept': 'subtree',
  'matter.triage': 'subtree',
  'matter.dispatch': 'subtree',
  'matter.ask': 'subtree',
  'matter.note': 'subtree',
  'matter.correct': 'subtree',
  'matter.party': 'subtree',
  'matter.relate': 'subtree',
  'contact.reveal': 'subtree',
  'org.read': 'all',
  'calendar.read': 'all',
} as const

const sorting = {
  ...taking,
  'matter.refuse': 'subtree',
  'matter.withdraw': 'subtree',
  'matter.askVoid': 'subtree',
  'matter.join': 'subtree',
} as const

/** What the centre decides beyond sorting: disputes about who handles it, levels, approvals, papers. */
const deciding = {
  'matter.rule': 'subtree',
  'matter.escalate': 'subtree',
  'matter.handDown': 'subtree',
  'matter.assist': 'subtree',
  'matter.approve': 'subtree',
  'matter.resume': 'subtree',
  'matter.expedite': 'subtree',
  'matter.copy': 'subtree',
  'matter.archive': 'subtree',
  'subject.read': 'subtree',
  'subject.answer': 'subtree',
} as const

/** 督办: a unit that has matters in hand answers for them; whoever watches over an area sees what is stuck in it. */
const answering = { 'supervision.read': 'own', 'supervision.answer': 'own' } as const
const watching = { 'supervision.read': 'subtree', 'supervision.check': 'subtree' } as const
/** The centre reminds; letters and cards are for overseers (domain/supervision/instruments.ts). */
const reminding = { ...watching, 'supervision.give': 'subtree', 'supervision.answer': 'own' } as const
const overseeing = {
  'supervision.read': 'subtree',
  'supervision.give': 'subtree',
  'supervision.decide': 'subtree',
} as const

/** Calls numbers at a window; who stands at the door of the hall also gives them out. */
const calling = { 'hall.serve': 'own' } as const
const receiving = { ...calling, 'hall.take': 'own' } as const

/** Sits in consultation meetings to which the unit is called; a centre also calls them. */
const meeting = { 'meeting.read': 'own' } as const
const convening = { ...meeting, 'meeting.call': 'own' } as const

/** 考核: a unit sees its own figures and may ask that a matter is left out; a centre those of its area; a panel's units vote. */
const evaluated = { 'evaluation.read': 'own', 'evaluation.ask': 'own' } as const
const evaluating = {
  'evaluation.read': 'subtree',
  'evaluation.ask': 'own',
  'evaluation.vote': 'own',
  'evaluation.rule': 'subtree',
  'evaluation.freeze': 'subtree',
} as const
/** 点单派单: a unit orders help, the centre of its street dispatches, who is asked answers; any of them may work in a project team. */
const helping = { 'aid.read': 'own' } as const
const helpingOut = { ...helping, 'aid.answer': 'own' } as const

const handling = {
  ...meeting,
  'matter.read': 'own',
  'matter.handle': 'own',
  'matter.assist': 'own',
  'matter.part': 'own',
  'matter.resume': 'own',
  'matter.ask': 'own',
  'matter.note': 'own',
  'matter.party': 'own',
  'matter.relate': 'own',
  'contact.reveal': 'own',
  'org.read': 'all',
  'calendar.read': 'all',
} as const

/** Role → permission → reach. What is absent is not allowed; nothing here means "everything" by being empty. */
export const grants = {
  // A neighbour among neighbours: brings in what is said, and reads nobody's matter.
  buildingHead: {
    ...helping,
    'matter.read': 'own',
    'matter.receive': 'subtree',
    'org.read': 'all',
    'aid.post': 'own',
  },
  gridWorker: {
    ...handling,
    ...answering,
    ...taking,
    ...evaluated,
    ...helping,
    'place.read': 'subtree',
    'aid.post': 'own',
  },
  communityClerk: {
    'petition.run': 'subtree',
    ...sorting,
    ...convening,
    ...evaluated,
    'evaluation.read': 'subtree',
    'evaluation.vote': 'own',
    'matter.export': 'subtree',
    ...deciding,
    ...reminding,
    ...receiving,
    'matter.handle': 'own',
    'matter.part': 'own',
    'mediation.run': 'own',
    'matter.verify': 'subtree',
    'matter.revisit': 'subtree',
    'matter.close': 'subtree',
    'matter.reopen': 'subtree',
    'place.read': 'subtree',
    'template.edit': 'own',
    'subsidy.read': 'subtree',
    'subsidy.draw': 'subtree',
    'whistle.read': 'subtree',
    'whistle.blow': 'own',
    'aid.read': 'subtree',
    'aid.post': 'own',
    'aid.answer': 'own',
  },
  deskOfficer: {
    'petition.run': 'subtree',
    ...sorting,
    ...watching,
    ...meeting,
    ...receiving,
    'matter.revisit': 'subtree',
    'intake.import': 'subtree',
    'place.read': 'subtree',
    'whistle.read': 'subtree',
    'aid.read': 'subtree',
  },
  dispatcher: {
    'petition.run': 'subtree',
    ...sorting,
    ...convening,
    ...evaluating,
    'matter.export': 'subtree',
    ...deciding,
    ...reminding,
    ...receiving,
    'matter.verify': 'subtree',
    'matter.revisit': 'subtree',
    'matter.close': 'subtree',
    'matter.reopen': 'subtree',
    'intake.import': 'subtree',
    'place.read': 'subtree',
    'template.edit': 'own',
    'subsidy.read': 'subtree',
    'subsidy.draw': 'subtree',
    'whistle.read': 'subtree',
    'whistle.blow': 'own',
    'whistle.rule': 'subtree',
    'aid.read': 'subtree',
    'aid.post': 'own',
    'aid.dispatch': 'subtree',
    'team.found': 'own',
  },
  mediator: {
    ...handling,
    ...answering,
    ...evaluated,
    ...calling,
    ...helpingOut,
    'mediation.run': 'own',
  },
  expert: {
    ...calling,
    ...meeting,
    ...helpingOut,
    'matter.read': 'own',
    'matter.note': 'own',
    'mediation.run': 'own',
    'org.read': 'all',
  },
  legalPartner: {
    ...calling,
    ...meeting,
    ...helpingOut,
    'matter.read': 'own',
    'matter.note': 'own',
    'mediation.run': 'own',
    'org.read': 'all',
  },
  departmentOfficer: {
    'petition.run': 'own',
    ...handling,
    ...answering,
    ...evaluated,
    'evaluation.vote': 'own',
    ...helpingOut,
    'matter.export': 'own',
    'mediation.run': 'own',
    'whistle.read': 'own',
    'whistle.answer': 'own',
  },
  supervisor: {
    'meeting.read': 'subtree',
    'matter.read': 'subtree',
    'matter.export': 'subtree',
    'matter.note': 'subtree',
    'matter.revisit': 'subtree',
    'matter.approve': 'subtree',
    'matter.expedite': 'subtree',
    ...overseeing,
    'evaluation.read': 'subtree',
    'evaluation.vote': 'own',
    'supervision.check': 'subtree',
    'subject.read': 'subtree',
    'subsidy.read': 'subtree',
    'subsidy.approve': 'subtree',
    'org.read': 'all',
    'calendar.read': 'all',
    'whistle.read': 'subtree',
    'aid.read': 'subtree',
  },
  leader: {
    'petition.run': 'subtree',
    ...overseeing,
    'evaluation.read': 'subtree',
    'evaluation.vote': 'own',
    'evaluation.rule': 'subtree',
    'evaluation.freeze': 'subtree',
    'meeting.read': 'subtree',
    'matter.read': 'subtree',
    'matter.export': 'subtree',
    'matter.note': 'subtree',
    'matter.approve': 'subtree',
    'matter.expedite': 'subtree',
    'subject.read': 'subtree',
    'org.read': 'all',
    'calendar.read': 'all',
    'record.read': 'all',
    'record.approve': 'all',
    'subsidy.read': 'subtree',
    'subsidy.approve': 'subtree',
    'whistle.read': 'subtree',
    'whistle.blow': 'own',
    'aid.read': 'subtree',
    'aid.post': 'own',
    'team.found': 'own',
  },
  administrator: {
    'org.read': 'all',
    'org.edit': 'all',
    'place.read': 'all',
    'calendar.read': 'all',
    'calendar.edit': 'all',
    'rules.edit': 'all',
    'template.edit': 'all',
    'record.read': 'all',
    'record.draw': 'all',
  },
  // Administering people, keeping their keys, and reading what both did are three duties of three persons.
  securityAdministrator: { 'org.read': 'all', 'security.edit': 'all' },
  auditor: { 'org.read': 'all', 'audit.read': 'all', 'record.read': 'all', 'subsidy.read': 'all' },
} as const satisfies Record<Role, Partial<Record<Permission, Reach>>>

/** What of a matter decides who reaches it. `involved` are the ids of the units that hold it or have held it. */
export type Reachable = {
  placePath: string
  holderPath: string
  /** Of the unit that sorts it. */
  centrePath: string
  involved: readonly string[]
  /** What assisting units were asked for; null: not answered yet. */
  parts: readonly { unitId: string; outcome: string | null }[]
  sensitive: boolean
  needToKnow: readonly string[]
}

/** The reach a seat has for a permission, or undefined when it has none. */
export function reachOf(seat: Pick<Seat, 'role'>, permission: Permission): Reach | undefined {
  const granted: Partial<Record<Permission, Reach>> = grants[seat.role]
  return granted[permission]
}

/** Whether a seat stands in for the centre: what is sorted in its area, and for a grid what its own community sorts there. */
function sortsFor(seat: Seat, permission: Permission, matter: Reachable): boolean {
  if (isWithin(matter.centrePath, seat.servesPath)) return true
  const isOfGrid = seat.unitKind === 'grid' && ofGrid.has(permission)
  return isOfGrid && isWithin(matter.placePath, seat.servesPath) && isWithin(seat.unitPath, matter.centrePath)
}

/** Whether one seat gives a permission for a matter. */
export function seatReaches(seat: Seat, permission: Permission, matter: Reachable): boolean {
  const reach = reachOf(seat, permission)
  if (reach === undefined) return false
  if (reach === 'all') return true
  if (ofCentre.has(permission)) return sortsFor(seat, permission, matter)
  if (
    reach === 'subtree' &&
    (isWithin(matter.placePath, seat.servesPath) || isWithin(matter.holderPath, seat.servesPath))
  )
    return true
  // a mediation goes on after its matter was handed back: performance, revisit, file; a petition goes through bodies of its own
  if (permission === 'matter.read' || permission === 'mediation.run' || permission === 'petition.run')
    return matter.involved.includes(seat.unitId)
  if (permission === 'matter.part')
    return matter.parts.some((part) => part.outcome === null && part.unitId === seat.unitId)
  return matter.holderPath === seat.unitPath
}

/**
 * The seat by which a person reaches a matter with a permission, or undefined. A sensitive matter is need-to-know even
 * upward (house rule; Anti-DV Act arts 5 and 14, Minors Protection Act art. 103). The SQL twin is `matter_visible`.
 */
export function reachingSeat(actor: StaffActor, permission: Permission, matter: Reachable): Seat | undefined {
  if (matter.sensitive && !matter.needToKnow.includes(actor.accountId)) return undefined
  return actor.seats.find((seat) => seatReaches(seat, permission, matter))
}

/** Seats that hold a permission at all, whatever the matter: for lists, doors and pages. */
export function seatsWith(actor: StaffActor, permission: Permission): Seat[] {
  return actor.seats.filter((seat) => reachOf(seat, permission) !== undefined)
}
