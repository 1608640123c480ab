import { type RawBuilder, sql } from 'kysely'
import type { ListQuery } from '#contract/list.ts'
import type { StaffActor } from '#domain/actor.ts'
import { groupFrom, type ListedFlag } from '#domain/matter/flags.ts'
import { reachOf } from '#domain/org/grants.ts'
import { parentPath } from '#domain/org/tree.ts'
import { gramsOf, isWhole, queryText, wholeText } from '#domain/search/grams.ts'
import { isFollowed } from '../follow/queries.ts'
import { factHolds, isCounted, isLate, isWithinDays } from '../insight/conditions.ts'
import type { Named } from './list-names.ts'

type Condition = RawBuilder<unknown>

/** What waits for a centre; closed where reopening was asked for. */
const waitingForCentre = sql.raw(
  ['received', 'accepted', 'returned', 'submitted', 'revisiting', 'closed'].map((s) => `'${s}'`).join(', '),
)

/** Held by one of a person's units. Of most there is one: its index has the matters in the order of what is due. */
function isHeldBy(units: readonly string[]): Condition {
  return units.length === 1 ? sql`m.holder_id = ${units[0]}` : sql`m.holder_id = any (${[...units]}::uuid[])`
}

const unitsOf = (actor: StaffActor) => actor.seats.map((s) => s.unitId)

/** The units whose turn is mine: those I handle for, or else all. */
function handledBy(actor: StaffActor): string[] {
  const handled = actor.seats.filter((s) => reachOf(s, 'matter.handle') !== undefined)
  return handled.length > 0 ? handled.map((s) => s.unitId) : unitsOf(actor)
}

const gridsOf = (actor: StaffActor) =>
  actor.seats.filter((s) => s.unitKind === 'grid' && reachOf(s, 'matter.accept') !== undefined)

/** Whether a box is what a single unit holds, so that one plan is right for every unit: its index has it in order. */
export const isOfOneUnit = (actor: StaffActor, box: ListQuery['box']): boolean =>
  (box === 'mine' && handledBy(actor).length === 1) ||
  (box === 'pool' && actor.seats.length === 1 && gridsOf(actor).length === 0)

/** The condition of a box. `mine`: my units' turn; `pool`: what my centre has to sort, check or ask about. */
export function boxHolds(actor: StaffActor, box: ListQuery['box']): Condition {
  const units = unitsOf(actor)
  if (box === 'mine') return sql`${isHeldBy(handledBy(actor))} and m.state <> 'closed'`
  if (box === 'pool') {
    // A centre sorts what it holds; a grid worker sees at once what happens in the grid and its own
    // community has to sort, whoever holds it.
    const mine = [
      isHeldBy(units),
      ...gridsOf(actor).map(
        (s) =>
          sql`(starts_with(m.place_path, ${s.servesPath}) and starts_with(${s.unitPath}, m.centre_path))`,
      ),
    ]
    return sql`(m.state <> 'closed' or m.reopen_asked) and m.state in (${waitingForCentre}) and (${sql.join(mine, sql` or `)})`
  }
  if (box === 'followed') return isFollowed(actor)
  if (box === 'all' || box === 'recent') return sql`true`
  if (box === 'request') {
    const areas = actor.seats
      .filter((s) => reachOf(s, 'matter.approve') !== undefined)
      .map((s) => {
        // A second look is for who stands above the area that denied it (domain/matter/why-not).
        const isAbove =
          parentPath(s.servesPath) === s.servesPath
            ? sql``
            : sql`and m.request->'again'->>'from' <> ${s.servesPath}`
        return sql`(starts_with(m.centre_path, ${s.servesPath}) and (m.request->'again' is null
          or starts_with(m.request->'again'->>'from', ${s.servesPath}) ${isAbove}))`
      })
    const isOthers = sql`m.request->'again'->>'by' is distinct from ${actor.accountId}`
    return areas.length === 0
      ? sql`false`
      : sql`m.request is not null and ${isOthers} and (${sql.join(areas, sql` or `)})`
  }
  // Not `= district`, as for the search: the rows are found by the table that no policy of matters reads through.
  if (box === 'assist')
    return sql`m.state <> 'closed' and m.id in (select matter_id from matter_assistant t
      where t.district_id = any (${[actor.districtId]}) and t.unit_id = any (${units}::uuid[]))`
  return box === 'closed' ? sql`m.state = 'closed'` : sql`m.state <> 'closed'`
}

