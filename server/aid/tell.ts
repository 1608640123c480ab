import { sql } from 'kysely'
import type { Aid, AidLine } from '#domain/aid/aid.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { type NoticeKind, occasions } from '#domain/notify/occasions.ts'
import type { Tx } from '../db/scope.ts'
import { writeTold } from '../notify/store.ts'
import { findCentreOf } from '../org/queries.ts'

/** Who is told: those of units, and single people. */
export type To = { units?: readonly string[]; accounts?: readonly string[] }

/** Two lists of people as one. */
export const both = (one: To, other: To): To => ({
  units: [...(one.units ?? []), ...(other.units ?? [])],
  accounts: [...(one.accounts ?? []), ...(other.accounts ?? [])],
})

type Kind = Extract<NoticeKind, `aid${string}` | `team${string}`>
type About = { district: number; at: number; actorId: string | null } & (
  | { aidId: string; teamId?: null }
  | { aidId?: null; teamId: string }
)

/** Tells that something happened with an order or a team: that, and nothing of what was said. */
export async function tellAid(
  tx: Tx,
  about: About,
  kind: Kind,
  { units = [], accounts = [] }: To,
): Promise<void> {
  const { district, at, actorId } = about
  const of = about.aidId
    ? { matterId: null, aidId: about.aidId }
    : { matterId: null, teamId: about.teamId ?? '' }
  const said = { ...of, kind, facts: {}, actorId, pressing: occasions[kind].pressing }
  const notices = [
    ...[...new Set(units)].map((unitId) => ({ ...said, unitId, accountId: null })),
    ...[...new Set(accounts)]
      .filter((accountId) => accountId !== actorId)
      .map((accountId) => ({ ...said, unitId: null, accountId })),
  ]
  await writeTold(tx, { district, at, notices, events: [] })
}

/** The centre that dispatches in an area. */
export async function centreOf(tx: Tx, district: number, area: string, now: number): Promise<To> {
  const centre = await findCentreOf(tx, district, area, now)
  return { units: centre ? [centre.id] : [] }
}

/** Who ordered: those of the unit, and whoever ordered it for the unit from its centre. */
export async function orderersOf(tx: Tx, district: number, aid: Aid, now: number): Promise<To> {
  const today = dayOf(now)
  const { rows } = await sql<{ works: boolean }>`select exists (select from account a
    join post o on o.district_id = a.district_id and o.person_id = a.person_id
    where a.district_id = ${district} and a.id = ${aid.byId} and o.unit_id = ${aid.unitId}
      and o.from_on <= ${today}::date and (o.to_on is null or o.to_on >= ${today}::date)) works`.execute(tx)
  return { units: [aid.unitId], accounts: rows[0]?.works ? [] : [aid.byId] }
}

/** Who works in a team on the day. */
export async function workersOf(tx: Tx, district: number, teamId: string, now: number): Promise<To> {
  const today = dayOf(now)
  const { rows } = await sql<{ account_id: string }>`select distinct account_id from team_member
    where district_id = ${district} and team_id = ${teamId} and out_at is null and from_on <= ${today}::date
      and (to_on is null or to_on >= ${today}::date)`.execute(tx)
  return { accounts: rows.map(({ account_id }) => account_id) }
}

/** Who is asked on some lines: the units, and the people of the teams. */
export async function askedOf(tx: Tx, district: number, lines: readonly AidLine[], now: number): Promise<To> {
  let to: To = { units: lines.flatMap(({ unitId }) => unitId ?? []) }
  for (const { teamId } of lines)
    if (teamId !== null) to = both(to, await workersOf(tx, district, teamId, now))
  return to
}
