import { setTimeout as sleep } from 'node:timers/promises'

export type Rounds = { stop(): Promise<void> }

/**
 * Does a piece of work again and again with a rest between, until stopped; what fails is told and tried again. Work that answers
 * `more` is gone on with at once.
 */
export function repeat(
  work: () => Promise<unknown>,
  restMs: number,
  onFault: (fault: unknown) => void,
): Rounds {
  const ending = new AbortController()
  const going = (async () => {
    while (!ending.signal.aborted) {
      if ((await work().catch(onFault)) === 'more') continue
      await sleep(restMs, undefined, { signal: ending.signal }).catch(() => {})
    }
  })()
  return {
    async stop() {
      ending.abort()
      await going
    },
  }
}
