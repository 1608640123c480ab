import { addDays, dayOf } from '#domain/calendar/days.ts'
import type { Database } from '../db/pool.ts'
import { inScope, scopeOf } from '../db/scope.ts'
import { type Rounds, repeat } from '../jobs/repeat.ts'
import { listDistricts } from '../org/queries.ts'
import { anchorDay, listWaiting, mayLengthen, sealLog } from './store.ts'

type Sealer = { db: Database; clock: () => number }

const everyMs = 5_000

/** Seals what waits in the logs of every district, each batch in a transaction of its own. Out: how many rows. */
export async function sealRound({ db, clock }: Sealer): Promise<number> {
  let total = 0
  for (const district of await listDistricts(db)) {
    for (;;) {
      const sealed = await inScope(db, scopeOf({ kind: 'system', districtId: district }), async (tx) => {
        const waiting = await listWaiting(tx, district)
        if (waiting.length === 0 || !(await mayLengthen(tx, district))) return 0
        let count = 0
        for (const log of waiting) count += await sealLog(tx, district, log, clock())
        return count
      })
      total += sealed
      if (sealed === 0) break
    }
  }
  return total
}

/** Writes the anchor of yesterday (China time) for every district that has none yet. Out: how many were written. */
export async function anchorRound({ db, clock }: Sealer): Promise<number> {
  const yesterday = addDays(dayOf(clock()), -1)
  let written = 0
  for (const district of await listDistricts(db)) {
    const isNew = await inScope(db, scopeOf({ kind: 'system', districtId: district }), async (tx) =>
      (await mayLengthen(tx, district)) ? anchorDay(tx, district, yesterday, clock()) : false,
    )
    if (isNew) written++
  }
  return written
}

/** Seals every five seconds, beside the rounds over the clocks: a long backlog must not keep a limit from being told. */
export function startSealing(sealer: Sealer, onFault: (fault: unknown) => void): Rounds {
  let anchoredOn = ''
  return repeat(
    async () => {
      await sealRound(sealer)
      const today = dayOf(sealer.clock())
      if (today === anchoredOn) return
      await anchorRound(sealer)
      anchoredOn = today
    },
    everyMs,
    onFault,
  )
}
