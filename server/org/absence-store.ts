import { sql } from 'kysely'
import type { Day } from '#domain/calendar/days.ts'
import type { Tx } from '../db/scope.ts'

export type NewAbsence = {
  district: number
  id: string
  personId: string
  substituteId: string
  fromOn: Day
  toOn: Day
  byAccount: string
  now: number
}

/** Out: whether the id was free. */
export async function insertAbsence(tx: Tx, a: NewAbsence): Promise<boolean> {
  const { rows } = await sql`insert into absence
      (district_id, id, person_id, substitute_id, from_on, to_on, by_account, created_at)
    values (${a.district}, ${a.id}, ${a.personId}, ${a.substituteId}, ${a.fromOn}::date, ${a.toOn}::date, ${a.byAccount},
      ${new Date(a.now)}) on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

export async function writeAbsenceEnd(tx: Tx, district: number, id: string, lastOn: Day): Promise<void> {
  await sql`update absence set to_on = ${lastOn}::date where district_id = ${district} and id = ${id}`.execute(
    tx,
  )
}
