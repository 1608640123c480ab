import type { Mediation } from '#domain/mediation/mediation.ts'
import type { StepPayloads } from '#domain/mediation/payloads.ts'
import { refuse } from '#domain/refusal.ts'
import { Refused } from '../http/refused.ts'
import type { Moment } from '../matter/prepare.ts'
import { findUnit } from '../org/queries.ts'
import { findClash, listMediators } from './queries.ts'

/** Neither a room nor a mediator is promised twice. Refusals: `notATarget`, `roomTaken`, `mediatorBusy`. */
export async function whyNotTime(
  { tx, actor, now }: Moment,
  m: Mediation,
  { startsAt, minutes, roomId }: StepPayloads['schedule'],
) {
  if (roomId !== null && !(await findUnit(tx, actor.districtId, roomId, now)))
    throw new Refused(refuse('notATarget', { unit: '' }, 'roomId'))
  const mediatorIds = m.mediators.filter(({ until }) => until === null).map(({ accountId }) => accountId)
  const clash = await findClash(tx, actor.districtId, {
    startsAt,
    endsAt: startsAt + minutes * 60_000,
    roomId,
    mediatorIds,
  })
  if (!clash) return
  const time = new Date(clash.starts_at + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')
  if (roomId !== null && clash.room_id === roomId) throw new Refused(refuse('roomTaken', { time }, 'roomId'))
  const [busy] = await listMediators(
    tx,
    actor.districtId,
    { accounts: mediatorIds.filter((id) => clash.mediator_ids.includes(id)) },
    now,
  )
  throw new Refused(refuse('mediatorBusy', { time, name: busy?.name ?? '' }, 'startsAt'))
}
