import { dayOf } from '#domain/calendar/days.ts'
import type { Tx } from '../db/scope.ts'
import { takeOverdue } from './store.ts'
import { tellUnits } from './tell.ts'

/** Tells the units whose answer is overdue, once each. Out: how many. */
export async function remindSupervised(tx: Tx, district: number, now: number): Promise<number> {
  const overdue = await takeOverdue(tx, district, dayOf(now))
  for (const { matter_id: matterId, unit_id } of overdue)
    await tellUnits(tx, {
      ...{ district, now, matterId, actorId: null },
      to: [{ kind: 'supervisionDue', unitIds: [unit_id] }],
    })
  return overdue.length
}
