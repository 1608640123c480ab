import { type RawBuilder, sql } from 'kysely'
import type { StaffActor } from '#domain/actor.ts'
import { reachOf } from '#domain/org/grants.ts'
import { foundingPath } from '#domain/team/moves.ts'

/** The twin in SQL of `maySeeTeam`, of a row of team under a name. `offset 0` keeps the members of one team from becoming a table of all. */
export function inTeamSight(actor: StaffActor, name = 't'): RawBuilder<boolean> {
  const t = sql.raw(name)
  const seats = actor.seats.filter((seat) => reachOf(seat, 'aid.read') !== undefined)
  const units = seats.map((seat) => seat.unitId)
  const founds = seats.flatMap((seat) => foundingPath(seat) ?? [])
  const areas = seats.filter((seat) => reachOf(seat, 'aid.read') === 'subtree').map((seat) => seat.servesPath)
  const paths = areas.join(',')
  const ofArea = (path: RawBuilder<unknown>) =>
    areas.length === 0 ? sql`false` : sql`is_within_any(${path}, ${paths})`
  return sql<boolean>`(${t}.unit_id = any (${units}::uuid[]) or ${t}.lead_unit_id = any (${units}::uuid[])
    or ${t}.unit_path = any (${founds}) or ${ofArea(sql`${t}.unit_path`)} or ${ofArea(sql`${t}.lead_unit_path`)}
    or exists (select from team_member g where g.district_id = ${t}.district_id and g.team_id = ${t}.id
      and (g.out_at is null and (g.account_id = ${actor.accountId} or g.unit_id = any (${units}::uuid[])) or ${ofArea(sql`g.unit_path`)}) offset 0))`
}
