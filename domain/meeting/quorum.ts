import { type Refusal, refuse } from '../refusal.ts'
import type { Attendance } from './meeting.ts'

/** More than half of the called units. In: how many were called. */
export function usualQuorum(called: number): number {
  return Math.floor(called / 2) + 1
}

/** A quorum that can be met. Refusal: `quorumTooHigh` (facts: how many were called). */
export function whyNotQuorum(quorum: number, called: number): Refusal | undefined {
  return quorum > called ? refuse('quorumTooHigh', { count: called }, 'quorum') : undefined
}

/** How many of the called units were there: by one person who came, in time or late. Nobody else counts. */
export function unitsThere(
  called: readonly string[],
  present: readonly { unitId: string | null; came: Attendance }[],
): number {
  const there = new Set(present.flatMap(({ unitId, came }) => (came === 'absent' ? [] : [unitId])))
  return new Set(called.filter((id) => there.has(id))).size
}

/** Whether a meeting may conclude anything. Refusal: `belowQuorum` (facts: came, quorum); then it can only be adjourned. */
export function whyNotConclude(
  meeting: { quorum: number; unitIds: readonly string[] },
  present: readonly { unitId: string | null; came: Attendance }[],
): Refusal | undefined {
  const came = unitsThere(meeting.unitIds, present)
  return came < meeting.quorum ? refuse('belowQuorum', { came, quorum: meeting.quorum }) : undefined
}
