import { sql } from 'kysely'
import type { StaffActor } from '#domain/actor.ts'
import { maySeeTeam } from '#domain/team/moves.ts'
import type { Database } from '../db/pool.ts'
import { blankScope, inScope } from '../db/scope.ts'
import type { TeamRow } from '../db/tables.gen.ts'
import { listMembers } from './queries.ts'
import { memberOf, teamOf } from './rows.ts'

/** Who is told that a team changed. Out: undefined where there is none. */
export function findTeamReach(
  db: Database,
  district: number,
  id: string,
): Promise<((actor: StaffActor) => boolean) | undefined> {
  return inScope(db, blankScope(district), async (tx) => {
    const { rows } =
      await sql<TeamRow>`select * from team where district_id = ${district} and id = ${id}`.execute(tx)
    const [row] = rows
    if (!row) return undefined
    const members = (await listMembers(tx, district, id)).map(memberOf)
    return (actor) => maySeeTeam(teamOf(row), members, actor)
  })
}
