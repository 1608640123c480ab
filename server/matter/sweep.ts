import { sql } from 'kysely'
import { clockMarks, pressingOf } from '#domain/notify/occasions.ts'
import type { Tx } from '../db/scope.ts'
import type { ClockRow } from '../db/tables.gen.ts'
import { type NewNotice, writeTold } from '../notify/store.ts'
import { getRules } from '../org/rules.ts'
import { reckonAnew } from './reckon.ts'
import { nudgeMatters } from './store.ts'

type Due = ClockRow & { centre_id: string; version: number; profile_version: number }

/** So many clocks are told in one transaction. */
export const toldAtOnce = 500

/**
 * Tells the units whose clocks have passed a mark since the last sweep: warned, late, far over. A late clock is told to
 * the centre too, so that what nobody holds rises first. One that was reckoned with an older calendar is reckoned anew before
 * anything is said of it. Out: how many clocks were looked at. Safe to run twice and at once: rows are claimed by their
 * lock, and what was told is a number on the row.
 */
export async function sweepClocks(tx: Tx, district: number, now: number, most = toldAtOnce): Promise<number> {
  const rules = await getRules(tx, district)
  // The matter is locked with it: a move that holds the matter and waits for the clock must not be waited for in turn.
  const { rows } = await sql<Due>`select c.*, m.centre_id, m.version, m.profile_version from clock c
    join matter m on m.district_id = c.district_id and m.id = c.matter_id
    where c.district_id = ${district} and c.stopped_at is null and c.next_at <= ${new Date(now)}
    order by c.next_at limit ${most} for no key update of m, c skip locked`.execute(tx)
  const isStale = (row: Due) => row.calendar_version < rules.calendar.version
  const stale = rows.filter(isStale)
  if (stale.length > 0) await reckonAnew(tx, district, stale, rules, now)
  await tell(
    tx,
    district,
    rows.filter((row) => !isStale(row)),
    now,
  )
  return rows.length
}

/** Says of all of them what has passed, in a statement for the clocks and one for the notices. */
async function tell(tx: Tx, district: number, rows: readonly Due[], now: number): Promise<void> {
  if (rows.length === 0) return
  const notices: NewNotice[] = []
  const marks = rows.map((row) => {
    const times = [row.warn_at, row.due_at, row.over_at]
    const told = times.filter((at) => at !== null && at <= now).length
    const next = times[told] ?? null
    const kind = clockMarks[told - 1]
    const units = new Set(told >= 2 ? [row.unit_id, row.centre_id] : [row.unit_id])
    if (kind !== undefined)
      for (const unitId of units)
        notices.push({
          ...{ matterId: row.matter_id, kind, pressing: pressingOf(kind), facts: { clock: row.kind } },
          ...{ actorId: null, unitId, accountId: null },
        })
    return { id: row.id, told, next: next === null ? null : new Date(next).toISOString() }
  })
  await sql`update clock c set told = x.told, next_at = x.next
    from json_to_recordset(${JSON.stringify(marks)}::json) x(id uuid, told int, next timestamptz)
    where c.district_id = ${district} and c.id = x.id`.execute(tx)
  await writeTold(tx, { district, at: now, notices, events: [] })
  await nudgeMatters(
    tx,
    district,
    rows.map((row) => ({ id: row.matter_id, version: row.version })),
  )
}
