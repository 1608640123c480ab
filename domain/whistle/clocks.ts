import { type Day, type Instant, instantAt } from '../calendar/days.ts'
import { type Calendar, closeOf } from '../calendar/working-days.ts'
import { type ClockFacts, dueAt, overAt, warnAt } from '../matter/due.ts'
import type { WhistleKind, WhistleLimits } from './limits.ts'
import type { Line, LineStep, Whistle } from './whistle.ts'

/** The marks of the step to be done: when it nears its limit, when it is late, when it is far over. All null while it stands still. */
export type Marks = { warn: Instant | null; due: Instant | null; over: Instant | null }
const still: Marks = { warn: null, due: null, over: null }

/** The calendar as it stands, and of the profile the whistle began with: its limits, when a step is near one and when far over it. */
export type Given = { calendar: Calendar; warnShare: number; farShare: number; limits: WhistleLimits }

/** The first three steps run from the call and stand still while an objection waits; the others run from the step before. */
const runFromCall: ReadonlySet<LineStep> = new Set(['sign', 'contact', 'arrive'])

/** The instant by which work planned until a day is due: when business ends that day, or the end of the day where it was planned after that. */
function planDue(until: Day, since: Instant, calendar: Calendar): Instant {
  const close = closeOf(calendar, until)
  return close > since ? close : instantAt(until, 1440)
}

function marksOf(facts: ClockFacts, { calendar, warnShare, farShare }: Given): Marks {
  return {
    warn: warnAt(facts, calendar, warnShare),
    due: dueAt(facts, calendar),
    over: overAt(facts, calendar, farShare),
  }
}

/**
 * The marks of one step of a line. In: the line, the kind of its whistle, and what its marks are reckoned with. Limits: the profile; arithmetic: Civil Code arts 201 and 203 by `domain/matter/due`.
 */
export function stepMarks(line: Line, step: LineStep, kind: WhistleKind, given: Given): Marks {
  if (step === 'finish') {
    if (line.planUntil === null) return still
    const due = planDue(line.planUntil, line.since, given.calendar)
    const span = Math.max(due - line.since, 0)
    return {
      warn: line.since + Math.round(span * given.warnShare),
      due,
      over: due + span * (given.farShare - 1),
    }
  }
  const isFromCall = runFromCall.has(step)
  const facts = {
    startedAt: isFromCall ? line.calledAt : line.since,
    limit: given.limits[step][kind],
    pauses: isFromCall ? line.pauses : [],
    extensions: [],
  }
  return marksOf(facts, given)
}

/** The marks of whatever is to be done now with a line; none once it has ended. */
export function lineMarks(line: Line, kind: WhistleKind, given: Given): Marks {
  return line.step === null ? still : stepMarks(line, line.step, kind, given)
}

/** The marks of the second approval of a hard whistle; none for any other. */
export function approvalMarks(whistle: Whistle, given: Given): Marks {
  if (whistle.state !== 'waiting') return still
  const limit = given.limits.approve[whistle.kind]
  return marksOf({ startedAt: whistle.askedAt, limit, pauses: [], extensions: [] }, given)
}

/** How a step stands by its marks: `near` its limit, `late` (yellow), more than twice the time `far` (red). A step taken at its due time is not late. */
export const latenesses = ['fine', 'near', 'late', 'far'] as const
export type Lateness = (typeof latenesses)[number]

/** How late something is at an instant. In: its marks; null: stands still and is fine. */
export function latenessAt({ warn, due, over }: Marks, now: Instant): Lateness {
  if (over !== null && now > over) return 'far'
  if (due !== null && now > due) return 'late'
  return warn !== null && now > warn ? 'near' : 'fine'
}
