/** A count that stops at a cap and says so: 999+, 1 000+. */
export function cappedCount(count: number, cap: number): string {
  return count > cap ? `${cap.toLocaleString('en').replaceAll(',', '\u202f')}+` : String(count)
}
