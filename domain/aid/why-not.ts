import { addDays, type Day, dayOf, type Instant } from '../calendar/days.ts'
import { addWorkingDays, type Calendar } from '../calendar/working-days.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Aid, AidLine, AidRating } from './aid.ts'
import { aidRatedThings } from './aid.ts'
import { aidPlanDaysMost, neededDaysMost } from './limits.ts'
import { type AidSide, type AidVerb, aidMoves, isAidLineVerb } from './moves.ts'
import { type Hand, isAtAid } from './who.ts'

/** What a verb asks beyond its row in the table: what may be done once is not done twice. */
function guard(
  verb: AidVerb,
  aid: Aid,
  line: AidLine | undefined,
  lines: readonly AidLine[],
  districtId: number,
): Refusal | undefined {
  if (verb === 'notDone' && line && line.sentBackAt !== null) return refuse('aidNotDoneOnce')
  if (verb === 'passUp' && aid.centrePath === `/${districtId}/`) return refuse('aidPassedUp')
  const isToConfirm = lines.some(({ step }) => step === 'confirm')
  return verb === 'withdraw' && isToConfirm ? refuse('aidToConfirm') : undefined
}

/**
 * Why somebody may not do this with an order for help, or with one of its lines, now. Whether they see it at all is asked before
 * (`maySeeAid`). Refusals: `notFound` (no such line), `notYours`, `aidNotNow`, `aidNotDoneOnce`, `aidPassedUp`, `aidToConfirm`.
 */
export function whyNotAid(
  verb: AidVerb,
  aid: Aid,
  { line, lines }: { line?: AidLine | undefined; lines: readonly AidLine[] },
  hand: Hand,
): Refusal | undefined {
  const { by, from }: { by: AidSide; from: readonly string[] } = aidMoves[verb]
  if (isAidLineVerb(verb) && line === undefined) return refuse('notFound')
  if (!isAtAid(by, aid, line, hand)) return refuse('notYours')
  const stands = isAidLineVerb(verb) ? (line?.step ?? 'ended') : aid.state
  if (!from.includes(stands)) return refuse('aidNotNow')
  return guard(verb, aid, line, lines, hand.actor.districtId)
}

/** Why work may not be planned for a day: `aidDayGone`, `planTooFar` (fact: the working days it may take at most). */
export function whyNotAidPlan(on: Day, calendar: Calendar, now: Instant): Refusal | undefined {
  const today = dayOf(now)
  if (on < today) return refuse('aidDayGone', undefined, 'on')
  const days = aidPlanDaysMost
  return on > addWorkingDays(calendar, today, days) ? refuse('planTooFar', { days }, 'on') : undefined
}

/** Why help may not be asked for by a day: `aidDayGone`, `aidTooFar` (fact: the days ahead at most). */
export function whyNotNeededBy(by: Day, now: Instant): Refusal | undefined {
  const today = dayOf(now)
  if (by < today) return refuse('aidDayGone', undefined, 'neededBy')
  const days = neededDaysMost
  return by > addDays(today, days) ? refuse('aidTooFar', { days }, 'neededBy') : undefined
}

/** Why a rating may not stand so: whoever is not content says why. Refusal: `missingField`. */
export function whyNotRateAid(rating: AidRating, reason: string | undefined): Refusal | undefined {
  const isBad = aidRatedThings.some((thing) => rating[thing] === 'unsatisfied')
  return isBad && !reason ? refuse('missingField', { field: 'reason' }, 'reason') : undefined
}
