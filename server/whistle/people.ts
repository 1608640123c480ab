import { sql } from 'kysely'
import { dayOf } from '#domain/calendar/days.ts'
import type { Whistle } from '#domain/whistle/whistle.ts'
import type { Tx } from '../db/scope.ts'
import { findCentreOf } from '../org/queries.ts'
import type { To } from './tell.ts'

/** The centre of the district: it rules on objections, and takes over what is passed up. */
export async function judgeOf(tx: Tx, district: number, now: number): Promise<To> {
  const centre = await findCentreOf(tx, district, `/${district}/`, now)
  return { units: centre ? [centre.id] : [] }
}

/** Who blew: those of the unit, and whoever blew it for the unit from its centre. */
export async function blowersOf(tx: Tx, district: number, whistle: Whistle, now: number): Promise<To> {
  const today = dayOf(now)
  const { rows } = await sql<{ works: boolean }>`select exists (select from account a
    join post o on o.district_id = a.district_id and o.person_id = a.person_id
    where a.district_id = ${district} and a.id = ${whistle.byId} and o.unit_id = ${whistle.unitId}
      and o.from_on <= ${today}::date and (o.to_on is null or o.to_on >= ${today}::date)) works`.execute(tx)
  return { units: [whistle.unitId], accounts: rows[0]?.works ? [] : [whistle.byId] }
}

/** Who has the whistle in hand: who blew it, or the centre of the district once it was passed up. */
export const holdersOf = (tx: Tx, district: number, whistle: Whistle, now: number): Promise<To> =>
  whistle.upgradedAt === null ? blowersOf(tx, district, whistle, now) : judgeOf(tx, district, now)

/** Two lists of people as one. */
export const both = (one: To, other: To): To => ({
  units: [...(one.units ?? []), ...(other.units ?? [])],
  accounts: [...(one.accounts ?? []), ...(other.accounts ?? [])],
})
