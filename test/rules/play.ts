import { addDays, dayOf, type Instant, instantAt } from '#domain/calendar/days.ts'
import { publishedYears } from '#domain/calendar/holidays.ts'
import { addWorkingDays, type Calendar, calendarOf, closeOf } from '#domain/calendar/working-days.ts'
import { type ClockKind, isTry, limitFor, outcomeOf, startedBy } from '#domain/matter/clocks.ts'
import { dueAt } from '#domain/matter/due.ts'
import { after, type Payloads } from '#domain/matter/effects.ts'
import type { Matter } from '#domain/matter/matter.ts'
import { moveOf, type Verb } from '#domain/matter/moves.ts'
import type { Circumstances } from '#domain/matter/why-not.ts'
import type { Target } from '#domain/org/targets.ts'
import { levelOf } from '#domain/org/tree.ts'
import { defaultProfile } from '#domain/profile/profile.ts'
import { units } from './scene.ts'

export const calendar: Calendar = calendarOf({
  days: Object.values(publishedYears).flatMap((year) => year.days),
  years: Object.keys(publishedYears).map((year) => [Number(year), 'official'] as const),
  hours: defaultProfile.officeHours,
  version: 1,
})

/** A Monday morning. */
export const monday: Instant = instantAt('2026-03-02', 9 * 60)

/** `days` calendar days after the Monday morning. */
export function later(days: number): Instant {
  return instantAt(addDays('2026-03-02', days), 9 * 60)
}

/** The clock of handling that a matter has since its dispatch, where nothing else is known of its clocks. */
function clocksOf(matter: Matter): RunningClock[] {
  const startedAt = matter.dispatchedAt
  if (startedAt === null || !['dispatched', 'handling'].includes(matter.state)) return []
  const limit = limitFor(defaultProfile.limits, 'handle', matter)
  return [
    { kind: 'handle', startedAt, dueAt: dueAt({ startedAt, limit, pauses: [], extensions: [] }, calendar) },
  ]
}

/** What the guards look at, under the default profile and the published holidays. */
export function circumstancesAt(
  matter: Matter,
  now: Instant,
  running: readonly RunningClock[] = clocksOf(matter),
): Circumstances {
  const handle = running.find(({ kind }) => kind === 'handle')
  const { dispatchedAt } = matter
  const { returnWorkDays } = defaultProfile
  const lastDay =
    dispatchedAt === null ? undefined : addWorkingDays(calendar, dayOf(dispatchedAt), returnWorkDays)
  return {
    now,
    profile: defaultProfile,
    returnUntil: lastDay === undefined ? null : closeOf(calendar, lastDay),
    reviewUntil:
      matter.denied && closeOf(calendar, addWorkingDays(calendar, dayOf(matter.denied.at), returnWorkDays)),
    handle: handle && { dueAt: matter.held ? null : handle.dueAt },
  }
}

/** What a voice from a stairwell brings; every fact may be given otherwise. */
export function voice(facts: Partial<Payloads['receive']> = {}, centre: Target = units.community) {
  return {
    kind: 'request',
    urgency: 'normal',
    channel: 'qr',
    categoryCode: null,
    level: levelOf(centre),
    title: '楼道灯不亮',
    words: '三单元楼道灯坏了，晚上很黑。',
    placeText: units.building.name,
    placePath: units.building.path,
    centreId: centre.id,
    centrePath: centre.path,
    profileVersion: 1,
    sensitive: false,
    needToKnow: [],
    hasContact: true,
    ...facts,
  } satisfies Payloads['receive']
}

/** A new matter. */
export function born(facts: Partial<Payloads['receive']> = {}, centre?: Target): Matter {
  const payload = voice(facts, centre)
  return after(undefined, { verb: 'receive', matterId: 'matter:1', at: monday, actorId: null, payload })
}

export function dispatchTo(unit: Target): Payloads['dispatch'] {
  return { unitId: unit.id, unitPath: unit.path, level: levelOf(unit) }
}

export const triaged: Payloads['triage'] = {
  title: '楼道灯不亮',
  kind: 'request',
  categoryCode: 'S0101',
  urgency: 'normal',
}

export type Step = readonly [verb: Verb, payload?: unknown, actorId?: string, at?: Instant]

/** The matter after some moves, without asking whether they are allowed. */
export function played(matter: Matter, ...steps: Step[]): Matter {
  return steps.reduce(
    (m, [verb, payload = {}, actorId = 'somebody', at = monday]) =>
      after(m, { verb, matterId: m.id, at, actorId, payload }),
    matter,
  )
}

export type RunningClock = { kind: ClockKind; startedAt: Instant; dueAt: Instant | null }

/** Turns the clocks as a move does. In: those running, the move, the matter after it. Out: those running then, and how others ended. */
export function turned(
  running: readonly RunningClock[],
  [verb, payload]: Step,
  next: Matter,
  now: Instant,
): { running: RunningClock[]; ended: { kind: ClockKind; outcome: string }[] } {
  const { stops = [] } = moveOf(verb)
  const ending = isTry(verb, payload) ? [] : running.filter(({ kind }) => stops.includes(kind))
  const fresh = startedBy(verb, next).map((kind) => ({ kind, startedAt: now }))
  const left = running.filter((clock) => !ending.includes(clock))
  return {
    // What runs on runs under the facts as they are now.
    running: [...left, ...fresh].map(({ kind, startedAt }) => {
      const limit = limitFor(defaultProfile.limits, kind, next)
      return { kind, startedAt, dueAt: dueAt({ startedAt, limit, pauses: [], extensions: [] }, calendar) }
    }),
    ended: ending.map(({ kind, dueAt: due }) => ({ kind, outcome: outcomeOf(kind, verb, due, now) })),
  }
}
