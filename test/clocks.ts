import { sql } from 'kysely'
import { openDatabase, openPool } from '#server/db/pool.ts'
import { inScope, scopeOf } from '#server/db/scope.ts'
import type { ClockRow } from '#server/db/tables.gen.ts'
import { clockFacts, derived } from '#server/matter/clock-rows.ts'
import { getProfile, getRules, rulesUnder } from '#server/org/rules.ts'

type Row = ClockRow & { number: string; profile_version: number }

/**
 * What is wrong with the running clocks of some matters: one whose due time is not what its facts give, one whose mark has
 * passed untold for longer than four rounds of the worker.
 */
export async function listWrongClocks(
  url: string,
  district: number,
  matters: readonly string[],
): Promise<{ running: number; wrong: string[] }> {
  const pool = openPool(url, 2)
  try {
    return await inScope(
      openDatabase(pool),
      scopeOf({ kind: 'system', districtId: district }),
      async (tx) => {
        const { rows } = await sql<Row>`select c.*, m.number, m.profile_version from clock c
          join matter m on m.district_id = c.district_id and m.id = c.matter_id
          where c.stopped_at is null and c.matter_id = any (${matters}::uuid[])`.execute(tx)
        const rules = await getRules(tx, district)
        const wrong: string[] = []
        for (const clock of rows) {
          const profile = await getProfile(tx, district, clock.profile_version)
          const under = rulesUnder(rules, profile, clock.profile_version)
          const fresh = derived(clockFacts(clock), under, clock.told)
          if (fresh.due_at !== clock.due_at || fresh.next_at !== clock.next_at)
            wrong.push(`${clock.number} ${clock.kind}: due ${clock.due_at}, not ${fresh.due_at}`)
          if (clock.next_at !== null && clock.next_at < Date.now() - 20_000)
            wrong.push(`${clock.number} ${clock.kind}: a mark passed untold`)
        }
        return { running: rows.length, wrong }
      },
    )
  } finally {
    await pool.end()
  }
}
