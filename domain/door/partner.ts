import type { Day } from '../calendar/days.ts'
import type { Channel } from '../matter/matter.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** The channels another system may speak for; the others are doors of our own. */
export const partnerChannels = [
  'hotline',
  'board',
  'neighbourhood',
  'police',
  'court',
  'petition',
  'department',
] as const satisfies readonly Channel[]
export type PartnerChannel = (typeof partnerChannels)[number]

/** What a partner may do: bring orders and what is added to them, and read how its own stand. */
export const partnerScopes = ['orders.write', 'orders.read'] as const
export type PartnerScope = (typeof partnerScopes)[number]

/** Two, so that a new key is in use before the old one is revoked. */
const keysAtOnce = 2

/** Why a key opens nothing, or `good`. The partner is not told which: a stranger would learn from it. */
export const keyStates = ['good', 'revoked', 'notYet', 'expired'] as const
export type KeyState = (typeof keyStates)[number]

type Span = { validFrom: Day; validTo: Day | null }

/** The state of a key on a day. In: whether it was revoked, first and last day of its partner, the day in China. */
export function keyState(
  { isRevoked, validFrom, validTo }: Span & { isRevoked: boolean },
  today: Day,
): KeyState {
  if (isRevoked) return 'revoked'
  if (today < validFrom) return 'notYet'
  return validTo !== null && today > validTo ? 'expired' : 'good'
}

/** Whether a partner may get one more key. In: how many of its keys are not revoked. Refusal: `tooManyKeys` (facts: max). */
export function whyNotKey(unrevoked: number): Refusal | undefined {
  return unrevoked < keysAtOnce ? undefined : refuse('tooManyKeys', { max: keysAtOnce })
}

/** Whether the days of a partner are in order. Refusal: `badSpan` (facts: the first day), field `validTo`. */
export function whyNotSpan({ validFrom, validTo }: Span): Refusal | undefined {
  return validTo !== null && validTo < validFrom
    ? refuse('badSpan', { day: validFrom }, 'validTo')
    : undefined
}

/** Requests a key may make in a minute; a system that polls every order of a street needs far fewer. */
export const requestsPerMinute = 600

/** What a key has used of its present minute. Instants in milliseconds. */
export type Pace = { since: number; count: number }

/**
 * Counts one more request. In: the pace before, if any, and the instant. Out: the pace after, and the whole seconds to
 * wait where this one is too many (0: it may go on).
 */
export function paced(before: Pace | undefined, now: number): { pace: Pace; waitSeconds: number } {
  const isOver = before === undefined || now - before.since >= 60_000 || now < before.since
  const pace = isOver ? { since: now, count: 1 } : { since: before.since, count: before.count + 1 }
  const left = Math.max(1, Math.ceil((pace.since + 60_000 - now) / 1000))
  return { pace, waitSeconds: pace.count > requestsPerMinute ? left : 0 }
}
