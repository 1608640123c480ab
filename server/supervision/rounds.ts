import { sql } from 'kysely'
import { addDays, type Day, dayOf, startOfDay } from '#domain/calendar/days.ts'
import { addWorkingDays } from '#domain/calendar/working-days.ts'
import { idleDays } from '#domain/supervision/failings.ts'
import type { Database } from '../db/pool.ts'
import { inScope, scopeOf, type Tx } from '../db/scope.ts'
import { readByIndex } from '../insight/conditions.ts'
import { getRules } from '../org/rules.ts'
import { lookThrough } from './find.ts'

/** Matters looked through in one transaction. */
const atOnce = 200
/** The first round looks so many days back at what was closed, returned or mediated. */
const firstDays = 31

type Since = { since: Date; idle: Date; now: number }

/** The matters that may show a failing not found yet: late clocks, what lies still, and what changed since the last round. */
async function candidates(tx: Tx, district: number, { since, idle, now }: Since): Promise<string[]> {
  const at = new Date(now)
  await readByIndex(tx)
  const { rows } = await sql<{ id: string }>`
    select c.matter_id id from clock c where c.district_id = ${district} and c.kind = any (array['accept','dispatch','sign','handle'])
      and c.stopped_at is null and c.due_at < ${at} and not exists (select from supervision_finding f
        where f.district_id = c.district_id and f.matter_id = c.matter_id and f.rule = any (array['acceptLate','handleLate'])
          and f.key = c.id::text)
    union select m.id from matter m where m.district_id = ${district} and m.state in ('dispatched','handling') and m.held is null
      and m.changed_at < ${idle} and not exists (select from supervision_finding f where f.district_id = m.district_id
        and f.matter_id = m.id and f.rule = 'idle' and f.found_at > m.changed_at)
    union select m.id from matter m where m.district_id = ${district} and m.changed_at > ${since}
      and (m.closed_at > ${since} or m.reopenings > 0 or m.returned_by <> '{}' or m.mediation is not null)
    union select d.matter_id from mediation d where d.district_id = ${district} and d.state in ('asking','running')
      and coalesce(d.due_on, 'infinity'::date) < ${dayOf(now)}::date`.execute(tx)
  return rows.map(({ id }) => id)
}

const lastLook = async (tx: Tx, district: number) => {
  const { rows } = await sql<{
    looked_on: Day
    looked_at: number
  }>`select looked_on, looked_at from supervision_round
    where district_id = ${district}`.execute(tx)
  return rows[0]
}

/**
 * Once a day, after midnight, looks through what may show a failing, some matters at a time; it may die in between and finds the rest the
 * next time. Out: how many were found; undefined where today was looked through already.
 */
export async function findRound(db: Database, district: number, now: number): Promise<number | undefined> {
  const scope = scopeOf({ kind: 'system', districtId: district })
  const today = dayOf(now)
  const ready = await inScope(db, scope, async (tx) => {
    const last = await lastLook(tx, district)
    if (last && last.looked_on >= today) return undefined
    const { calendar } = await getRules(tx, district)
    const since = new Date(last?.looked_at ?? startOfDay(addDays(today, -firstDays)))
    const idle = new Date(startOfDay(addWorkingDays(calendar, today, -idleDays)))
    return { calendar, ids: await candidates(tx, district, { since, idle, now }) }
  })
  if (!ready) return undefined
  let found = 0
  for (let i = 0; i < ready.ids.length; i += atOnce)
    found += await inScope(db, scope, (tx) =>
      lookThrough(tx, { district, now, calendar: ready.calendar }, ready.ids.slice(i, i + atOnce)),
    )
  await inScope(db, scope, (tx) =>
    sql`insert into supervision_round (district_id, looked_on, looked_at, found)
      values (${district}, ${today}::date, ${new Date(now)}, ${found})
      on conflict (district_id) do update set looked_on = excluded.looked_on, looked_at = excluded.looked_at,
        found = excluded.found`.execute(tx),
  )
  return found
}
