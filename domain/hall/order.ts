/** A number that waits. `lineAt`: since when it stands in line; a booking from its slot on (epoch milliseconds). */
export type InLine = {
  id: string
  /** The running number of the day, where two took theirs in the same instant. */
  number: number
  lineAt: number
  /** Marked by staff, or booked for a slot that has come. */
  isFavoured: boolean
  /** Came back after an absence: when so many calls of the day have been made. */
  afterCalls: number | null
}

/** How many calls the hall has made today, and whether the last of those in line was favoured. */
export type LineState = { calls: number; wasFavoured: boolean }

/** After how many others somebody who was absent and came back is called. */
export const soonAfter = 2

const byLine = (a: InLine, b: InLine) => a.lineAt - b.lineAt || a.number - b.number || (a.id < b.id ? -1 : 1)

/**
 * The order in which numbers are called. First come, first called; the favoured and the others take turns, so that neither
 * lane can starve the other; who was absent comes after the next two. In: those who wait for anybody, in any order, and what
 * the hall did so far. Calling the first leaves the rest in the same order.
 */
export function lineOf<T extends InLine>(waiting: readonly T[], state: LineState): T[] {
  const lane = (isFavoured: boolean) =>
    waiting.filter((t) => t.afterCalls === null && t.isFavoured === isFavoured).toSorted(byLine)
  const [favoured, ordinary] = [lane(true), lane(false)]
  const line: T[] = []
  for (let last = state.wasFavoured; favoured.length + ordinary.length > 0; ) {
    const isFavoured = ordinary.length === 0 || (!last && favoured.length > 0)
    const next = (isFavoured ? favoured : ordinary).shift()
    if (next) line.push(next)
    last = isFavoured
  }
  const back = waiting
    .filter((t) => t.afterCalls !== null)
    .toSorted((a, b) => (a.afterCalls ?? 0) - (b.afterCalls ?? 0) || byLine(a, b))
  let free = 0
  for (const one of back) {
    const index = Math.max((one.afterCalls ?? 0) - state.calls, free)
    line.splice(index, 0, one)
    free = index + 1
  }
  return line
}

/** The hall after it has called this one. */
export function afterCall(called: InLine, { calls, wasFavoured }: LineState): LineState {
  return { calls: calls + 1, wasFavoured: called.afterCalls === null ? called.isFavoured : wasFavoured }
}
