import type { StaffActor } from '../actor.ts'
import { dayOf, type Instant } from '../calendar/days.ts'
import { addWorkingDays, type Calendar } from '../calendar/working-days.ts'
import { type Refusal, refuse } from '../refusal.ts'

import { isLineVerb, type Side, type WhistleVerb, whistleMoves } from './moves.ts'
import { type Line, type Mark, type Rating, ratedThings, type Whistle } from './whistle.ts'
import { isAt } from './who.ts'

type Guard = (whistle: Whistle, line: Line | undefined) => Refusal | undefined

/** What a verb asks beyond its row in the table: what may be done once is not done twice. */
const guards: Partial<Record<WhistleVerb, Guard>> = {
  object: (_, line) => (line?.objection ? refuse('objectedOnce') : undefined),
  sendBack: (_, line) => (line && line.sentBackAt !== null ? refuse('sentBackOnce') : undefined),
  rate: (_, line) =>
    line?.rating
      ? refuse('whistleRated')
      : line?.outcome === 'confirmed'
        ? undefined
        : refuse('whistleNotNow'),
  rateBack: (_, line) =>
    line?.ratedBack
      ? refuse('whistleRated')
      : line?.outcome === 'calledOff'
        ? refuse('whistleNotNow')
        : undefined,
  upgrade: ({ upgradedAt }) => (upgradedAt === null ? undefined : refuse('whistleUpgraded')),
  misuse: ({ misusedAt }) => (misusedAt === null ? undefined : refuse('whistleMisused')),
}

/**
 * Why somebody may not do this with a whistle, or with one line of it, now. Whether they see it at all is asked before
 * (`maySee`). Refusals: `notFound` (no such line), `notYours`, `whistleNotNow`, `objectedOnce`, `sentBackOnce`, `whistleRated`,
 * `whistleUpgraded`, `whistleMisused`.
 */
export function whyNotWhistle(
  verb: WhistleVerb,
  whistle: Whistle,
  line: Line | undefined,
  actor: StaffActor,
): Refusal | undefined {
  const { by, from }: { by: Side; from: readonly string[] } = whistleMoves[verb]
  if (isLineVerb(verb) && (line === undefined || whistle.soundedAt === null)) return refuse('notFound')
  if (!isAt(by, whistle, line, actor)) return refuse('notYours')
  const stands = isLineVerb(verb) ? (line?.step ?? 'ended') : whistle.state
  if (!from.includes(stands)) return refuse('whistleNotNow')
  return guards[verb]?.(whistle, line)
}

/** Why a plan may not reach until a day: `planPast`, `planTooFar` (fact: the working days it may take at most). */
export function whyNotPlan(
  until: string,
  /** Working days it may reach ahead by the profile of the whistle. */
  days: number,
  calendar: Calendar,
  now: Instant,
): Refusal | undefined {
  const today = dayOf(now)
  if (until < today) return refuse('planPast', undefined, 'until')
  return until > addWorkingDays(calendar, today, days) ? refuse('planTooFar', { days }, 'until') : undefined
}

/** Why a rating may not stand so: whoever is not content says why. Refusal: `missingField`. */
export function whyNotRate(rating: Rating, reason: string | undefined): Refusal | undefined {
  const isBad = ratedThings.some((thing) => rating[thing] === ('unsatisfied' satisfies Mark))
  return isBad && !reason ? refuse('missingField', { field: 'reason' }, 'reason') : undefined
}

/** Why a department may not say so of a whistle: whoever calls it inaccurate says why. Refusal: `missingField`. */
export function whyNotRateBack(accurate: boolean, reason: string | undefined): Refusal | undefined {
  return !accurate && !reason ? refuse('missingField', { field: 'reason' }, 'reason') : undefined
}
