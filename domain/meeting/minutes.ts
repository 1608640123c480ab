import { type Refusal, refuse } from '../refusal.ts'
import type { Attendance, Meeting } from './meeting.ts'
import { whyNotConclude } from './quorum.ts'

/** What the minutes hold of one item, as far as rules look at it. */
export type ItemMinutes = {
  no: number
  said: string
  conclusion: string
  /** Whether the item's matter is neither need-to-know nor destroyed. */
  isPlain: boolean
  /** Of a matter that is need-to-know: who may know. */
  needToKnow: readonly string[]
  tasks: readonly { unitId: string; accountId: string | null; dueOn: string }[]
}

type Present = readonly { unitId: string | null; came: Attendance }[]

/**
 * Whether minutes may be put down so. Refusals: `belowQuorum` (they conclude something and too few units came), `ownerNotCalled`
 * (a task for a unit that was neither called nor called the meeting), `taskSecret` (of a need-to-know matter for somebody who may
 * not know), `dueBeforeMeeting` (facts: the item).
 */
export function whyNotRecord(
  meeting: Pick<Meeting, 'quorum' | 'unitIds' | 'unitId'>,
  day: string,
  present: Present,
  items: readonly ItemMinutes[],
): Refusal | undefined {
  const concludes = items.some(({ conclusion, tasks }) => conclusion !== '' || tasks.length > 0)
  const few = concludes ? whyNotConclude(meeting, present) : undefined
  if (few) return few
  for (const { no, tasks, isPlain, needToKnow } of items)
    for (const { unitId, accountId, dueOn } of tasks) {
      if (unitId !== meeting.unitId && !meeting.unitIds.includes(unitId))
        return refuse('ownerNotCalled', { no }, 'unitId')
      if (!isPlain && (accountId === null || !needToKnow.includes(accountId)))
        return refuse('taskSecret', { no }, 'accountId')
      if (dueOn < day) return refuse('dueBeforeMeeting', { no }, 'dueOn')
    }
  return undefined
}

/**
 * Whether the chair may confirm: enough units came, and each item says what was concluded or who does what. Refusals:
 * `belowQuorum`, `minutesMissing` (facts: the first item that says nothing).
 */
export function whyNotConfirm(
  meeting: Pick<Meeting, 'quorum' | 'unitIds'>,
  present: Present,
  items: readonly Pick<ItemMinutes, 'no' | 'conclusion' | 'tasks'>[],
): Refusal | undefined {
  const empty = items.find(({ conclusion, tasks }) => conclusion === '' && tasks.length === 0)
  return whyNotConclude(meeting, present) ?? (empty && refuse('minutesMissing', { no: empty.no }))
}
