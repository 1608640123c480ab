import { sql } from 'kysely'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { isWindowOf } from '#domain/hall/places.ts'
import type { Tx } from '../db/scope.ts'
import type { TicketRow } from '../db/tables.gen.ts'
import { newId } from '../ids.ts'
import { findUnit } from '../org/queries.ts'
import { findHallUnit } from './queries.ts'
import { insertTicketAction, lockHall, sentTo, writeHall, writeTicket } from './store.ts'

/** Sends the person along: whose matter is dispatched to a room of the hall where they stand, waits there for the call. */
export async function sendAlong(
  tx: Tx,
  actor: StaffActor,
  matterId: string,
  unitId: string,
  now: number,
): Promise<void> {
  const district = actor.districtId
  const today = dayOf(now)
  const { rows } =
    await sql<TicketRow>`select * from ticket where district_id = ${district} and matter_id = ${matterId}
    and day = ${today}::date and state in ('called','serving')`.execute(tx)
  const target = rows.length > 0 ? await findUnit(tx, district, unitId, now) : undefined
  if (!target) return
  for (const { id, hall_id } of rows) {
    const unit = await findHallUnit(tx, district, hall_id)
    if (!unit || !isWindowOf(target, unit)) continue
    const hall = await lockHall(tx, district, hall_id, today)
    // Meanwhile the window may have finished it.
    const { rows: still } = await sql`select 1 from ticket where district_id = ${district} and id = ${id}
      and state in ('called','serving')`.execute(tx)
    if (!hall || still.length === 0) continue
    await writeTicket(tx, district, id, sentTo(unitId, now))
    await insertTicketAction(tx, {
      ...{ district, id: newId(now), hallId: hall_id, ticketId: id, verb: 'transfer', at: now },
      ...{ accountId: actor.accountId, windowId: null, payload: { unitId, matterId } },
    })
    await writeHall(tx, hall)
  }
}
