import { sql } from 'kysely'
import type { calendarRoutes } from '#contract/calendar.ts'
import { yearOf } from '#domain/calendar/days.ts'
import { refuse } from '#domain/refusal.ts'
import { scopeOf, setScope } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { reckonedAtOnce, recomputeClocks } from '../matter/reckon.ts'
import { nudge } from '../matter/store.ts'
import { forgetRules } from '../org/rules.ts'
import { findYear } from './queries.ts'
import { insertChange } from './store.ts'

/**
 * Saves the holidays and make-up days of a year and begins to reckon the running clocks anew. In: the version that was read.
 * Out: the year, and how many clocks are done. Refusals: `staleVersion`, `badDay` (facts: the day and the year).
 */
export async function saveCalendar({
  tx,
  actor,
  params,
  body,
  now,
}: Call<typeof calendarRoutes.saveCalendar>) {
  const district = actor.districtId
  const { year } = params
  // A notice may reach into the December before its year.
  const isOfYear = (day: string) => yearOf(day) === year || day.startsWith(`${year - 1}-12-`)
  const wrong = body.days.find((d) => !isOfYear(d.day))
  if (wrong) return refuse('badDay', { day: wrong.day, year }, 'days')
  const twice = body.days.find((d, i) => body.days.findIndex((x) => x.day === d.day) !== i)
  if (twice) return refuse('badDay', { day: twice.day, year }, 'days')
  const { rows } = await sql<{ version: number }>`select version from calendar_year
    where district_id = ${district} and year = ${year} for update`.execute(tx)
  const version = rows[0]?.version ?? 0
  if (version !== body.version) return refuse('staleVersion', { version })
  const taken = await sql<{ day: string }>`select day from calendar_day where district_id = ${district}
    and year <> ${year} and day = any (${body.days.map((d) => d.day)}::date[]) limit 1`.execute(tx)
  if (taken.rows[0]) return refuse('badDay', { day: taken.rows[0].day, year }, 'days')
  const written = await sql`insert into calendar_year (district_id, year, status, source, version, changed_at)
    values (${district}, ${year}, ${body.status}, ${body.source}, ${version + 1}, ${new Date(now)})
    on conflict (district_id, year) do update set status = excluded.status, source = excluded.source,
      version = excluded.version, changed_at = excluded.changed_at
      where calendar_year.version = ${version} returning 1`.execute(tx)
  // Somebody entered the same new year in this moment.
  if (written.rows.length === 0) return refuse('staleVersion', { version: version + 1 })
  await sql`delete from calendar_day where district_id = ${district} and year = ${year}`.execute(tx)
  await sql`insert into calendar_day (district_id, day, year, name, is_working)
    select ${district}, d.day, ${year}, d.name, d."isWorking"
    from json_to_recordset(${JSON.stringify(body.days)}::json) d(day date, name text, "isWorking" boolean)`.execute(
    tx,
  )
  forgetRules(district)
  // Who keeps the calendar need not see the matters whose clocks it moves.
  await setScope(tx, scopeOf({ kind: 'system', districtId: district }))
  await insertChange(tx, { ...body, district, year, accountId: actor.accountId, now })
  // What can be done while she waits; the rest is done by the worker, and the page shows how far it has come.
  const recomputed = await recomputeClocks(tx, district, now)
  forgetRules(district) // what was read inside this transaction must not outlive a rollback
  await nudge(tx, { kind: 'rules', district, id: String(year), version: version + 1 })
  const isDone = recomputed < reckonedAtOnce
  return { ...(await findYear(tx, district, year)), recomputed, isDone }
}
