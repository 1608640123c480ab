import { sql } from 'kysely'
import type { OrderGiven } from '#contract/door.ts'
import type { PartnerActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { isWithin } from '#domain/org/tree.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import { Refused } from '../http/refused.ts'
import type { OrderPlace } from '../intake/places.ts'
import { centreOf } from '../matter/receive.ts'
import { findUnit, listChain, type UnitFacts } from '../org/queries.ts'
import { findPlaceRow } from '../public/commands.ts'

export type Found = { place: OrderPlace; placeCode: string | null; centre: UnitFacts }

/**
 * Where an order of a partner lies and who sorts it: the outpost of the unit or stairwell named, or the centre of the
 * partner's area where only words are given. Refusals: `unknownPlace`, `badInput`, `closedUnit`, `outsideArea`.
 */
export async function findOrderPlace(
  tx: Tx,
  actor: PartnerActor,
  given: OrderGiven['place'] = {},
  now: number,
): Promise<Found> {
  const { districtId: district } = actor
  const text = given.text ?? ''
  if (given.code) {
    const row = await findPlaceRow(tx, district, given.code, now)
    if (!row) throw new Refused(refuse('unknownPlace', undefined, 'place.code'))
    await insistWithin(tx, actor, row.path, row.label, 'place.code', now)
    const chain = await listChain(tx, district, row.path, now)
    const spot = { unitId: row.unit_id, path: row.path, lng: row.lng, lat: row.lat }
    return { place: { ...spot, text: text || row.label }, placeCode: row.code, centre: above(chain) }
  }
  const chain = await listChain(tx, district, given.unit ?? actor.servesPath, now)
  const unit = chain.at(-1)
  if (given.unit !== undefined) {
    if (unit?.path !== given.unit)
      throw new Refused(refuse('badInput', { field: 'place.unit', hint: given.unit }, 'place.unit'))
    if (unit.isClosed) throw new Refused(refuse('closedUnit', { unit: unit.name }, 'place.unit'))
    await insistWithin(tx, actor, unit.path, unit.name, 'place.unit', now)
  }
  if (!unit) throw new Error(`the area of partner ${actor.partnerId} is gone`)
  const place = { unitId: unit.id, path: unit.path, text: text || unit.name, lng: unit.lng, lat: unit.lat }
  const centre = given.unit === undefined ? await centreIn(tx, actor, unit, now) : undefined
  return { place, placeCode: null, centre: centre ?? above(chain) }
}

function above(chain: readonly UnitFacts[]): UnitFacts {
  const centre = centreOf(chain)
  if (!centre) throw new Error(`no outpost above ${chain.at(-1)?.path}`)
  return centre
}

async function insistWithin(
  tx: Tx,
  { districtId, unitId, servesPath }: PartnerActor,
  path: string,
  place: string,
  field: string,
  now: number,
): Promise<void> {
  if (isWithin(path, servesPath)) return
  const area = await findUnit(tx, districtId, unitId, now)
  throw new Refused(refuse('outsideArea', { place, area: area?.name ?? '' }, field))
}

/** The centre that serves an area as a whole: the partner's own unit where that is one, or the one beneath the area. */
async function centreIn(
  tx: Tx,
  { districtId, unitId }: PartnerActor,
  area: UnitFacts,
  now: number,
): Promise<UnitFacts | undefined> {
  const { rows } = await sql<{ id: string }>`select id from unit where district_id = ${districtId}
      and parent_id = ${area.id} and kind = 'centre' and (valid_to is null or valid_to >= ${dayOf(now)}::date)
    order by id = ${unitId} desc, path limit 1`.execute(tx)
  return rows[0] && (await findUnit(tx, districtId, rows[0].id, now))
}
