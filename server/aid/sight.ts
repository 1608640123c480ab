import { type RawBuilder, sql } from 'kysely'
import type { StaffActor } from '#domain/actor.ts'
import { type Hand, postingPath } from '#domain/aid/who.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { reachOf } from '#domain/org/grants.ts'
import type { Tx } from '../db/scope.ts'

/** What of a person decides which orders they see and what of them is theirs to do. */
export function aidSightOf(actor: StaffActor) {
  const { seats } = actor
  return {
    areas: seats.filter((seat) => reachOf(seat, 'aid.read') === 'subtree').map((seat) => seat.servesPath),
    units: seats.filter((seat) => reachOf(seat, 'aid.answer') !== undefined).map((seat) => seat.unitId),
    posts: seats.flatMap((seat) => postingPath(seat) ?? []),
    centres: seats
      .filter((seat) => reachOf(seat, 'aid.dispatch') !== undefined)
      .map((seat) => seat.servesPath),
  }
}

/** The teams in which a person may work on the day: a member within its days, of a team within its term. */
export const teamsOf = ({ districtId, accountId }: StaffActor, now: number): RawBuilder<unknown> => {
  const today = dayOf(now)
  return sql`(select y.team_id from team_member y join team z on z.district_id = y.district_id and z.id = y.team_id
    where y.district_id = ${districtId} and y.account_id = ${accountId} and y.out_at is null and y.from_on <= ${today}::date
      and (y.to_on is null or y.to_on >= ${today}::date)
      and z.ended_at is null and z.from_on <= ${today}::date and z.to_on >= ${today}::date)`
}

/** A person with the teams in which they may work today. */
export async function handOf(tx: Tx, actor: StaffActor, now: number): Promise<Hand> {
  const { rows } = await sql<{ team_id: string }>`${teamsOf(actor, now)}`.execute(tx)
  return { actor, teamIds: rows.map(({ team_id }) => team_id) }
}

/** The twin in SQL of `maySeeAid`, of a row of aid under a name. */
export function inAidSight(actor: StaffActor, now: number, name = 'w'): RawBuilder<boolean> {
  const { areas, units, posts, centres } = aidSightOf(actor)
  const { accountId } = actor
  const w = sql.raw(name)
  const paths = areas.join(',')
  const ofArea = sql`(is_within_any(${w}.unit_path, ${paths})
      or exists (select from unnest(${w}.asked_paths) p where is_within_any(p, ${paths})))
    and not aid_locked(${w}.district_id, ${w}.id, ${accountId}::uuid)`
  return sql<boolean>`(${w}.by_id = ${accountId} or ${w}.unit_path = any (${posts}) or ${w}.centre_path = any (${centres})
    or ${w}.asked && ${units}::uuid[] or ${w}.asked_teams && array${teamsOf(actor, now)}
    ${areas.length === 0 ? sql`` : sql`or ${ofArea}`})`
}
