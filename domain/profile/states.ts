import type { ClockKind } from '../matter/clocks.ts'
import type { State } from '../matter/matter.ts'
import { moveOf, verbs } from '../matter/moves.ts'

/** Where a matter may stand by the table of moves: its state, and the clocks that run then. */
export type Standing = { state: State; clocks: ReadonlySet<ClockKind> }

const keyOf = ({ state, clocks }: Standing) => `${state} ${[...clocks].sort().join(' ')}`

/** Everything that the moves can lead to from the birth of a matter on, whoever does them and whatever their guards say. */
function allStandings(): Standing[] {
  const { to, starts = [] } = moveOf('receive')
  const born: Standing = { state: to as State, clocks: new Set(starts) }
  const found = new Map([[keyOf(born), born]])
  // what is added while it is walked is walked too
  for (const standing of found.values())
    for (const verb of verbs) {
      const move = moveOf(verb)
      if (!move.from.includes(standing.state)) continue
      const left = [...standing.clocks].filter((clock) => !move.stops?.includes(clock))
      const next: Standing = {
        state: move.to === 'same' ? standing.state : move.to,
        clocks: new Set([...left, ...(move.starts ?? [])]),
      }
      if (!found.has(keyOf(next))) found.set(keyOf(next), next)
    }
  return [...found.values()]
}

/** Every standing that the table of moves can lead to, worked out once. */
export const standings: readonly Standing[] = allStandings()

/** The states in which a clock may run: where its limit is missing, matters would wait there without a time. */
export function statesTimedBy(clock: ClockKind): State[] {
  return [...new Set(standings.filter(({ clocks }) => clocks.has(clock)).map(({ state }) => state))]
}
