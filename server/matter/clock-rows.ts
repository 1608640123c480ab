import { type ClockKind, grownBy, limitFor, outcomeOf, pausable, stillTold } from '#domain/matter/clocks.ts'
import { type ClockFacts, dueAt, type Limit, overAt, warnAt } from '#domain/matter/due.ts'
import type { Matter } from '#domain/matter/matter.ts'
import type { Verb } from '#domain/matter/moves.ts'
import type { ClockRow } from '../db/tables.gen.ts'
import { newId } from '../ids.ts'
import type { Rules } from '../org/rules.ts'

/** The facts of a clock out of its row. */
export function clockFacts(row: ClockRow): ClockFacts {
  return {
    startedAt: row.started_at,
    limit: { amount: row.amount, unit: row.measure as ClockFacts['limit']['unit'] },
    pauses: row.pauses as ClockFacts['pauses'],
    extensions: row.extensions as ClockFacts['extensions'],
  }
}

/** What is derived from a clock's facts under the calendar as it stands. */
export function derived(facts: ClockFacts, rules: Rules, told: number) {
  const warn = warnAt(facts, rules.calendar, rules.profile.warnShare)
  const due = dueAt(facts, rules.calendar)
  const over = overAt(facts, rules.calendar, rules.profile.overShare)
  return {
    calendar_version: rules.calendar.version,
    warn_at: warn,
    due_at: due,
    over_at: over,
    next_at: [warn, due, over][told] ?? null,
  }
}

type Start = { rules: Rules; now: number; byLimit: Map<Limit, ReturnType<typeof derived>> }
let latest: Start | undefined

/** What is derived of a clock at its start: hundreds of one import start at the same instant under the same limit. */
function derivedAtStart(limit: Limit, rules: Rules, now: number) {
  if (latest?.rules !== rules || latest.now !== now) latest = { rules, now, byLimit: new Map() }
  const known =
    latest.byLimit.get(limit) ?? derived({ startedAt: now, limit, pauses: [], extensions: [] }, rules, 0)
  latest.byLimit.set(limit, known)
  return known
}

/** A clock that starts now with the unit that holds the matter. */
export function newClock(
  district: number,
  kind: ClockKind,
  matter: Matter,
  rules: Rules,
  now: number,
): ClockRow {
  const limit = limitFor(rules.profile.limits, kind, matter)
  return {
    district_id: district,
    id: newId(now),
    matter_id: matter.id,
    kind,
    unit_id: matter.holderId,
    started_at: now,
    amount: limit.amount,
    measure: limit.unit,
    pauses: [],
    extensions: [],
    ...derivedAtStart(limit, rules, now),
    told: 0,
    stopped_at: null,
    outcome: null,
    shifts: [],
  }
}

/** A running clock under the limit of changed facts, counted from the start it had; undefined where the limit is the same. */
export function relimited(row: ClockRow, matter: Matter, rules: Rules, now: number): ClockRow | undefined {
  const limit = limitFor(rules.profile.limits, row.kind as ClockKind, matter)
  if (limit.amount === row.amount && limit.unit === row.measure) return undefined
  return rederived({ ...row, amount: limit.amount, measure: limit.unit }, rules, now)
}

/** A running clock whose facts have changed: its marks anew, and of what was told only what has passed under them too. */
export function rederived(row: ClockRow, rules: Rules, now: number): ClockRow {
  const times = derived(clockFacts(row), rules, 0)
  const marks = [times.warn_at, times.due_at, times.over_at]
  const told = stillTold(row.told, marks, now)
  return { ...row, ...times, told, next_at: marks[told] ?? null }
}

/**
 * What a decided request or a resumption does to a running clock; undefined: nothing. In: the clock, the verb, the matter
 * before it. A hold stands since it was asked for, an extension grows the limit of handling.
 */
export function decided(
  row: ClockRow,
  verb: Verb,
  before: Matter,
  rules: Rules,
  now: number,
): ClockRow | undefined {
  const { request } = before
  const { pauses, extensions } = clockFacts(row)
  const isPausable = pausable.includes(row.kind as ClockKind)
  if (verb === 'grantHold' && request && isPausable)
    return rederived({ ...row, pauses: [...pauses, { fromAt: request.at, toAt: null }] }, rules, now)
  if (verb === 'resume' && isPausable)
    return rederived(
      { ...row, pauses: pauses.map((pause) => ({ ...pause, toAt: pause.toAt ?? now })) },
      rules,
      now,
    )
  if (verb === 'grantExtend' && request?.kind === 'extend' && row.kind === 'handle')
    return rederived(
      {
        ...row,
        extensions: [
          ...extensions,
          { amount: grownBy(row.measure as Limit['unit'], request.amount), at: now },
        ],
      },
      rules,
      now,
    )
  return undefined
}

/** How a running clock ends by a verb; lateness stays with the unit that had it. */
export function stopped(row: ClockRow, verb: string, now: number) {
  return { stopped_at: now, next_at: null, outcome: outcomeOf(row.kind as ClockKind, verb, row.due_at, now) }
}
