import { sql } from 'kysely'
import type { Tx } from '../db/scope.ts'
import type { ClockRow } from '../db/tables.gen.ts'
import { getProfile, getRules, type Rules, rulesUnder } from '../org/rules.ts'
import { rederived } from './clock-rows.ts'
import { nudge } from './store.ts'

/** So many clocks are reckoned anew in one transaction: enough to be quick, few enough to be in nobody's way. */
export const reckonedAtOnce = 1000

type Stale = ClockRow & { profile_version: number }

/**
 * Derives the due times of running clocks anew where the calendar has changed since, at most `most` of them. Out: how many
 * were. Versions only grow: a process that still remembers an older calendar leaves alone what another has reckoned with the
 * newer one. What a change did to a clock stands on the clock, how far it has come on the change.
 */
export async function recomputeClocks(
  tx: Tx,
  district: number,
  now: number,
  most = reckonedAtOnce,
): Promise<number> {
  const rules = await getRules(tx, district)
  const { rows } = await sql<Stale>`select c.*, m.profile_version from clock c
    join matter m on m.district_id = c.district_id and m.id = c.matter_id
    where c.district_id = ${district} and c.stopped_at is null and c.calendar_version < ${rules.calendar.version}
    order by c.calendar_version limit ${most} for no key update of m, c skip locked`.execute(tx)
  if (rows.length > 0) await reckonAnew(tx, district, rows, rules, now)
  if (rows.length < most) await finishChanges(tx, district, rules.calendar.version, now)
  return rows.length
}

/** Writes clocks as they are under the calendar as it stands. In: locked rows that were reckoned with an older one. */
export async function reckonAnew(
  tx: Tx,
  district: number,
  rows: readonly Stale[],
  rules: Rules,
  now: number,
): Promise<void> {
  const fresh = []
  let [earlier, later] = [0, 0]
  const at = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())
  for (const row of rows) {
    const profile = await getProfile(tx, district, row.profile_version)
    const is = rederived(row, rulesUnder(rules, profile, row.profile_version), now)
    if (is.due_at !== null && row.due_at !== null) {
      if (is.due_at < row.due_at) earlier += 1
      if (is.due_at > row.due_at) later += 1
    }
    const marks = { warn: at(is.warn_at), due: at(is.due_at), over: at(is.over_at), next: at(is.next_at) }
    fresh.push({ id: row.id, v: is.calendar_version, told: is.told, ...marks })
  }
  await sql`with x as (select * from json_to_recordset(${JSON.stringify(fresh)}::json)
      x(id uuid, v int, told int, warn timestamptz, due timestamptz, over timestamptz, next timestamptz)),
    moved as (select c.matter_id from clock c join x on x.id = c.id
      where c.district_id = ${district} and c.due_at is distinct from x.due),
    c as (update clock c set calendar_version = x.v, told = x.told, warn_at = x.warn, due_at = x.due, over_at = x.over,
        next_at = x.next, shifts = case when c.due_at is distinct from x.due then c.shifts || jsonb_build_object(
          'at', ${new Date(now).toISOString()}::text, 'version', x.v, 'was', c.due_at, 'is', x.due) else c.shifts end
      from x where c.district_id = ${district} and c.id = x.id returning c.matter_id, c.due_at)
    -- Each half of the statement sees the rows as they were: the clocks of this batch count as they are now.
    update matter m set due_at = (select min(due) from (
        select c.due_at due from c where c.matter_id = m.id
        union all select o.due_at from clock o where o.district_id = m.district_id and o.matter_id = m.id
          and o.stopped_at is null and o.id not in (select id from x)) d)
    from (select distinct matter_id from moved) t where m.district_id = ${district} and m.id = t.matter_id`.execute(
    tx,
  )
  await sql`update calendar_change set looked = looked + ${rows.length}, earlier = earlier + ${earlier}, later = later + ${later}
    where district_id = ${district} and version = ${rules.calendar.version}`.execute(tx)
}

/** Closes the changes under which nothing is left to reckon; one that a later one overtook is closed with it. */
async function finishChanges(tx: Tx, district: number, version: number, now: number): Promise<void> {
  const { rows } = await sql<{ year: number }>`update calendar_change set finished_at = ${new Date(now)}
    where district_id = ${district} and version <= ${version} and finished_at is null
      and not exists (select from clock where district_id = ${district} and stopped_at is null
        and calendar_version < ${version}) returning year`.execute(tx)
  for (const { year } of rows) await nudge(tx, { kind: 'rules', district, id: String(year), version })
}
