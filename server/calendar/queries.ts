import { sql } from 'kysely'
import type { CalendarChange, calendarRoutes } from '#contract/calendar.ts'
import { dayOf, yearOf } from '#domain/calendar/days.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { getRules } from '../org/rules.ts'

type YearRow = { year: number; status: 'official' | 'provisional'; source: string; version: number }

export async function findYear(tx: Tx, district: number, year: number) {
  const { rows } = await sql<YearRow>`select year, status, source, version from calendar_year
    where district_id = ${district} and year = ${year}`.execute(tx)
  const days = await sql<{ day: string; name: string; isWorking: boolean }>`
    select day, name, is_working "isWorking" from calendar_day where district_id = ${district} and year = ${year} order by day`.execute(
    tx,
  )
  const { profile } = await getRules(tx, district)
  const officeHours = profile.officeHours.map(([from, to]) => [from, to] as [number, number])
  const row = rows[0]
  return row
    ? { ...row, days: days.rows, officeHours }
    : { year, status: 'missing' as const, source: '', version: 0, days: days.rows, officeHours }
}

export async function getCalendar({ tx, actor, params }: Call<typeof calendarRoutes.getCalendar>) {
  return findYear(tx, actor.districtId, params.year)
}

type Change = Omit<CalendarChange, 'at' | 'finishedAt'> & { at: number; finishedAt: number | null }

/** Who changed the calendar when, and what it did to the running clocks; the newest first. */
export async function listCalendarChanges({
  tx,
  actor,
  query,
}: Call<typeof calendarRoutes.listCalendarChanges>) {
  const district = actor.districtId
  const { rows } =
    await sql<Change>`select c.version, c.year, c.at, p.name "by", c.status, c.source, c.clocks, c.looked,
      c.earlier, c.later, c.finished_at "finishedAt"
    from calendar_change c join account a on a.district_id = c.district_id and a.id = c.account_id
    join person p on p.district_id = a.district_id and p.id = a.person_id
    where c.district_id = ${district} and (${query.before ?? null}::int is null or c.version < ${query.before ?? null}::int)
    order by c.version desc limit ${query.limit + 1}`.execute(tx)
  const shown = rows.slice(0, query.limit).map((row) => ({
    ...row,
    at: new Date(row.at).toISOString(),
    finishedAt: row.finishedAt === null ? null : new Date(row.finishedAt).toISOString(),
  }))
  return { rows: shown, next: rows.length > query.limit ? (shown.at(-1)?.version ?? null) : null }
}

/** From November on, next year's notice is needed: clocks started now may run into it. */
const lookAheadDays = 60
/** A worker that has not been heard of for this long is silent (milliseconds). */
export const silentAfterMs = 120_000

/** What needs somebody's attention. */
export async function listAlarms({ tx, actor, now }: Call<typeof calendarRoutes.listAlarms>) {
  const rows: {
    kind: 'calendarMissing' | 'calendarProvisional' | 'workerSilent' | 'clockAhead'
    facts: Record<string, string | number>
  }[] = []
  const { calendar } = await getRules(tx, actor.districtId)
  const years = new Set([yearOf(dayOf(now)), yearOf(dayOf(now + lookAheadDays * 86_400_000))])
  for (const year of years) {
    const status = calendar.years.get(year)
    if (status === undefined) rows.push({ kind: 'calendarMissing', facts: { year } })
    else if (status === 'provisional') rows.push({ kind: 'calendarProvisional', facts: { year } })
  }
  const seconds = await workerSeconds(tx, now)
  const ahead = await clockAheadMs(tx)
  // the same leap makes the worker look silent
  if (ahead > 0) rows.push({ kind: 'clockAhead', facts: { minutes: Math.ceil(ahead / 60_000) } })
  else if (seconds === null || seconds * 1000 > silentAfterMs)
    rows.push({ kind: 'workerSilent', facts: { minutes: Math.ceil((seconds ?? 0) / 60) } })
  return { rows }
}

/** Seconds since the worker's last sign of life, or null when there never was one. */
export async function workerSeconds(tx: Tx, now: number): Promise<number | null> {
  const { rows } = await sql<{ at: number }>`select at from heartbeat where process = 'worker'`.execute(tx)
  return rows[0] ? Math.max(0, Math.round((now - rows[0].at) / 1000)) : null
}

/** How far the clock of the worker's machine claims to be ahead, while the worker does not believe it (milliseconds). */
async function clockAheadMs(tx: Tx): Promise<number> {
  const { rows } = await sql<{ ahead: number | null }>`select (facts->>'aheadMs')::float8 ahead from heartbeat
    where process = 'worker'`.execute(tx)
  return rows[0]?.ahead ?? 0
}
