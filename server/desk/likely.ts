import type { deskRoutes } from '#contract/desk.ts'
import type { Seat, StaffActor } from '#domain/actor.ts'
import { type Reachable, reachingSeat } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import { findDuty } from '../duty/find.ts'
import type { Call } from '../http/bind.ts'
import { hintOf } from '../matter/by-duty.ts'
import { centreFor, receivesAt, unborn } from '../matter/receive.ts'
import { findTargets } from '../matter/targets.ts'
import { findUnit } from '../org/queries.ts'

/** The post by which somebody may pass on at once what they register; undefined where somebody else has to sort it. */
function passingSeat(actor: StaffActor, matter: Reachable): Seat | undefined {
  const needed = ['matter.accept', 'matter.triage', 'matter.dispatch'] as const
  return needed.every((permission) => reachingSeat(actor, permission, matter))
    ? reachingSeat(actor, 'matter.dispatch', matter)
    : undefined
}

/** Who would likely handle a category at a place, before there is a matter. Refusals: `badInput`, `notYours`. */
export async function listLikely({ tx, actor, query, now }: Call<typeof deskRoutes.listLikely>) {
  const district = actor.districtId
  const place = await findUnit(tx, district, query.placeUnitId, now)
  if (!place) return refuse('badInput', { field: 'placeUnitId', hint: '' }, 'placeUnitId')
  const receiving = actor.seats.find((seat) => receivesAt(seat, place.path))
  if (!receiving) return refuse('notYours', undefined, 'placeUnitId')
  const centre = await centreFor(tx, district, receiving, place, now)
  const passing = passingSeat(actor, unborn(place, centre))
  if (!passing) return { mayDispatch: false, rows: [], duty: null }
  const sought = { placePath: place.path, categoryCode: query.categoryCode ?? null }
  const duty = await findDuty(tx, district, sought, now)
  const rows = await findTargets(tx, district, passing, sought, { q: query.q, now, duty })
  const about = { tx, district, seat: passing, matter: sought, now }
  return { mayDispatch: true, rows: rows.slice(0, 12), duty: await hintOf(about, duty) }
}
