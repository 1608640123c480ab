/** How far the clock of the machine may run ahead of its own ticking before it is not believed (milliseconds). */
const mostAheadMs = 60_000
/** After so long it is believed all the same: a machine that slept, or whose clock was set right (milliseconds). */
const doubtMs = 10 * 60_000

export type SteadyClock = {
  now(): number
  /** How far the machine claims to be ahead while that is not believed; 0 otherwise (milliseconds). */
  aheadMs(): number
}

/**
 * The clock by which the worker tells that limits have passed, sends and forgets. A clock that is set an hour ahead by
 * mistake would declare half a street late and forget what is still needed, and none of that can be taken back; so a leap
 * ahead is not followed for ten minutes, in which time goes on by the ticking of the machine. A step back is followed at once.
 */
export function steadyClock(
  wall: () => number = () => Date.now(),
  ticks: () => number = () => performance.now(),
): SteadyClock {
  let base = wall() - ticks()
  let doubtedAt: number | undefined
  const look = (): number => {
    const ahead = wall() - ticks() - base
    if (ahead > mostAheadMs) {
      doubtedAt ??= ticks()
      if (ticks() - doubtedAt < doubtMs) return ahead
    }
    base += ahead
    doubtedAt = undefined
    return 0
  }
  return {
    now() {
      look()
      return Math.round(base + ticks())
    },
    aheadMs: look,
  }
}
