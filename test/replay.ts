import { sql } from 'kysely'
import { expect } from 'vitest'
import { after } from '#domain/matter/effects.ts'
import type { Matter } from '#domain/matter/matter.ts'
import type { Verb } from '#domain/matter/moves.ts'
import { openDatabase, openPool } from '#server/db/pool.ts'
import { inScope, scopeOf } from '#server/db/scope.ts'
import type { MatterActionRow, MatterRow } from '#server/db/tables.gen.ts'
import { findBreak } from '#server/matter/history.ts'
import { matterOf } from '#server/matter/rows.ts'
import { district } from './factory.ts'

export type History = { row: MatterRow; actions: MatterActionRow[] }

/** Every matter of the district with its actions in order, as the product reads them. */
export async function listHistories(url: string): Promise<History[]> {
  const pool = openPool(url, 2)
  const system = scopeOf({ kind: 'system', districtId: district })
  const [matters, actions] = await inScope(openDatabase(pool), system, async (tx) => [
    await sql<MatterRow>`select * from matter order by number`.execute(tx),
    await sql<MatterActionRow>`select * from matter_action order by matter_id, seq`.execute(tx),
  ])
  await pool.end()
  const byMatter = Map.groupBy(actions.rows, (action) => action.matter_id)
  return matters.rows.map((row) => ({ row, actions: byMatter.get(row.id) ?? [] }))
}

/** What a history tells when it is played from the beginning. */
export function replay(actions: readonly MatterActionRow[]): Matter | undefined {
  let matter: Matter | undefined
  for (const { verb, matter_id: matterId, at, actor_id: actorId, payload } of actions)
    matter = after(matter, { verb: verb as Verb, matterId, at, actorId, payload })
  return matter
}

/** Replayed, every history gives the columns; chained, none has a break; and each ends where the matter stands. */
export function expectToHold(histories: readonly History[]): void {
  for (const { row, actions } of histories) {
    expect(replay(actions), row.number).toEqual(matterOf(row))
    expect(findBreak(actions), row.number).toBeUndefined()
    expect(actions.at(-1), row.number).toMatchObject({
      seq: row.last_seq,
      hash: row.last_hash,
      state: row.state,
    })
  }
}
