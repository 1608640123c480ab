import { sql } from 'kysely'
import type { partyRoutes } from '#contract/party.ts'
import { refuse } from '#domain/refusal.ts'
import type { MatterRow } from '../db/tables.gen.ts'
import { linkOf } from '../desk/similar.ts'
import type { Call } from '../http/bind.ts'
import { findMatter } from '../matter/queries.ts'
import { matterOf } from '../matter/rows.ts'
import { listByPhone, mayLink } from './by-phone.ts'
import { listPresent } from './queries.ts'
import { isOpenTo } from './views.ts'

/** Parties asked for; places of each number that are looked at; matters named of one party. */
const most = { asked: 100, places: 30, named: 5 } as const

/**
 * Which open matters the number of each party stands in beside this one, as a party or as a caller. Only what the reader may
 * see, and of that only where they may see who it is; nothing else is counted.
 */
export async function listPartyElsewhere({ tx, actor, params }: Call<typeof partyRoutes.listPartyElsewhere>) {
  const district = actor.districtId
  const row = await findMatter(tx, district, params.id)
  if (!row) return refuse('notFound')
  const matter = matterOf(row)
  const asked = (await listPresent(tx, district, row.id))
    .flatMap((party) =>
      party.phone_index !== null && isOpenTo(actor, matter, party)
        ? [{ id: party.id, index: party.phone_index }]
        : [],
    )
    .slice(0, most.asked)
  if (asked.length === 0) return { parties: [] }
  const places = (
    await listByPhone(
      tx,
      district,
      asked.map((party) => party.index),
      most.places,
    )
  ).filter((place) => place.matter_id !== row.id)
  if (places.length === 0) return { parties: [] }
  const ids = [...new Set(places.map((place) => place.matter_id))]
  const { rows } = await sql<MatterRow>`select * from matter
    where district_id = ${district} and id = any (${ids}::uuid[]) and state <> 'closed'`.execute(tx)
  const matters = new Map(rows.map((one) => [one.id, one]))
  const parties = asked.map(({ id, index }) => {
    const seen = new Map<string, MatterRow>()
    for (const place of places.filter((one) => one.phone_index.equals(index))) {
      const other = matters.get(place.matter_id)
      if (other && mayLink(actor, matterOf(other), place)) seen.set(other.id, other)
    }
    const links = [...seen.values()].map(linkOf)
    return { partyId: id, rows: links.slice(0, most.named), more: Math.max(0, links.length - most.named) }
  })
  return { parties: parties.filter((party) => party.rows.length > 0) }
}
