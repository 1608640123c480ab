import type { ClockKind } from '../matter/clocks.ts'

/** What matters are stuck in: columns of the board, each with the running clocks that put a matter there once they are late. */
export const stuckColumns = {
  sorting: { clocks: ['accept', 'dispatch'] },
  returned: { clocks: [] },
  signing: { clocks: ['sign'] },
  handling: { clocks: ['contact', 'handle'] },
  held: { clocks: ['hold'] },
  deciding: { clocks: ['approve', 'reopen'] },
  revisiting: { clocks: ['verify', 'revisit'] },
  /** Not by a clock of the matter: an instrument of supervision waits for an answer whose day is over. */
  answering: { clocks: [] },
} as const satisfies Record<string, { clocks: readonly ClockKind[] }>
export type StuckColumn = keyof typeof stuckColumns
export const stuckColumnNames = Object.keys(stuckColumns) as StuckColumn[]

/** Counting a column stops here; the screen then says "1 000+". */
export const stuckCap = 1000
