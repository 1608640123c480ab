import { sql } from 'kysely'
import { clockMarks, pressingOf } from '#domain/notify/occasions.ts'
import type { Tx } from '../db/scope.ts'
import type { ClockRow } from '../db/tables.gen.ts'
import { writeTold } from '../notify/store.ts'
import { getProfile, getRules, rulesUnder } from '../org/rules.ts'
import { clockFacts, derived } from './clock-rows.ts'
import { nudge } from './store.ts'

type Due = ClockRow & { centre_id: string; version: number; now_due: number | null }

/**
 * Tells the units whose clocks have passed a mark since the last sweep: warned, late, far over. A late clock is told to
 * the centre too, so that what nobody holds rises first. Out: how many clocks were told. Safe to run twice and at once:
 * rows are claimed by their lock, and what was told is a number on the row.
 */
export async function sweepClocks(tx: Tx, district: number, now: number, limit = 500): Promise<number> {
  const { rows } = await sql<Due>`select c.*, m.centre_id, m.version, m.due_at now_due from clock c
    join matter m on m.district_id = c.district_id and m.id = c.matter_id
    where c.district_id = ${district} and c.stopped_at is null and c.next_at <= ${new Date(now)}
    order by c.next_at limit ${limit} for update of c skip locked`.execute(tx)
  for (const row of rows) await tell(tx, row, now)
  return rows.length
}

async function tell(tx: Tx, row: Due, now: number): Promise<void> {
  const times = [row.warn_at, row.due_at, row.over_at]
  const told = times.filter((at) => at !== null && at <= now).length
  const next = times[told] ?? null
  await sql`update clock set told = ${told}, next_at = ${next === null ? null : new Date(next)}
    where district_id = ${row.district_id} and id = ${row.id}`.execute(tx)
  const kind = clockMarks[told - 1]
  if (kind === undefined) return
  const units = new Set(told >= 2 ? [row.unit_id, row.centre_id] : [row.unit_id])
  const facts = { clock: row.kind }
  const said = { matterId: row.matter_id, kind, pressing: pressingOf(kind), facts, actorId: null }
  const notices = [...units].map((unitId) => ({ ...said, unitId, accountId: null }))
  await writeTold(tx, { district: row.district_id, at: now, notices, events: [] })
  await nudge(tx, { kind: 'matter', district: row.district_id, id: row.matter_id, version: row.version })
}

/**
 * Derives the due times of running clocks anew where the calendar has changed since. Out: how many were. Versions only
 * grow: a process that still remembers an older calendar leaves alone what another has reckoned with the newer one.
 */
export async function recomputeClocks(tx: Tx, district: number): Promise<number> {
  const rules = await getRules(tx, district)
  let count = 0
  for (;;) {
    const { rows } = await sql<
      ClockRow & { profile_version: number }
    >`select c.*, m.profile_version from clock c
      join matter m on m.district_id = c.district_id and m.id = c.matter_id
      where c.district_id = ${district} and c.stopped_at is null and c.calendar_version < ${rules.calendar.version}
      limit 1000 for update of c skip locked`.execute(tx)
    if (rows.length === 0) return count
    const fresh = []
    for (const row of rows) {
      const profile = await getProfile(tx, district, row.profile_version)
      const d = derived(clockFacts(row), rulesUnder(rules, profile, row.profile_version), row.told)
      const at = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())
      fresh.push({
        id: row.id,
        v: d.calendar_version,
        warn: at(d.warn_at),
        due: at(d.due_at),
        over: at(d.over_at),
        next: at(d.next_at),
      })
    }
    await sql`update clock c set calendar_version = x.v, warn_at = x.warn, due_at = x.due, over_at = x.over, next_at = x.next
      from json_to_recordset(${JSON.stringify(fresh)}::json) x(id uuid, v int, warn timestamptz, due timestamptz, over timestamptz, next timestamptz)
      where c.district_id = ${district} and c.id = x.id`.execute(tx)
    await sql`update matter m set due_at = (select min(c.due_at) from clock c where c.district_id = m.district_id
        and c.matter_id = m.id and c.stopped_at is null)
      where m.district_id = ${district} and m.id = any (${[...new Set(rows.map((r) => r.matter_id))]}::uuid[])`.execute(
      tx,
    )
    count += rows.length
  }
}
