import { assistantsOf, type Matter } from './matter.ts'

export const flags = [
  'late',
  'nearing',
  'farOver',
  'awaitingPerson',
  'reopenAsked',
  'reopened',
  'returned',
  'group',
  'sensitive',
  'urgent',
  'critical',
  'unhappy',
  'approval',
  'held',
  'escalated',
  'ruled',
  'expedited',
  'assisted',
  'archived',
] as const
export type Flag = (typeof flags)[number]

/** The flags that stand in the columns of a matter, by which a list may be narrowed; the others follow from its clocks. */
export const listedFlags = [
  'group',
  'returned',
  'reopened',
  'reopenAsked',
  'awaitingPerson',
  'unhappy',
] as const satisfies readonly Flag[]
export type ListedFlag = (typeof listedFlags)[number]

/** The running clock nearest to its end, as instants in epoch milliseconds; null while it stands still. */
export type RunningClock = { warnAt: number | null; dueAt: number | null; overAt: number | null }

/** Five voices make a group matter (Petition regulation art. 20: representatives from five people on). */
export const groupFrom = 5

/** The facts of a matter that a flag follows from. */
export type Flagged = Pick<
  Matter,
  | 'state'
  | 'urgency'
  | 'appeals'
  | 'questionOpen'
  | 'reopenAsked'
  | 'reopenings'
  | 'returnedBy'
  | 'sensitive'
  | 'satisfied'
  | 'solved'
  | 'request'
  | 'held'
  | 'passedUp'
  | 'ruled'
  | 'expedited'
  | 'parts'
  | 'archivedAt'
>

/** What is true of a matter beside whose turn it is. Pure: facts, running clocks and the instant in; flags out. */
export function flagsOf(matter: Flagged, running: readonly RunningClock[], now: number): Flag[] {
  const past = (key: 'warnAt' | 'dueAt' | 'overAt') => running.some((c) => c[key] !== null && now > c[key])
  const holds: Record<Flag, boolean> = {
    farOver: past('overAt'),
    late: past('dueAt'),
    nearing: past('warnAt') && !past('dueAt'),
    awaitingPerson: matter.questionOpen,
    reopenAsked: matter.reopenAsked,
    reopened: matter.reopenings > 0,
    returned: matter.returnedBy.length > 0 && matter.state !== 'closed',
    group: matter.appeals >= groupFrom,
    sensitive: matter.sensitive,
    urgent: matter.urgency === 'urgent',
    critical: matter.urgency === 'critical',
    unhappy: matter.satisfied === 'unsatisfied' || matter.solved === false,
    approval: matter.request !== null,
    held: matter.held !== null,
    escalated: matter.passedUp.length > 0,
    ruled: matter.ruled,
    expedited: matter.expedited > 0 && matter.state !== 'closed',
    assisted: assistantsOf(matter).length > 0,
    archived: matter.archivedAt !== null,
  }
  return flags.filter((flag) => holds[flag])
}
