import { useEffect, useRef, useState } from 'react'
import { playChime } from '#web/lib/chime.ts'
import { readPreferences } from '#web/lib/preferences.ts'

type Arrivals = { fresh: ReadonlySet<string>; told: number }

/**
 * Marks rows that came into a list while it was being looked at, until they are opened. In: what list it is, the ids now
 * shown (undefined while loading), the opened one. Rows further down that are loaded later are not new.
 */
export function useArrivals(
  list: string,
  ids: readonly string[] | undefined,
  opened: string | undefined,
): Arrivals {
  const known = useRef<{ list: string; ids: Set<string>; last: string | undefined }>(undefined)
  const [arrivals, setArrivals] = useState<Arrivals>({ fresh: new Set(), told: 0 })
  const joined = ids?.join()

  useEffect(() => {
    if (ids === undefined) return
    const before = known.current
    const lastKnown = before?.list === list && before.last !== undefined ? ids.indexOf(before.last) : -1
    known.current = {
      list,
      ids: new Set([...(before?.list === list ? before.ids : []), ...ids]),
      last: ids.at(-1),
    }
    if (before?.list !== list) {
      setArrivals({ fresh: new Set(), told: 0 })
      return
    }
    const arrived = ids.filter((id, index) => !before.ids.has(id) && (lastKnown < 0 || index < lastKnown))
    if (arrived.length === 0) return
    setArrivals(({ fresh }) => ({ fresh: new Set([...fresh, ...arrived]), told: arrived.length }))
    if (readPreferences().hasSound) playChime()
  }, [list, joined])

  useEffect(() => {
    if (opened === undefined) return
    setArrivals((now) =>
      now.fresh.has(opened) ? { ...now, fresh: new Set([...now.fresh].filter((id) => id !== opened)) } : now,
    )
  }, [opened])
  return arrivals
}
