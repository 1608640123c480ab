/** The rows from one to another, both within, whichever stands first; the second alone where the first is gone. */
export function rangeOf<R extends { id: string }>(rows: readonly R[], from: string, to: string): R[] {
  const [a, b] = [rows.findIndex((row) => row.id === from), rows.findIndex((row) => row.id === to)]
  if (b < 0) return []
  return a < 0 ? rows.slice(b, b + 1) : rows.slice(Math.min(a, b), Math.max(a, b) + 1)
}
