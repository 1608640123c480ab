import type { ClosureKind, Satisfaction } from '../matter/matter.ts'
import type { Level } from '../org/roles.ts'

/** How the clocks of one kind of a matter stand: late as soon as one was or is; null where none has anything to say yet. */
export type ClockStanding = 'met' | 'late' | null

/** What became of asking the person about a closed matter; null where there was nothing to ask about. */
export const answers = ['answered', 'notReached', 'notAsked', 'noContact'] as const
export type Answer = (typeof answers)[number]

/** What is counted of a matter, as it stands at one instant. The SQL twin is `server/insight/conditions.ts`. */
export type Standing = {
  contact: ClockStanding
  handle: ClockStanding
  /** Of an open matter: whether a running clock is past its due time, or past its warning. */
  due: 'late' | 'nearing' | null
  /** Null while it is open. */
  closureKind: ClosureKind | null
  answer: Answer | null
  solved: boolean | null
  satisfied: Satisfaction | null
  /** Whether a level passed it up so far. */
  passedUp: boolean
  /** The level of the centre that had it when it was closed; null while it is open. */
  centreLevel: Level | null
  /** Whether a grid handled it last. */
  byGrid: boolean
}

/** Which instant of a matter the period is of; `now`: the period does not matter. */
export type Basis = 'received' | 'closed' | 'now'

export const facts = [
  'received',
  'contactCounted',
  'contactMet',
  'handleCounted',
  'handleMet',
  'open',
  'late',
  'nearing',
  'closed',
  'answered',
  'solved',
  'rated',
  'satisfied',
  'basically',
  'notReached',
  'notAsked',
  'noContact',
  'settled',
  'stayed',
  'keptGrid',
  'keptCommunity',
  'keptStreet',
] as const
export type Fact = (typeof facts)[number]

type FactRow = { basis: Basis; holds: (s: Standing) => boolean }

/** Fact → which instant its period is of, and whether it holds. A matter is counted once, however many clocks or voices it has. */
export const factTable: Record<Fact, FactRow> = {
  received: { basis: 'received', holds: () => true },
  contactCounted: { basis: 'received', holds: (s) => s.contact !== null },
  contactMet: { basis: 'received', holds: (s) => s.contact === 'met' },
  handleCounted: { basis: 'received', holds: (s) => s.handle !== null },
  handleMet: { basis: 'received', holds: (s) => s.handle === 'met' },
  open: { basis: 'now', holds: (s) => s.closureKind === null },
  late: { basis: 'now', holds: (s) => s.closureKind === null && s.due === 'late' },
  nearing: { basis: 'now', holds: (s) => s.closureKind === null && s.due === 'nearing' },
  closed: { basis: 'closed', holds: (s) => s.closureKind !== null },
  answered: { basis: 'closed', holds: (s) => s.answer === 'answered' },
  solved: { basis: 'closed', holds: (s) => s.answer === 'answered' && s.solved === true },
  rated: { basis: 'closed', holds: (s) => s.answer === 'answered' && s.satisfied !== null },
  satisfied: { basis: 'closed', holds: (s) => s.answer === 'answered' && s.satisfied === 'satisfied' },
  basically: { basis: 'closed', holds: (s) => s.answer === 'answered' && s.satisfied === 'basically' },
  notReached: { basis: 'closed', holds: (s) => s.answer === 'notReached' },
  notAsked: { basis: 'closed', holds: (s) => s.answer === 'notAsked' },
  noContact: { basis: 'closed', holds: (s) => s.answer === 'noContact' },
  settled: { basis: 'closed', holds: isSettled },
  stayed: { basis: 'received', holds: (s) => !s.passedUp },
  keptGrid: { basis: 'closed', holds: (s) => isSettled(s) && s.byGrid && s.centreLevel === 'community' },
  keptCommunity: { basis: 'closed', holds: (s) => isSettled(s) && s.centreLevel === 'community' },
  keptStreet: {
    basis: 'closed',
    holds: (s) => isSettled(s) && (s.centreLevel === 'community' || s.centreLevel === 'street'),
  },
}

function isSettled({ closureKind }: Standing): boolean {
  return closureKind === 'resolved' || closureKind === 'agreed'
}

/** What of a closed matter says how asking the person went. */
export type Asking = Pick<Standing, 'closureKind' | 'solved'> & {
  revisitTries: number
  hasContact: boolean
}

/**
 * What became of asking the person. In: the facts of a matter. Out: the answer, or null for an open matter and for what was
 * withdrawn or not accepted, where there is nothing to ask about. A revisit that reaches the person records an answer, so that
 * whoever was tried for without one was not reached.
 */
export function answerOf(m: Asking): Answer | null {
  if (m.closureKind === null || m.closureKind === 'withdrawn' || m.closureKind === 'notAccepted') return null
  if (m.solved !== null) return 'answered'
  if (m.revisitTries === 0) return m.hasContact ? 'notAsked' : 'noContact'
  return 'notReached'
}
