import { refuse } from '#domain/refusal.ts'
import { Refused } from './refused.ts'

/**
 * Lets so many in at once; the others wait in line, and a line too long is refused as `tooBusy`. A request that holds a
 * connection may need a second one for a moment (the next block of numbers): if requests could take them all, each would
 * wait for the others.
 */
export function turnstile(places: number, longest: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = places
  const line: (() => void)[] = []
  return async (work) => {
    if (free > 0) free--
    else if (line.length < longest) await new Promise<void>((go) => line.push(go))
    else throw new Refused(refuse('tooBusy', { seconds: 5 }))
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next) next()
      else free++
    }
  }
}
