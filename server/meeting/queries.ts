import { type RawBuilder, sql } from 'kysely'
import type { meetingRoutes } from '#contract/meeting.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { callingKinds } from '#domain/meeting/meeting.ts'
import { meetingUnits, seesMeeting } from '#domain/meeting/sight.ts'
import { reachOf } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import type { Call } from '../http/bind.ts'
import { findMatter } from '../matter/queries.ts'
import { listRows } from './rows.ts'
import { loadTasks, taskView } from './task-views.ts'
import { viewMeeting } from './views.ts'

const readCursor = (cursor: string | undefined): { key: string; id: string } | undefined => {
  const [, key, id] = /^([0-9TZ:.-]{10,30})\|([0-9a-f-]{36})$/.exec(cursor ?? '') ?? []
  const isDay = key !== undefined && !Number.isNaN(Date.parse(key))
  return !isDay || id === undefined ? undefined : { key, id }
}

const badCursor = () => refuse('badInput', { field: 'cursor', hint: '' }, 'cursor')

/** Meetings to come by when they are, to be minuted by how long they wait, over with the newest first. */
export async function listMeetings({ tx, actor, query, now }: Call<typeof meetingRoutes.listMeetings>) {
  const { box, cursor, limit } = query
  const after = readCursor(cursor)
  if (cursor !== undefined && !after) return badCursor()
  const isDone = box === 'done'
  const place = after && sql`(${after.key}::timestamptz, ${after.id}::uuid)`
  const beyond = place
    ? isDone
      ? sql`(g.starts_at, g.id) < ${place}`
      : sql`(g.starts_at, g.id) > ${place}`
    : sql`true`
  const of: Record<typeof box, RawBuilder<unknown>> = {
    coming: sql`g.state = 'called' and g.starts_at > ${new Date(now)}`,
    minutes: sql`g.state = 'called' and g.starts_at <= ${new Date(now)}`,
    done: sql`g.state <> 'called'`,
  }
  const order = isDone ? sql`g.starts_at desc, g.id desc` : sql`g.starts_at, g.id`
  const rows = await listRows(tx, actor, sql`${of[box]} and ${beyond}`, order, limit + 1)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const callers = actor.seats.filter(
    (seat) => reachOf(seat, 'meeting.call') !== undefined && callingKinds.has(seat.unitKind),
  )
  return {
    rows: shown,
    next: last ? `${last.startsAt}|${last.id}` : null,
    callsFor: callers
      .filter((one, i) => callers.findIndex(({ unitId }) => unitId === one.unitId) === i)
      .map(({ unitId, unitName }) => ({ id: unitId, name: unitName })),
  }
}

/** A meeting. Refusal: `notFound`. */
export const getMeeting = ({ tx, actor, params, now }: Call<typeof meetingRoutes.getMeeting>) =>
  viewMeeting(tx, actor, params.id, now)

/** The tasks of my units and of mine, or those that the meetings of my units charged others with, or what is over. */
export async function listMeetingTasks({
  tx,
  actor,
  query,
  now,
}: Call<typeof meetingRoutes.listMeetingTasks>) {
  const { of, cursor, limit } = query
  const after = readCursor(cursor)
  if (cursor !== undefined && !after) return badCursor()
  const units = meetingUnits(actor)
  // who is named for a task is of the unit that owns it
  const mine = sql`t.unit_id = any (${units}::uuid[])`
  const whose =
    of === 'called'
      ? sql`t.state = 'open' and g.unit_id = any (${units}::uuid[])`
      : of === 'mine'
        ? sql`t.state = 'open' and ${mine}`
        : sql`t.ended_at is not null and ${mine}`
  const place = after && sql`(${after.key}::timestamptz, ${after.id}::uuid)`
  const beyond = !place
    ? sql`true`
    : of === 'ended'
      ? sql`(t.ended_at, t.id) < ${place}`
      : sql`(t.due_on, t.id) > (${after.key.slice(0, 10)}::date, ${after.id}::uuid)`
  const order = of === 'ended' ? sql`t.ended_at desc, t.id desc` : sql`t.due_on, t.id`
  const found = await loadTasks(tx, actor, sql`${whose} and ${beyond}`, order, limit + 1)
  const shown = found.slice(0, limit)
  const last = found.length > limit ? shown.at(-1) : undefined
  const key =
    last && (last.row.ended_at === null ? last.row.due_on : new Date(last.row.ended_at).toISOString())
  const counted = await sql<{ open: number; late: number }>`select count(*)::int open,
      (count(*) filter (where t.due_on < ${dayOf(now)}::date))::int late
    from meeting_task t join meeting g on g.district_id = t.district_id and g.id = t.meeting_id
    where t.district_id = ${actor.districtId} and ${of === 'ended' ? sql`false` : whose}`.execute(tx)
  return {
    rows: shown.map((one) => {
      const view = taskView(actor, one, now)
      return { ...view, reports: view.reports.slice(-1) }
    }),
    next: last && key !== undefined ? `${key}|${last.row.id}` : null,
    ...{ open: counted.rows[0]?.open ?? 0, late: counted.rows[0]?.late ?? 0 },
  }
}

/** What meetings there were about a matter, and what is open of them. Refusal: `notFound`. */
export async function listMatterMeetings({
  tx,
  actor,
  params,
  now,
}: Call<typeof meetingRoutes.listMatterMeetings>) {
  const matter = await findMatter(tx, actor.districtId, params.id)
  if (!matter || matter.destroyed_at !== null) return refuse('notFound')
  const about = sql`g.id in (select i.meeting_id from meeting_item i where i.district_id = ${actor.districtId}
    and i.matter_id = ${matter.id})`
  const rows = await listRows(tx, actor, about, sql`g.starts_at desc, g.id desc`, 20)
  const tasks = await loadTasks(tx, actor, sql`t.matter_id = ${matter.id} and t.state = 'open'`)
  return {
    rows,
    tasks: tasks
      .filter((one) => one.isMine || seesMeeting(actor, one.meeting))
      .map((one) => taskView(actor, one, now)),
    mayCall:
      matter.state !== 'closed' &&
      actor.seats.some(
        (seat) => reachOf(seat, 'meeting.call') !== undefined && callingKinds.has(seat.unitKind),
      ),
  }
}
