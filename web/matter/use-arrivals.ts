import { useEffect, useState } from 'react'
import { playChime } from '#web/lib/chime.ts'
import { readPreferences } from '#web/lib/preferences.ts'

type Seen = {
  list: string
  joined: string
  known: ReadonlySet<string>
  last: string | undefined
  fresh: ReadonlySet<string>
  told: number
  times: number
}

/** What is new in a list against what was seen of it before. Rows loaded further down are not new. */
export function seenNext(before: Seen | undefined, list: string, ids: readonly string[]): Seen {
  const joined = ids.join()
  const last = ids.at(-1)
  if (before?.list !== list)
    return { list, joined, known: new Set(ids), last, fresh: new Set(), told: 0, times: before?.times ?? 0 }
  const end = before.last === undefined ? -1 : ids.indexOf(before.last)
  const arrived = ids.filter((id, index) => !before.known.has(id) && (end < 0 || index < end))
  const known = new Set([...before.known, ...ids])
  if (arrived.length === 0) return { ...before, joined, known, last }
  const fresh = new Set([...before.fresh, ...arrived])
  return { list, joined, known, last, fresh, told: arrived.length, times: before.times + 1 }
}

/** Marks rows that came into a list while it was looked at, until they are opened. In: which list, its ids (undefined while loading), the opened one. */
export function useArrivals(
  list: string,
  ids: readonly string[] | undefined,
  opened: string | undefined,
): { fresh: ReadonlySet<string>; told: number } {
  const [seen, setSeen] = useState<Seen>()
  if (ids && (seen?.list !== list || seen.joined !== ids.join())) setSeen(seenNext(seen, list, ids))
  else if (seen && opened !== undefined && seen.fresh.has(opened))
    setSeen({ ...seen, fresh: new Set([...seen.fresh].filter((id) => id !== opened)) })
  const times = seen?.times ?? 0
  useEffect(() => {
    if (times > 0 && readPreferences().hasSound) playChime()
  }, [times])
  return { fresh: seen?.fresh ?? new Set(), told: seen?.told ?? 0 }
}
