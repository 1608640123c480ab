import { sql } from 'kysely'
import type { StaffActor } from '#domain/actor.ts'
import { type Day, dayOf } from '#domain/calendar/days.ts'
import { addWorkingDays, type Calendar } from '#domain/calendar/working-days.ts'
import { type Askable, askingSeat, whyNotAsk } from '#domain/evaluation/exclusion.ts'
import type { Profile } from '#domain/profile/profile.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { MatterRow } from '../db/tables.gen.ts'
import { getRules } from '../org/rules.ts'

/** Until when a unit may ask about a matter; null: it is not closed yet. */
export function askByOf(row: Pick<MatterRow, 'closed_at'>, calendar: Calendar, profile: Profile): Day | null {
  return row.closed_at === null
    ? null
    : addWorkingDays(calendar, dayOf(row.closed_at), profile.exclusionAskDays)
}

async function isAskedBefore(tx: Tx, district: number, matterId: string, unitId: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from exclusion where district_id = ${district} and matter_id = ${matterId}
    and unit_id = ${unitId} and state <> 'withdrawn'`.execute(tx)
  return rows.length > 0
}

/** What of a matter says whether this unit may ask about it. */
export async function askableOf(tx: Tx, row: MatterRow, unitId: string, askBy: Day | null): Promise<Askable> {
  return {
    ...{ sensitive: row.sensitive, isDestroyed: row.destroyed_at !== null, involved: row.involved, askBy },
    isAsked: await isAskedBefore(tx, row.district_id, row.id, unitId),
  }
}

/** The units of a person that had a matter, each with why it may not ask about it now. */
export async function askersOf(
  tx: Tx,
  actor: StaffActor,
  row: MatterRow,
  now: number,
): Promise<{ id: string; why: Refusal | undefined }[]> {
  const mine = [...new Set(actor.seats.map((seat) => seat.unitId))].filter(
    (id) => row.involved.includes(id) && askingSeat(actor, id),
  )
  if (mine.length === 0) return []
  const { calendar, profile } = await getRules(tx, row.district_id)
  const askBy = askByOf(row, calendar, profile)
  return Promise.all(
    mine.map(async (id) => ({
      id,
      why: whyNotAsk(await askableOf(tx, row, id, askBy), id, actor, dayOf(now)),
    })),
  )
}
