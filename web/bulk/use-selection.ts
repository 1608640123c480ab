import { useState } from 'react'
import type { MatterRow } from '#contract/matter.ts'
import { rangeOf } from './range.ts'

export type Chosen = Pick<MatterRow, 'id' | 'number' | 'title'>

export type Selection = {
  isOn: boolean
  chosen: ReadonlyMap<string, Chosen>
  /** Turns choosing on or off; off forgets what was chosen. */
  turn: (isOn: boolean) => void
  toggle: (row: Chosen, rows: readonly Chosen[], isRange: boolean) => void
  all: (rows: readonly Chosen[]) => void
  clear: () => void
}

/** What is chosen in a list. `key`: which list it is; another one begins with nothing chosen. */
export function useSelection(key: string): Selection {
  const blank = { key, isOn: false, chosen: new Map<string, Chosen>(), last: undefined as string | undefined }
  const [kept, setKept] = useState(blank)
  const state = kept.key === key ? kept : { ...blank, isOn: kept.isOn }
  const put = (change: Partial<typeof blank>) => setKept({ ...state, ...change })
  return {
    isOn: state.isOn,
    chosen: state.chosen,
    turn: (isOn) => setKept({ ...blank, isOn }),
    toggle(row, rows, isRange) {
      const chosen = new Map(state.chosen)
      const wasChosen = chosen.has(row.id)
      const touched = isRange && state.last !== undefined ? rangeOf(rows, state.last, row.id) : [row]
      for (const one of touched) {
        if (wasChosen) chosen.delete(one.id)
        else chosen.set(one.id, one)
      }
      put({ isOn: true, chosen, last: row.id })
    },
    all: (rows) =>
      put({ isOn: true, chosen: new Map([...state.chosen, ...rows.map((row) => [row.id, row] as const)]) }),
    clear: () => put({ chosen: new Map(), last: undefined }),
  }
}
