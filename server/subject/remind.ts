import { dayOf } from '#domain/calendar/days.ts'
import type { Tx } from '../db/scope.ts'
import { takeDue } from './store.ts'
import { tellCentre } from './tell.ts'

/** Reminds the units of requests whose day comes near, and once more when it is over. Out: how many. */
export async function remindSubjects(tx: Tx, district: number, now: number): Promise<number> {
  const due = await takeDue(tx, district, dayOf(now))
  const to = due.map(({ matter_id, centre_id }) => ({ matterId: matter_id, centreId: centre_id }))
  await tellCentre(tx, { district, at: now, kind: 'subjectDue' }, to)
  return due.length
}
