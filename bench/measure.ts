/** The value below which a share of the sorted samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export const median = (samples: readonly number[]) => percentile(samples, 0.5)
export const round = (value: number, digits = 1) => Math.round(value * 10 ** digits) / 10 ** digits

export type Rate = { perSecond: number; p50: number; p99: number }

/** Runs `once` from `lanes` lanes until `count` are done. Out: the rate and the times of a single one, in milliseconds. */
export async function drive(
  lanes: number,
  count: number,
  once: (index: number, lane: number) => Promise<void>,
): Promise<Rate> {
  const times: number[] = []
  let next = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      while (next < count) {
        const index = next++
        const from = performance.now()
        await once(index, lane)
        times.push(performance.now() - from)
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  return { perSecond: count / seconds, p50: median(times), p99: percentile(times, 0.99) }
}
