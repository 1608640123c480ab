import { isCalendarDay } from '#domain/calendar/days.ts'
import { type Fact, facts } from '#domain/insight/facts.ts'
import {
  type Channel,
  type ClosureKind,
  channels,
  closureKinds,
  type State,
  states,
} from '#domain/matter/matter.ts'
import { type Verb, verbs } from '#domain/matter/moves.ts'
import { type Level, levels } from '#domain/org/roles.ts'

/** What the address bar says of a list beside its box, and which form stands open. */
export type Filters = {
  q?: string | undefined
  state?: State | undefined
  channel?: Channel | undefined
  late?: '1' | undefined
  /** What a number counts, of which days and lines: set by the link that the number is. */
  fact?: Fact | undefined
  from?: string | undefined
  to?: string | undefined
  closureKind?: ClosureKind | undefined
  level?: Level | undefined
  sort?: 'due' | 'new' | undefined
  do?: Verb | undefined
}

/** Reads the filters out of an address; what it does not know is left out. */
export function readFilters(search: Record<string, unknown>): Filters {
  const filters: Filters = {}
  const { q, state, channel, late, fact, from, to, closureKind, level, sort, do: verb } = search
  // the router reads digits alone as a number
  if ((typeof q === 'string' && q !== '') || typeof q === 'number') filters.q = String(q).slice(0, 100)
  if (states.includes(state as State)) filters.state = state as State
  if (channels.includes(channel as Channel)) filters.channel = channel as Channel
  if (String(late) === '1') filters.late = '1'
  if (facts.includes(fact as Fact)) filters.fact = fact as Fact
  if (typeof from === 'string' && isCalendarDay(from)) filters.from = from
  if (typeof to === 'string' && isCalendarDay(to)) filters.to = to
  if (closureKinds.includes(closureKind as ClosureKind)) filters.closureKind = closureKind as ClosureKind
  if (levels.includes(level as Level)) filters.level = level as Level
  if (sort === 'new' || sort === 'due') filters.sort = sort
  if (verbs.includes(verb as Verb)) filters.do = verb as Verb
  return filters
}

/** No filter at all; the order stays. */
export const noFilters: Filters = {
  ...{ q: undefined, state: undefined, channel: undefined, late: undefined, fact: undefined },
  ...{ from: undefined, to: undefined, closureKind: undefined, level: undefined },
}

/** Whether anything is left out of the list. */
export function isFiltered(filters: Filters): boolean {
  return Object.keys(noFilters).some((key) => filters[key as keyof Filters] !== undefined)
}
