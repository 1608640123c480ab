import { type RawBuilder, sql } from 'kysely'
import type { TaskView } from '#contract/meeting-task.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import type { Meeting } from '#domain/meeting/meeting.ts'
import { ownsTask, taskVerbs, whyNotTask } from '#domain/meeting/moves.ts'
import { meetingUnits, runsMeeting, seesItem } from '#domain/meeting/sight.ts'
import type { Tx } from '../db/scope.ts'
import type { MeetingTextRow } from '../db/tables.gen.ts'
import { iso, isoOrNull } from '../matter/views.ts'
import { type TaskLine, taskOf } from './read.ts'
import { type Open, opener } from './sealed.ts'

type Line = TaskLine & {
  title: string
  starts_at: number
  kind: string
  rhythm: string | null
  meeting_state: string
  meeting_unit_id: string
  area_path: string
  chair_id: string
  minuter_id: string
  quorum: number
  unit_ids: string[]
  item_unit_ids: string[]
  is_plain: boolean
  seen_id: string | null
  number: string | null
  matter_title: string | null
  returns: number
}

type Report = {
  id: string
  task_id: string
  verb: string
  at: number
  name: string | null
  unit_name: string | null
  payload: { day?: string }
}

/** A task with the meeting it comes from, as one reader sees it. */
export type SeenTask = {
  row: Line
  meeting: Meeting
  /** The reader answers for it. */
  isMine: boolean
  /** The reader may read what it is about. */
  isShown: boolean
  reports: Report[]
  open: Open
}

const meetingIn = (r: Line): Meeting => ({
  ...{ id: r.meeting_id, kind: r.kind as Meeting['kind'], rhythm: r.rhythm as Meeting['rhythm'] },
  ...{ state: r.meeting_state as Meeting['state'], unitId: r.meeting_unit_id, areaPath: r.area_path },
  ...{ chairId: r.chair_id, minuterId: r.minuter_id, quorum: r.quorum, startsAt: r.starts_at },
  unitIds: r.unit_ids,
})

/** Tasks of which a condition holds (a table called t), with all that is told of them. */
export async function loadTasks(
  tx: Tx,
  actor: StaffActor,
  condition: RawBuilder<unknown>,
  order: RawBuilder<unknown> = sql`t.due_on, t.id`,
  limit = 500,
): Promise<SeenTask[]> {
  const district = actor.districtId
  const { rows } =
    await sql<Line>`select t.*, u.name unit_name, p.name account_name, g.title, g.starts_at, g.kind, g.rhythm,
      g.state meeting_state, g.unit_id meeting_unit_id, g.area_path, g.chair_id, g.minuter_id, g.quorum,
      array(select x.unit_id from meeting_unit x where x.district_id = g.district_id and x.meeting_id = g.id) unit_ids,
      i.unit_ids item_unit_ids, t.matter_id is null or is_plain_matter(t.district_id, t.matter_id) is_plain,
      m.id seen_id, m.number, m.title matter_title,
      (select count(*)::int from meeting_return r join meeting b on b.district_id = r.district_id and b.id = r.meeting_id
        where r.district_id = t.district_id and r.task_id = t.id and b.state in ('called','confirmed')) returns
    from meeting_task t
    join meeting g on g.district_id = t.district_id and g.id = t.meeting_id
    join meeting_item i on i.district_id = t.district_id and i.id = t.item_id
    join unit u on u.district_id = t.district_id and u.id = t.unit_id
    left join account a on a.district_id = t.district_id and a.id = t.account_id
    left join person p on p.district_id = a.district_id and p.id = a.person_id
    left join matter m on m.district_id = t.district_id and m.id = t.matter_id and m.destroyed_at is null
    where t.district_id = ${district} and ${condition} order by ${order} limit ${limit}`.execute(tx)
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const said = await sql<Report>`select h.id, h.task_id, h.verb, h.at, p.name, u.name unit_name, h.payload
    from meeting_action h
    left join account a on a.district_id = h.district_id and a.id = h.account_id
    left join person p on p.district_id = a.district_id and p.id = a.person_id
    left join unit u on u.district_id = h.district_id and u.id = h.unit_id
    where h.district_id = ${district} and h.task_id = any (${ids}::uuid[]) and h.verb = any (${taskVerbs})
    order by h.at, h.id`.execute(tx)
  const of = [...ids, ...said.rows.map(({ id }) => id)]
  const texts = await sql<MeetingTextRow>`select * from meeting_text where district_id = ${district}
    and of_id = any (${of}::uuid[]) and kind in ('task','report')`.execute(tx)
  const open = opener(texts.rows)
  const units = meetingUnits(actor)
  return rows.map((row) => {
    const meeting = meetingIn(row)
    const seen = { matterId: row.matter_id, unitIds: row.item_unit_ids, isPlain: row.is_plain }
    const seesMatter = row.seen_id !== null
    const isNamed = row.account_id === actor.accountId
    const isMine = row.state !== 'draft' && ownsTask(actor, taskOf(row))
    const runs = runsMeeting(actor, meeting)
    // a draft is its writers' alone
    const isShown =
      (row.state !== 'draft' || runs) &&
      (seesItem(seen, { runs, units, seesMatter }) || (isMine && (row.is_plain || isNamed)))
    return { row, meeting, isMine, isShown, open, reports: said.rows.filter((one) => one.task_id === row.id) }
  })
}

/** A task in words. What it is about is told only to whom it is shown. */
export function taskView(
  actor: StaffActor,
  { row, meeting, isShown, reports, open }: SeenTask,
  now: number,
): TaskView {
  const task = taskOf(row)
  const words = isShown ? open(row.id, 'task') : null
  const matter =
    row.seen_id === null ? null : { id: row.seen_id, number: row.number ?? '', title: row.matter_title ?? '' }
  return {
    ...{ id: row.id, meeting: { id: meeting.id, title: row.title, startsAt: iso(row.starts_at) }, matter },
    ...{ what: words?.what ?? null, doneWhen: words?.doneWhen ?? null },
    ...{ unitId: row.unit_id, unitName: row.unit_name },
    ...{ accountId: row.account_id, accountName: row.account_name, dueOn: row.due_on },
    ...{ isLate: row.state === 'open' && row.due_on < dayOf(now), state: task.state, returns: row.returns },
    ...{ askedOn: row.asked_on, endedAt: isoOrNull(row.ended_at) },
    reports: reports.map((one) => ({
      ...{ verb: one.verb as TaskView['reports'][number]['verb'], at: iso(one.at), byName: one.name ?? '' },
      ...{ unitName: one.unit_name, day: one.payload.day ?? null },
      words: isShown ? open(one.id, 'report') : null,
    })),
    may: isShown ? taskVerbs.filter((verb) => whyNotTask(verb, task, meeting, actor) === undefined) : [],
  }
}
