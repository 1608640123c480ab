import { sql } from 'kysely'
import type { StaffActor } from '#domain/actor.ts'
import { maySeeAid } from '#domain/aid/who.ts'
import type { Database } from '../db/pool.ts'
import { blankScope, inScope } from '../db/scope.ts'
import type { AidLineRow, AidRow } from '../db/tables.gen.ts'
import { aidLineOf, aidOf } from './rows.ts'

/**
 * Who is told that an order changed. Which matters are kept from whom is asked where the page is read; here it is only that
 * something changed. Out: undefined where there is no such order.
 */
export function findAidReach(
  db: Database,
  district: number,
  id: string,
): Promise<((actor: StaffActor) => boolean) | undefined> {
  return inScope(db, blankScope(district), async (tx) => {
    const { rows } =
      await sql<AidRow>`select * from aid where district_id = ${district} and id = ${id}`.execute(tx)
    const [row] = rows
    if (!row) return undefined
    const { rows: lines } = await sql<AidLineRow>`select * from aid_line
      where district_id = ${district} and aid_id = ${id}`.execute(tx)
    const { rows: workers } = await sql<{
      account_id: string
      team_id: string
    }>`select m.account_id, m.team_id
      from team_member m join team t on t.district_id = m.district_id and t.id = m.team_id and t.ended_at is null
      where m.district_id = ${district} and m.team_id = any (${row.asked_teams}::uuid[]) and m.out_at is null`.execute(
      tx,
    )
    const all = lines.map(aidLineOf)
    return (actor) => {
      const own = workers.filter(({ account_id }) => account_id === actor.accountId)
      return maySeeAid(aidOf(row), all, { actor, teamIds: own.map(({ team_id }) => team_id) }, false)
    }
  })
}