/** The SQL twins of `flagsOf`, written as the partial indexes have them. */
const flagHolds: Record<ListedFlag, Condition> = {
  group: sql`m.appeals >= ${sql.lit(groupFrom)}`,
  returned: sql`m.returned_by <> '{}' and m.state <> 'closed'`,
  reopened: sql`m.reopenings > 0`,
  reopenAsked: sql`m.reopen_asked`,
  awaitingPerson: sql`m.question_open`,
  unhappy: sql`(m.satisfied = 'unsatisfied' or not m.solved)`,
}

/**
 * Every condition of a list over a matter called m; the second lock decides beside them what the reader may see. What is one
 * of a few words stands in the text, so that a plan is kept for each of them.
 */
export function listConditions(actor: StaffActor, query: ListQuery, named: Named, now: number): Condition[] {
  const conditions = [sql`m.district_id = ${actor.districtId}`, boxHolds(actor, query.box)]
  if (query.state) conditions.push(sql`m.state = ${sql.lit(query.state)}`)
  if (query.channel) conditions.push(sql`m.channel = ${sql.lit(query.channel)}`)
  if (query.kind) conditions.push(sql`m.kind = ${sql.lit(query.kind)}`)
  if (query.category) conditions.push(sql`m.category_code = any (${[...named.codes]}::text[])`)
  if (query.urgency) conditions.push(sql`m.urgency = ${sql.lit(query.urgency)}`)
  if (query.level) conditions.push(sql`m.level = ${sql.lit(query.level)}`)
  // A unit that was never there holds nothing: the list is empty and says why.
  if (query.place)
    conditions.push(
      named.placePath === null ? sql`false` : sql`starts_with(m.place_path, ${named.placePath})`,
    )
  if (query.holder) conditions.push(sql`m.holder_id = ${query.holder}`)
  if (query.handler) conditions.push(sql`m.handler_id = ${named.handlerId}`)
  if (query.flag) conditions.push(flagHolds[query.flag])
  if (query.late) conditions.push(isLate(now))
  if (query.fact) conditions.push(isCounted, factHolds[query.fact](now))
  if (query.from || query.to) conditions.push(isWithinDays(query.fact ?? 'received', query))
  if (query.closureKind) conditions.push(sql`m.closure_kind = ${query.closureKind}`)
  const typed = query.q?.trim() ?? ''
  if (typed !== '') conditions.push(searched(actor.districtId, typed))
  return conditions
}

/** The grams of what is searched for, each as it stands in the text; undefined where it is a number, or one sign that begins many. */
export function wholeGrams(typed: string | undefined): string[] | undefined {
  const grams = typed === undefined || numberOf(typed) !== undefined ? [] : gramsOf(typed)
  return grams.length > 0 && grams.every(isWhole) ? grams : undefined
}

/** Whether all of these grams stand in the text of a matter called m, asked of each matter by itself. */
export const holdsGrams = (grams: readonly string[]): Condition =>
  sql`(select t.grams @@ ${grams.map(wholeText).join(' & ')}::tsquery from matter_text t
    where t.district_id = m.district_id and t.matter_id = m.id)`

/** A number as it may be typed: the day, at least five digits of running number, a check digit. Undefined: it is none. */
export function numberOf(typed: string): string | undefined {
  const number = typed.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}-?\d{5,}-?\d$/.test(number)) return undefined
  const digits = number.replaceAll('-', '')
  return `${digits.slice(0, 6)}-${digits.slice(6, -1)}-${digits.slice(-1)}`
}

/** A number finds its matter; words find what was said and where. */
export function searched(district: number, typed: string): Condition {
  const number = numberOf(typed)
  if (number !== undefined) return sql`m.number = ${number}`
  const grams = queryText(typed)
  if (grams === undefined) return sql`false`
  // Not `= district`: the planner would make it one with the policy's own condition, and then keep the index from a match
  // that might leak.
  return sql`m.id in (select matter_id from matter_text t where t.district_id = any (${[district]}) and t.grams @@ ${grams}::tsquery)`
}
