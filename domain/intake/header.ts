import { headJoint, proposeMapping } from './columns.ts'

/** Rows looked at for the headings: titles, notes and merged heads stand above them. */
export const headRows = 15

/** Proposes columns for a row of headings; work orders unless another kind of workbook is meant. */
type Propose = (
  row: readonly string[],
  remembered: Readonly<Record<string, string>>,
) => { columns: readonly { reason: string }[] }

/** Where the headings stand. Rows count from 1; `headers` by column, the two lines of a two-line head joined by `/`. */
export type Head = { firstRow: number; lastRow: number; headers: string[] }

/**
 * How much a row looks like headings: two points for a known or remembered name, one for a name that only ends so.
 * Below 3 it is no head. In: the cells of a row, what was remembered.
 */
export function headerScore(
  row: readonly string[],
  remembered: Readonly<Record<string, string>> = {},
  propose: Propose = proposeMapping,
): number {
  return propose(row, remembered).columns.reduce((sum, { reason }) => sum + (reason === 'ending' ? 1 : 2), 0)
}

/**
 * Two lines as one head. A merged cell has its text only in its first column, so the upper heading reaches to the right
 * as long as the lower line goes on and the upper one is empty; one with nothing below it stands alone.
 */
export function joinHeads(upper: readonly string[], lower: readonly string[]): string[] {
  const width = Math.max(upper.length, lower.length)
  const heads: string[] = []
  let group = ''
  for (let column = 0; column < width; column++) {
    const over = (upper[column] ?? '').trim()
    const under = (lower[column] ?? '').trim()
    if (over) group = over
    heads.push(group && under ? `${group}${headJoint}${under}` : over || under)
    if (!under) group = ''
  }
  return heads
}

/**
 * Finds the headings among the first rows. In: rows from row 1 on (an empty row is []), what was remembered.
 * Out: the best row or pair of rows, of equals the upper, the single one; undefined where nothing looks like headings.
 */
export function findHeader(
  rows: readonly (readonly string[])[],
  remembered: Readonly<Record<string, string>> = {},
  propose: Propose = proposeMapping,
): Head | undefined {
  let best: Head | undefined
  let bestScore = 2
  rows.slice(0, headRows).forEach((row, at) => {
    const single = headerScore(row, remembered, propose)
    if (single > bestScore) {
      bestScore = single
      best = { firstRow: at + 1, lastRow: at + 1, headers: [...row] }
    }
    const below = rows[at + 1]
    if (!below?.length) return
    const headers = joinHeads(row, below)
    const double = headerScore(headers, remembered, propose)
    // a pair has to beat its own lower line too, else a title above the headings would be taken for a group
    if (double > bestScore && double > headerScore(below, remembered, propose)) {
      bestScore = double
      best = { firstRow: at + 1, lastRow: at + 2, headers }
    }
  })
  return best
}
