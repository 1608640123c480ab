import type { Level } from '../org/roles.ts'
import type { Limit } from './due.ts'
import type { Channel, Hold, Kind, Matter, Urgency } from './matter.ts'
import { moveOf, type Verb } from './moves.ts'

export const clockKinds = [
  'accept',
  'dispatch',
  'sign',
  'contact',
  'handle',
  'verify',
  'revisit',
  'reopen',
  'approve',
  'hold',
] as const
export type ClockKind = (typeof clockKinds)[number]

export const clockOutcomes = ['met', 'late', 'dropped'] as const
/** How a clock ended. `dropped`: stopped by something other than the work it measured (a withdrawal, a return before the limit). */
export type ClockOutcome = (typeof clockOutcomes)[number]

/** One line of a district's deadlines: the conditions that must all hold, and the limit. The first line that fits counts. */
export type LimitRule = {
  clock: ClockKind
  level?: Level
  kind?: Kind
  urgency?: Urgency
  channel?: Channel
  limit: Limit
  /** Whose practice or which rule it follows, for the reader. */
  source?: string
}

/** What decides the limit of a clock. */
export type LimitFacts = {
  level: Level
  kind: Kind
  urgency: Urgency
  channel: Channel
  held?: Hold | null
}

/** The first line of a profile whose conditions all hold for a clock; undefined where none does. */
export function ruleFor(
  rules: readonly LimitRule[],
  clock: ClockKind,
  facts: LimitFacts,
): LimitRule | undefined {
  return rules.find(
    (r) =>
      r.clock === clock &&
      (r.level ?? facts.level) === facts.level &&
      (r.kind ?? facts.kind) === facts.kind &&
      (r.urgency ?? facts.urgency) === facts.urgency &&
      (r.channel ?? facts.channel) === facts.channel,
  )
}

/**
 * The limit of a clock under a profile's lines: the first line whose conditions all hold.
 * Every profile ends in an unconditional line for each clock (checked when a profile is saved); a missing one is a fault.
 * How long a hold may last was said when it was granted, in calendar days; the profile's line only bounds it.
 */
export function limitFor(rules: readonly LimitRule[], clock: ClockKind, facts: LimitFacts): Limit {
  if (clock === 'hold' && facts.held) return { amount: facts.held.days, unit: 'days' }
  const rule = ruleFor(rules, clock, facts)
  if (!rule) throw new Error(`profile has no limit for ${clock}`)
  return rule.limit
}

/**
 * How a clock ends when a move stops it. In: what it measured, the stopping verb, when it was due and the instant.
 * A clock past its due time is late whatever stopped it, so lateness is frozen with the unit that held it.
 */
export function outcomeOf(clock: ClockKind, verb: string, dueAt: number | null, now: number): ClockOutcome {
  if (dueAt !== null && now > dueAt) return 'late'
  return measures[clock].includes(verb) ? 'met' : 'dropped'
}

/**
 * How many marks of a clock (warning, due, far over) count as told after its limit changed: those told before, as far as
 * they have passed under the new limit too; what lies ahead again is told anew. In: how many were told, the new marks in
 * order, the instant.
 */
export function stillTold(told: number, marks: readonly (number | null)[], now: number): number {
  return Math.min(told, marks.filter((at) => at !== null && at <= now).length)
}

/** The clocks that a move starts: those of its row, but no first contact where nobody left a way to be reached. */
export function startedBy(verb: Verb, next: Pick<Matter, 'hasContact'>): ClockKind[] {
  return (moveOf(verb).starts ?? []).filter((kind) => kind !== 'contact' || next.hasContact)
}

/** Whether a move was only a try that did not reach the person: it stops no clock. In: the verb and what was handed in. */
export function isTry(verb: string, input: unknown): boolean {
  return verb === 'contact' && (input as { how?: unknown }).how === 'unreached'
}

/** The verbs by which the work a clock measures is done. */
const measures: Record<ClockKind, readonly string[]> = {
  accept: ['accept', 'refuse', 'escalate', 'handDown', 'merge'],
  dispatch: ['dispatch', 'rule', 'refuse', 'escalate', 'handDown', 'merge'],
  sign: ['sign', 'return'],
  contact: ['contact'],
  handle: ['submit'],
  verify: ['verify', 'redo'],
  revisit: ['close', 'redo'],
  reopen: ['reopen', 'keepClosed'],
  approve: ['grantHold', 'grantExtend', 'deny', 'void'],
  hold: ['resume', 'submit'],
}

/**
 * How much a limit grows by an extension that was granted. In: the measure of the limit, what was asked for: hours where it
 * counts minutes, else its own days. Out: the amount in the measure of the limit.
 */
export function grownBy(measure: Limit['unit'], amount: number): number {
  return measure === 'minutes' || measure === 'workMinutes' ? amount * 60 : amount
}

/** Which running clocks stand still while a matter is held: the limits of the unit that handles it. */
export const pausable: readonly ClockKind[] = ['contact', 'handle']
