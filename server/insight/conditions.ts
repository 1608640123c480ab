import { type RawBuilder, sql } from 'kysely'
import { addDays, startOfDay } from '#domain/calendar/days.ts'
import { type Fact, factTable } from '#domain/insight/facts.ts'
import type { Span } from '#domain/insight/periods.ts'
import { uncounted } from '#domain/matter/matter.ts'
import type { Tx } from '../db/scope.ts'

// The SQL twins of domain/insight/facts.ts, over a matter called m.

type Condition = RawBuilder<unknown>

/** Whether any number counts it: not what was joined into another matter or was none at all (domain `uncounted`). */
export const isCounted: Condition = sql`coalesce(m.closure_kind, '') <> all (${[...uncounted]})`

/**
 * The rest of the transaction reads by index: what is counted lies in the days of a period, and the cost has to follow the
 * period, not the age of the district, also where the planner takes a filter for rarer than it is.
 */
export const readByIndex = (tx: Tx) => sql`set local enable_seqscan = off`.execute(tx)

/** The rest of the transaction keeps the plan of a statement whatever its values are: for those whose plan is dearer than their rows. */
export const keepPlan = (tx: Tx) => sql`set local plan_cache_mode = force_generic_plan`.execute(tx)

/** Whether a running clock is past its due time; the column follows the clock that ends first. */
export const isLate = (now: number): Condition =>
  sql`coalesce(m.due_at, 'infinity'::timestamptz) < ${new Date(now)}`

const isNearing = (now: number): Condition => sql`not (${isLate(now)}) and exists (select from clock c
  where c.district_id = m.district_id and c.matter_id = m.id and c.stopped_at is null and c.warn_at < ${new Date(now)})`

/** `met`, `late` or null. A scalar subquery, so that the clocks are looked up matter by matter and never read as a whole. */
export const clockStanding = (kind: 'contact' | 'handle', now: number): Condition =>
  sql`(select case when bool_or(c.outcome = 'late' or c.outcome is null) then 'late' when count(*) > 0 then 'met' end from clock c
    where c.district_id = m.district_id and c.matter_id = m.id and c.kind = ${sql.lit(kind)}
      and (c.outcome in ('met', 'late') or c.outcome is null and c.due_at < ${new Date(now)}))`

/** Past its due time, past its warning, or null; of an open matter. */
export const dueStanding = (now: number): Condition =>
  sql`case when ${isLate(now)} then 'late' when ${isNearing(now)} then 'nearing' end`

const isAskable = sql`m.closure_kind not in ('withdrawn', 'notAccepted')`
const isUnanswered = sql`${isAskable} and m.solved is null`
const isAnswered = sql`${isAskable} and m.solved is not null`

const isSettled = sql`m.closure_kind in ('resolved', 'agreed')`

/** Whether a grid handled it last. A scalar subquery: the units are few and looked up one by one. */
export const byGrid: Condition = sql`coalesce((select u.kind = 'grid' from unit u where u.district_id = m.district_id and u.id = m.handling_id), false)`

export const factHolds: Record<Fact, (now: number) => Condition> = {
  received: () => sql`true`,
  contactCounted: (now) => sql`${clockStanding('contact', now)} is not null`,
  contactMet: (now) => sql`${clockStanding('contact', now)} = 'met'`,
  handleCounted: (now) => sql`${clockStanding('handle', now)} is not null`,
  handleMet: (now) => sql`${clockStanding('handle', now)} = 'met'`,
  open: () => sql`m.state <> 'closed'`,
  late: (now) => sql`m.state <> 'closed' and ${isLate(now)}`,
  nearing: (now) => sql`m.state <> 'closed' and ${isNearing(now)}`,
  closed: () => sql`m.state = 'closed'`,
  answered: () => isAnswered,
  solved: () => sql`${isAnswered} and m.solved`,
  rated: () => sql`${isAnswered} and m.satisfied is not null`,
  satisfied: () => sql`${isAnswered} and m.satisfied = 'satisfied'`,
  basically: () => sql`${isAnswered} and m.satisfied = 'basically'`,
  notReached: () => sql`${isUnanswered} and m.revisit_tries > 0`,
  notAsked: () => sql`${isUnanswered} and m.revisit_tries = 0 and m.has_contact`,
  noContact: () => sql`${isUnanswered} and m.revisit_tries = 0 and not m.has_contact`,
  settled: () => isSettled,
  stayed: () => sql`m.passed_up = '{}'`,
  keptGrid: () => sql`${isSettled} and m.centre_level = 'community' and ${byGrid}`,
  keptCommunity: () => sql`${isSettled} and m.centre_level = 'community'`,
  keptStreet: () => sql`${isSettled} and m.centre_level <> 'district'`,
}

/** Whether the instant a fact is of lies in these days, midnight to midnight in China. Facts of now have no period. */
export function isWithinDays(fact: Fact, { from, to }: Partial<Span>): Condition {
  const { basis } = factTable[fact]
  if (basis === 'now') return sql`true`
  const at = basis === 'closed' ? sql`m.closed_at` : sql`m.received_at`
  const bounds = [
    ...(from ? [sql`${at} >= ${new Date(startOfDay(from))}`] : []),
    ...(to ? [sql`${at} < ${new Date(startOfDay(addDays(to, 1)))}`] : []),
  ]
  return bounds.length > 0 ? sql.join(bounds, sql` and `) : sql`true`
}
