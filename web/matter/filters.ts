import { type Channel, channels, type State, states } from '#domain/matter/matter.ts'
import { type Verb, verbs } from '#domain/matter/moves.ts'

/** What the address bar says of a list beside its box, and which form stands open. */
export type Filters = {
  q?: string | undefined
  state?: State | undefined
  channel?: Channel | undefined
  late?: '1' | undefined
  sort?: 'due' | 'new' | undefined
  do?: Verb | undefined
}

/** Reads the filters out of an address; what it does not know is left out. */
export function readFilters(search: Record<string, unknown>): Filters {
  const filters: Filters = {}
  const { q, state, channel, late, sort, do: verb } = search
  // the router reads digits alone as a number
  if ((typeof q === 'string' && q !== '') || typeof q === 'number') filters.q = String(q).slice(0, 100)
  if (states.includes(state as State)) filters.state = state as State
  if (channels.includes(channel as Channel)) filters.channel = channel as Channel
  if (String(late) === '1') filters.late = '1'
  if (sort === 'new' || sort === 'due') filters.sort = sort
  if (verbs.includes(verb as Verb)) filters.do = verb as Verb
  return filters
}
