/** Wrong passwords or codes of one login from one source. */
export type Tried = { failed: number; lastAt: number; until: number | null }

/**
 * Where somebody knocks from. A device on which the account has signed in before has a budget of its own, so that nobody
 * elsewhere can use it up; any other address has one for each login; and all such addresses together share a larger one,
 * against many that try a little each.
 */
export type SourceKind = 'device' | 'address' | 'everywhere'

const minuteMs = 60_000

/** Wrong ones before each wait, the first wait and the longest; each wait is twice the one before. */
const budgets: Record<SourceKind, { each: number; first: number; longest: number }> = {
  device: { each: 5, first: 5 * minuteMs, longest: 60 * minuteMs },
  address: { each: 5, first: 5 * minuteMs, longest: 60 * minuteMs },
  everywhere: { each: 50, first: 5 * minuteMs, longest: 60 * minuteMs },
}

const longestWaitMs = Math.max(...Object.values(budgets).map(({ longest }) => longest))

/** What is forgotten of a source after so long without a wrong one. */
export const forgetMs = 24 * 60 * minuteMs

/** A source after one more wrong password or code: waits grow, and none is for ever. */
export function afterFailure(kind: SourceKind, before: Tried | undefined, now: number): Tried {
  const { each, first, longest } = budgets[kind]
  const known = before && now - before.lastAt < forgetMs ? before.failed : 0
  const failed = known + 1
  const wait = failed % each === 0 ? Math.min(first * 2 ** (failed / each - 1), longest) : undefined
  return { failed, lastAt: now, until: wait === undefined ? null : now + wait }
}

/**
 * How many minutes are left to wait before any of the sources may be tried again; undefined: none. A wait that ends later than any
 * may was written while a clock was wrong, and holds nobody.
 */
export function minutesLeft(tried: readonly (Tried | undefined)[], now: number): number | undefined {
  const ends = tried.map((one) => one?.until ?? 0).filter((until) => until - now <= longestWaitMs)
  const until = Math.max(0, ...ends)
  return until > now ? Math.ceil((until - now) / minuteMs) : undefined
}
