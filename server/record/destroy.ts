import { sql } from 'kysely'
import type { Database } from '../db/pool.ts'
import { inScope, scopeOf } from '../db/scope.ts'
import { listDistricts } from '../org/queries.ts'

type Destroyer = { db: Database; clock: () => number }

/** Files destroyed in one round, each in a transaction of its own. */
const most = 100

/**
 * Destroys what approved registers name, some of it a round; it may die at any file and goes on with the next. A file that was
 * reopened since stays, and the register says why. A register with nothing left is done. Out: how many were destroyed.
 */
export async function destroyRound({ db, clock }: Destroyer): Promise<number> {
  let count = 0
  for (const district of await listDistricts(db)) {
    const system = scopeOf({ kind: 'system', districtId: district })
    const { rows } = await inScope(db, system, (tx) =>
      sql<{ register_id: string; matter_id: string }>`select f.register_id, f.matter_id from register r
        join register_file f on f.district_id = r.district_id and f.register_id = r.id
        where r.district_id = ${district} and r.state = 'approved' and f.kept_why is null and f.destroyed_at is null
        order by f.matter_id limit ${most}`.execute(tx),
    )
    for (const { register_id: registerId, matter_id: matterId } of rows)
      count += await inScope(db, system, async (tx) => {
        const at = new Date(clock())
        // before the matter itself: afterwards nothing may be destroyed of it any more
        await sql`select destroy_meetings(${district}, ${matterId})`.execute(tx)
        await sql`select destroy_mediations(${district}, ${matterId})`.execute(tx)
        await sql`select destroy_supervision(${district}, ${matterId})`.execute(tx)
        await sql`select destroy_duty_proposals(${district}, ${matterId})`.execute(tx)
        await sql`select destroy_exclusions(${district}, ${matterId})`.execute(tx)
        await sql`select destroy_petitions(${district}, ${matterId})`.execute(tx)
        await sql`select destroy_whistles(${district}, ${matterId})`.execute(tx)
        await sql`select destroy_aids(${district}, ${matterId})`.execute(tx)
        const done = await sql<{
          done: boolean
        }>`select destroy_matter(${district}, ${matterId}, ${at}) done`.execute(tx)
        if (done.rows[0]?.done) return 1
        await sql`update register_file set kept_why = 'reopened' where district_id = ${district}
          and register_id = ${registerId} and matter_id = ${matterId} and destroyed_at is null`.execute(tx)
        return 0
      })
    await inScope(db, system, (tx) =>
      sql`update register r set state = 'done', done_at = ${new Date(clock())}
        where r.district_id = ${district} and r.state = 'approved' and not exists (select from register_file f
          where f.district_id = r.district_id and f.register_id = r.id and f.kept_why is null and f.destroyed_at is null)`.execute(
        tx,
      ),
    )
  }
  return count
}
