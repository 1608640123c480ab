import { dayOf, daysBetween } from '../calendar/days.ts'
import { groupFrom } from '../matter/flags.ts'
import type { Urgency } from '../matter/matter.ts'

/** Why a matter should be talked about, by what it shows: stuck, repeated, risky, across departments. */
export const reasonGroups = {
  stuck: ['overdue', 'held', 'still'],
  repeated: ['reopened', 'appeals', 'samePlace'],
  risky: ['critical', 'urgent', 'group', 'sensitive'],
  cross: ['assisted', 'returned', 'escalated'],
} as const
export type ReasonGroup = keyof typeof reasonGroups
export const reasonGroupNames = Object.keys(reasonGroups) as ReasonGroup[]
export type ReasonKind = (typeof reasonGroups)[ReasonGroup][number]
export const reasonKinds = Object.values(reasonGroups).flat()

/** `count` is days, times or units, as the kind says; null where the fact alone is the reason. */
export type Reason = { kind: ReasonKind; count: number | null }

/** The facts of an open matter, none of them about a person. Instants in milliseconds. */
export type Studied = {
  dueAt: number | null
  heldSince: number | null
  changedAt: number
  reopenings: number
  appeals: number
  /** How many open matters of its kind there are at the same place, with it. */
  samePlace: number
  urgency: Urgency
  sensitive: boolean
  assisting: number
  returned: number
  passedUp: number
}

/** So many open matters of a kind at one place are one problem, not several. */
export const samePlaceFrom = 3

/**
 * Why an open matter belongs on the agenda of a regular study meeting, in the order of the groups; empty: it does not. In: its
 * facts, after how many days without an entry it counts as stuck, and the instant.
 */
export function reasonsFor(m: Studied, stillDays: number, now: number): Reason[] {
  const today = dayOf(now)
  const daysSince = (at: number) => daysBetween(dayOf(at), today)
  const still = daysSince(m.changedAt)
  const reasons: (Reason | false)[] = [
    m.dueAt !== null && m.dueAt < now && { kind: 'overdue', count: Math.max(daysSince(m.dueAt), 0) },
    m.heldSince !== null && { kind: 'held', count: daysSince(m.heldSince) },
    m.heldSince === null && still >= stillDays && { kind: 'still', count: still },
    m.reopenings > 0 && { kind: 'reopened', count: m.reopenings },
    m.appeals > 1 && m.appeals < groupFrom && { kind: 'appeals', count: m.appeals },
    m.samePlace >= samePlaceFrom && { kind: 'samePlace', count: m.samePlace },
    m.urgency === 'critical' && { kind: 'critical', count: null },
    m.urgency === 'urgent' && { kind: 'urgent', count: null },
    m.appeals >= groupFrom && { kind: 'group', count: m.appeals },
    m.sensitive && { kind: 'sensitive', count: null },
    m.assisting > 0 && { kind: 'assisted', count: m.assisting },
    m.returned > 0 && { kind: 'returned', count: m.returned },
    m.passedUp > 0 && { kind: 'escalated', count: m.passedUp },
  ]
  return reasons.filter((one) => one !== false)
}

/** The group of a reason. */
export function groupOf(kind: ReasonKind): ReasonGroup {
  const found = reasonGroupNames.find((group) =>
    (reasonGroups[group] as readonly ReasonKind[]).includes(kind),
  )
  if (!found) throw new Error(`no group for ${kind}`)
  return found
}
