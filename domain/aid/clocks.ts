import { type Instant, instantAt } from '../calendar/days.ts'
import { type Calendar, closeOf } from '../calendar/working-days.ts'
import { dueAt, overAt, warnAt } from '../matter/due.ts'
import type { Marks } from '../whistle/clocks.ts'
import type { Aid, AidLine } from './aid.ts'
import { type AidLimitedStep, aidLimits, farOverShare, limitOfStep } from './limits.ts'

export type AidGiven = { calendar: Calendar; warnShare: number }

const none: Marks = { warn: null, due: null, over: null }

function marksSince(startedAt: Instant, step: AidLimitedStep, { calendar, warnShare }: AidGiven): Marks {
  const facts = { startedAt, limit: aidLimits[step], pauses: [], extensions: [] }
  return {
    warn: warnAt(facts, calendar, warnShare),
    due: dueAt(facts, calendar),
    over: overAt(facts, calendar, farOverShare),
  }
}

/** Work planned for a day is due when business ends that day, or the day itself where it was planned after that. */
function planMarks(line: AidLine, { calendar, warnShare }: AidGiven): Marks {
  if (line.planOn === null) return none
  const close = closeOf(calendar, line.planOn)
  const due = close > line.since ? close : instantAt(line.planOn, 1440)
  const span = Math.max(due - line.since, 0)
  return {
    warn: line.since + Math.round(span * warnShare),
    due,
    over: due + span * (farOverShare - 1),
  }
}

/** The marks of what is to be done with a line; none once it has ended. Limits: `aidLimits`; arithmetic: Civil Code arts 201 and 203. */
export function aidLineMarks(line: AidLine, given: AidGiven): Marks {
  if (line.step === null) return none
  return line.step === 'finish'
    ? planMarks(line, given)
    : marksSince(line.since, limitOfStep[line.step], given)
}

/** The marks of what the centre or the orderer has to do with the order itself; none while it lies with those who were asked. */
export function aidMarks(aid: Pick<Aid, 'state' | 'since'>, given: AidGiven): Marks {
  if (aid.state === 'posted') return marksSince(aid.since, 'dispatch', given)
  return aid.state === 'sentBack' ? marksSince(aid.since, 'again', given) : none
}
