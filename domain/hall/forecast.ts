/** Minutes, from and to. */
export type Forecast = { from: number; to: number }

/** Fewer cases than these of today tell nothing. */
export const forecastFrom = 5

/** The value a share of the sorted values lies under. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

const step = 5

/**
 * How long the next one will wait, in steps of five minutes: from the middle half of today's service times, the number of
 * people ahead and of windows that call. In: service times of today in minutes. Out: undefined under five cases.
 */
export function forecastOf(
  serviceMinutes: readonly number[],
  ahead: number,
  windows: number,
): Forecast | undefined {
  if (serviceMinutes.length < forecastFrom) return undefined
  const sorted = serviceMinutes.toSorted((a, b) => a - b)
  const rounds = (people: number, share: number) => (people * quantile(sorted, share)) / Math.max(1, windows)
  const from = Math.floor(rounds(ahead, 0.25) / step) * step
  const to = Math.max(Math.ceil(rounds(ahead + 1, 0.75) / step) * step, from + step)
  return { from, to }
}
