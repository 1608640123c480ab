/** A count that stops at a cap and says so: 999+. */
export function cappedCount(count: number, cap: number): string {
  return count > cap ? `${cap}+` : String(count)
}
