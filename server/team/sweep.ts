import { sql } from 'kysely'
import { addDays, dayOf } from '#domain/calendar/days.ts'
import { insertAidDeed } from '../aid/log.ts'
import { tellAid } from '../aid/tell.ts'
import type { Tx } from '../db/scope.ts'
import type { TeamRow } from '../db/tables.gen.ts'
import { newId } from '../ids.ts'
import { teamOf } from './rows.ts'
import { writeTeam } from './store.ts'

/** So many days before its end a team is told of it once, while it can still be extended. */
const aheadDays = 7

/** Whom the end of a team concerns: who set it up, who leads it, and all its people. */
async function concerned(tx: Tx, district: number, team: TeamRow) {
  const { rows } = await sql<{ account_id: string }>`select distinct account_id from team_member
    where district_id = ${district} and team_id = ${team.id} and out_at is null`.execute(tx)
  return { units: [team.unit_id], accounts: rows.map(({ account_id }) => account_id) }
}

/** Ends the teams whose last day has passed, and tells of those that end within a week. Out: how many. */
export async function sweepTeams(tx: Tx, district: number, now: number, limit = 100): Promise<number> {
  const today = dayOf(now)
  const { rows: over } =
    await sql<TeamRow>`select * from team where district_id = ${district} and ended_at is null
    and to_on < ${today}::date order by to_on limit ${limit} for update skip locked`.execute(tx)
  for (const row of over) {
    await writeTeam(tx, district, row, { ...teamOf(row), endedAt: now, end: 'term' })
    const deed = { district, id: newId(now), teamId: row.id, verb: 'over', accountId: null, payload: {} }
    await insertAidDeed(tx, deed, now)
    const about = { district, at: now, teamId: row.id, actorId: null }
    await tellAid(tx, about, 'teamEnded', await concerned(tx, district, row))
  }
  const { rows: near } = await sql<TeamRow>`update team set told = 1 where district_id = ${district}
    and ended_at is null and told = 0 and from_on <= ${today}::date and to_on <= ${addDays(today, aheadDays)}::date
    and to_on >= ${today}::date returning *`.execute(tx)
  for (const row of near)
    await tellAid(tx, { district, at: now, teamId: row.id, actorId: null }, 'teamNear', {
      units: [row.unit_id],
      accounts: [row.lead_id],
    })
  return over.length + near.length
}
