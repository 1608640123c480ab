import { sql } from 'kysely'
import { dayOf } from '#domain/calendar/days.ts'
import type { Tx } from '../db/scope.ts'
import type { MeetingTaskRow } from '../db/tables.gen.ts'
import { newId } from '../ids.ts'
import { pathsAbove } from '../org/queries.ts'
import { insertMeetingAction } from './store.ts'
import { tellOfMeeting, toPerson, toUnit } from './tell.ts'

/** Reminded so long before it begins (milliseconds). */
const aheadMs = 24 * 3_600_000

/** Reminds the units that come, or have not answered, a day before a meeting; once. Out: how many meetings. */
async function remindOfMeetings(tx: Tx, district: number, now: number): Promise<number> {
  const { rows } = await sql<{ id: string; units: string[] }>`update meeting g set reminded = true
    where g.district_id = ${district} and g.state = 'called' and not g.reminded and g.starts_at > ${new Date(now)}
      and g.starts_at <= ${new Date(now + aheadMs)}
    returning g.id, array(select x.unit_id from meeting_unit x where x.district_id = g.district_id and x.meeting_id = g.id
      and x.answer is distinct from 'cannot') units`.execute(tx)
  for (const { id, units } of rows)
    await tellOfMeeting(
      tx,
      { district, at: now, meetingId: id, actorId: null },
      'meetingSoon',
      units.map(toUnit),
    )
  return rows.length
}

/** Who leads a unit: the leaders of the nearest unit on the way up that has any. */
async function leadersOf(tx: Tx, district: number, path: string, now: number): Promise<string[]> {
  const today = dayOf(now)
  const { rows } = await sql<{ id: string; path: string }>`select a.id, u.path from unit u
    join post o on o.district_id = u.district_id and o.unit_id = u.id and o.role = 'leader'
      and o.from_on <= ${today}::date and (o.to_on is null or o.to_on >= ${today}::date)
    join account a on a.district_id = o.district_id and a.person_id = o.person_id and a.disabled_at is null
    where u.district_id = ${district} and u.path = any (${pathsAbove(path)})
    order by length(u.path) desc limit 20`.execute(tx)
  const [nearest] = rows
  return rows.filter((one) => one.path === nearest?.path).map(({ id }) => id)
}

/** Tells the leaders of the owner and the unit that called the meeting of a task that is overdue; once for each day it had. */
async function tellLateTasks(tx: Tx, district: number, now: number): Promise<number> {
  const { rows } = await sql<
    MeetingTaskRow & { path: string; caller: string }
  >`update meeting_task t set told = true from meeting g, unit u
    where t.district_id = ${district} and t.state = 'open' and not t.told and t.due_on < ${dayOf(now)}::date
      and g.district_id = ${district} and g.id = t.meeting_id and u.district_id = ${district} and u.id = t.unit_id
    returning t.*, u.path, g.unit_id caller`.execute(tx)
  for (const task of rows) {
    const leaders = await leadersOf(tx, district, task.path, now)
    const about = { district, at: now, meetingId: task.meeting_id, actorId: null }
    await tellOfMeeting(tx, about, 'taskLate', [toUnit(task.caller), ...leaders.map(toPerson)])
    await insertMeetingAction(tx, {
      ...{ district, id: newId(now), meetingId: task.meeting_id, taskId: task.id, at: now },
      ...{ accountId: null, unitId: task.unit_id, verb: 'overdue', payload: { day: task.due_on } },
    })
  }
  return rows.length
}

/** What meetings say by themselves. Out: how many meetings and tasks were told of. */
export async function remindMeetings(tx: Tx, district: number, now: number): Promise<number> {
  return (await remindOfMeetings(tx, district, now)) + (await tellLateTasks(tx, district, now))
}
