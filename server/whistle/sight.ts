import { type RawBuilder, sql } from 'kysely'
import type { StaffActor } from '#domain/actor.ts'
import { reachOf } from '#domain/org/grants.ts'
import { blowingPath, isAt } from '#domain/whistle/who.ts'

/** What of a person decides which whistles they see and what of them is theirs to do. */
export function sightOf(actor: StaffActor) {
  const areas = actor.seats
    .filter((seat) => reachOf(seat, 'whistle.read') === 'subtree')
    .map((seat) => seat.servesPath)
  const units = actor.seats
    .filter((seat) => reachOf(seat, 'whistle.answer') !== undefined)
    .map((seat) => seat.unitId)
  const blows = actor.seats.flatMap((seat) => blowingPath(seat) ?? [])
  const leads = actor.seats.filter(({ role }) => role === 'leader').map(({ unitPath }) => unitPath)
  // which whistle it is does not matter for the centre of the district
  const isJudge = isAt('judge', undefined as never, undefined, actor)
  return { areas, units, blows, leads, isJudge }
}

/** The twin in SQL of `maySee`, of a row `w` of whistle. */
export function inSight(actor: StaffActor): RawBuilder<boolean> {
  const { areas, units, isJudge } = sightOf(actor)
  const { accountId } = actor
  const paths = areas.join(',')
  const ofArea = sql`(is_within_any(w.unit_path, ${paths}) or w.sounded_at is not null
      and exists (select from unnest(w.called_paths) p where is_within_any(p, ${paths})))
    and not whistle_locked(w.district_id, w.id, ${accountId}::uuid)`
  return sql<boolean>`(w.by_id = ${accountId} or w.second_id is not distinct from ${accountId}::uuid
    or w.sounded_at is not null and w.called && ${units}::uuid[]
    ${isJudge ? sql`or w.to_rule` : sql``} ${areas.length === 0 ? sql`` : sql`or ${ofArea}`})`
}
