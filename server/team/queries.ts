import { sql } from 'kysely'
import type { teamRoutes } from '#contract/team.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { refuse } from '#domain/refusal.ts'
import { maySeeTeam } from '#domain/team/moves.ts'
import type { Tx } from '../db/scope.ts'
import type { TeamMemberRow, TeamRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { memberOf, teamOf } from './rows.ts'
import { inTeamSight } from './sight.ts'

export type NamedTeam = TeamRow & {
  unit_name: string
  lead_unit_name: string
  lead_name: string
  members: number
  open: number
}
export type NamedMember = TeamMemberRow & { name: string; unit_name: string }

/** Teams with the names and counts that a page shows of them. */
const namedTeams = (now: number) => sql`select t.*, u.name unit_name, v.name lead_unit_name, p.name lead_name,
    (select count(*) from team_member g where g.district_id = t.district_id and g.team_id = t.id and g.out_at is null
      and (g.to_on is null or g.to_on >= least(${dayOf(now)}::date, t.to_on)))::int members,
    (select count(*) from aid_line l where l.district_id = t.district_id and l.team_id = t.id and l.step is not null)::int open
  from team t
  join unit u on u.district_id = t.district_id and u.id = t.unit_id
  join unit v on v.district_id = t.district_id and v.id = t.lead_unit_id
  join account a on a.district_id = t.district_id and a.id = t.lead_id
  join person p on p.district_id = a.district_id and p.id = a.person_id`

/** Locks a team: one step at a time, and nobody asks it while it is dissolved. */
export async function lockTeam(tx: Tx, district: number, id: string): Promise<TeamRow | undefined> {
  const { rows } = await sql<TeamRow>`select * from team
    where district_id = ${district} and id = ${id} for update`.execute(tx)
  return rows[0]
}

/** The members of a team, those who were taken out too, as they came. */
export async function listMembers(tx: Tx, district: number, teamId: string): Promise<NamedMember[]> {
  const { rows } = await sql<NamedMember>`select g.*, p.name, u.name unit_name from team_member g
    join account a on a.district_id = g.district_id and a.id = g.account_id
    join person p on p.district_id = a.district_id and p.id = a.person_id
    join unit u on u.district_id = g.district_id and u.id = g.unit_id
    join team t on t.district_id = g.district_id and t.id = g.team_id
    where g.district_id = ${district} and g.team_id = ${teamId}
    order by g.out_at is not null, g.account_id <> t.lead_id, g.from_on, u.path, g.id`.execute(tx)
  return rows
}

export type FoundTeam = { row: NamedTeam; members: NamedMember[] }

/** A team that somebody may see, with its members. Throws the refusal `notFound`. */
export async function findTeam(tx: Tx, actor: StaffActor, id: string, now: number): Promise<FoundTeam> {
  const { rows } = await sql<NamedTeam>`${namedTeams(now)}
    where t.district_id = ${actor.districtId} and t.id = ${id}`.execute(tx)
  const [row] = rows
  const members = row ? await listMembers(tx, actor.districtId, row.id) : []
  if (!row || !maySeeTeam(teamOf(row), members.map(memberOf), actor)) throw new Refused(refuse('notFound'))
  return { row, members }
}

/** One page of teams in sight, the newest first. */
export async function listTeamRows({ tx, actor, query, now }: Call<typeof teamRoutes.listTeams>) {
  const district = actor.districtId
  const today = dayOf(now)
  const isOver = sql`(t.ended_at is not null or t.to_on < ${today}::date)`
  const conditions = [
    sql`t.district_id = ${district}`,
    inTeamSight(actor),
    ...(query.cursor ? [sql`t.id < ${query.cursor}::uuid`] : []),
    ...(query.of === 'ended' ? [isOver] : [sql`not ${isOver}`]),
    ...(query.of === 'mine'
      ? [
          sql`t.id in (select g.team_id from team_member g where g.district_id = ${district}
            and g.account_id = ${actor.accountId} and g.out_at is null)`,
        ]
      : []),
  ]
  const { rows } = await sql<NamedTeam>`${namedTeams(now)} where ${sql.join(conditions, sql` and `)}
    order by t.id desc limit ${query.limit + 1}`.execute(tx)
  return rows
}
