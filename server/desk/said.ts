import { sql } from 'kysely'
import type { deskRoutes, MatterLink } from '#contract/desk.ts'
import type { StaffActor } from '#domain/actor.ts'
import { mayReveal } from '#domain/matter/reveal.ts'
import { seatsWith } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { MatterRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { findMatter, listAppeals } from '../matter/queries.ts'
import { matterOf } from '../matter/rows.ts'
import { insertReading } from '../matter/store.ts'
import { listByPhone, mayLink } from '../party/by-phone.ts'
import { blindIndex } from '../secrets.ts'
import { linkOf } from './similar.ts'

/** Newest voices and parties of a number that are looked at; matters named of them; voices of a matter that are asked for. */
const most = { voices: 60, named: 5, asked: 10 } as const

/**
 * The matters of a telephone number, as a caller's or a party's, the newest first. Only where the reader may see who said it: a link between a
 * number and a matter tells as much as the number itself.
 */
async function listOfPhone(
  tx: Tx,
  actor: StaffActor,
  index: Buffer,
  own?: string,
): Promise<{ rows: MatterLink[]; more: number }> {
  const district = actor.districtId
  const places = await listByPhone(tx, district, [index], most.voices)
  const ids = [...new Set(places.map((place) => place.matter_id))].filter((id) => id !== own)
  if (ids.length === 0) return { rows: [], more: 0 }
  // apart from the voices, so that the planner has only keys to go by
  const { rows: matters } = await sql<MatterRow>`select * from matter
    where district_id = ${district} and id = any (${ids}::uuid[])`.execute(tx)
  const seen = ids.flatMap((id) => {
    const row = matters.find((one) => one.id === id)
    const isOpen =
      row && places.some((place) => place.matter_id === id && mayLink(actor, matterOf(row), place))
    return isOpen ? [linkOf(row)] : []
  })
  return { rows: seen.slice(0, most.named), more: Math.max(0, seen.length - most.named) }
}

/**
 * What was said before with a number that somebody at the desk has just given. Always on record, under the keyed index of
 * the number and never the number, whether anything was found or not (docs/adr/0010). Refusal: `commandReused`.
 */
export async function findSaid({ tx, actor, body, now }: Call<typeof deskRoutes.findSaid>) {
  if (seatsWith(actor, 'contact.reveal').length === 0) return { rows: [], more: 0 }
  const index = blindIndex(body.phone, 'phone')
  const isOnRecord = await insertReading(tx, {
    district: actor.districtId,
    id: body.commandId,
    at: now,
    accountId: actor.accountId,
    what: 'reveal',
    subject: `phone:${index.toString('base64url')}`,
    purpose: '登记时核对同一号码',
    againMs: 60_000,
  })
  if (!isOnRecord) return refuse('commandReused')
  return listOfPhone(tx, actor, index)
}

/** What the people of a matter said elsewhere, voice by voice; a voice whose person the reader may not see is left out. */
export async function listElsewhere({ tx, actor, params }: Call<typeof deskRoutes.listElsewhere>) {
  const row = await findMatter(tx, actor.districtId, params.id)
  if (!row) return refuse('notFound')
  const matter = matterOf(row)
  const voices = (await listAppeals(tx, actor.districtId, row.id)).filter(
    (voice) =>
      voice.phone_index !== null && mayReveal(actor, matter, { isConfidential: voice.is_confidential }),
  )
  const found = []
  for (const voice of voices.slice(0, most.asked)) {
    const said = await listOfPhone(tx, actor, voice.phone_index as Buffer, row.id)
    if (said.rows.length > 0) found.push({ appealId: voice.id, ...said })
  }
  return { voices: found }
}
