import { type RawBuilder, sql } from 'kysely'
import type { MeetingRow as RowView } from '#contract/meeting.ts'
import type { StaffActor } from '#domain/actor.ts'
import { meetingAreas, meetingUnits } from '#domain/meeting/sight.ts'
import { reachOf } from '#domain/org/grants.ts'
import type { Tx } from '../db/scope.ts'
import type { MeetingRow } from '../db/tables.gen.ts'
import { iso } from '../matter/views.ts'

/** The twin in SQL of `seesMeeting`, over a meeting called g. */
export function meetingVisible(actor: StaffActor): RawBuilder<unknown> {
  const calling = actor.seats.filter((seat) => reachOf(seat, 'meeting.call') !== undefined)
  const units = [...new Set([...meetingUnits(actor), ...calling.map((seat) => seat.unitId)])]
  return sql`(g.unit_id = any (${units}::uuid[]) or g.chair_id = ${actor.accountId} or g.minuter_id = ${actor.accountId}
    or is_within_any(g.area_path, ${meetingAreas(actor).join(',')})
    or exists (select from meeting_unit x where x.district_id = g.district_id and x.meeting_id = g.id
      and x.unit_id = any (${meetingUnits(actor)}::uuid[])))`
}

type Line = Pick<
  MeetingRow,
  'id' | 'kind' | 'rhythm' | 'title' | 'starts_at' | 'minutes' | 'place' | 'state'
> & {
  unit_name: string
  items: number
  called: number
  coming: number
  unanswered: number
  awaits: boolean
  tasks: number
}

/** Meetings that the reader knows of and of which a condition holds, as lines of a list. */
export async function listRows(
  tx: Tx,
  actor: StaffActor,
  condition: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
): Promise<RowView[]> {
  const { rows } =
    await sql<Line>`select g.id, g.kind, g.rhythm, g.title, g.starts_at, g.minutes, g.place, g.state, u.name unit_name,
      (select count(*)::int from meeting_item i where i.district_id = g.district_id and i.meeting_id = g.id) items,
      x.called, x.coming, x.unanswered, x.awaits,
      (select count(*)::int from meeting_task t where t.district_id = g.district_id and t.meeting_id = g.id
        and t.state = 'open') tasks
    from meeting g
    join unit u on u.district_id = g.district_id and u.id = g.unit_id
    cross join lateral (select count(*)::int called, (count(*) filter (where v.answer in ('comes','sends')))::int coming,
      (count(*) filter (where v.answer is null))::int unanswered,
      coalesce(bool_or(v.answer is null and v.unit_id = any (${meetingUnits(actor)}::uuid[])), false) awaits
      from meeting_unit v where v.district_id = g.district_id and v.meeting_id = g.id) x
    where g.district_id = ${actor.districtId} and ${condition} and ${meetingVisible(actor)}
    order by ${order} limit ${limit}`.execute(tx)
  return rows.map((r) => ({
    ...{ id: r.id, kind: r.kind as RowView['kind'], rhythm: r.rhythm as RowView['rhythm'], title: r.title },
    ...{ unitName: r.unit_name, startsAt: iso(r.starts_at), minutes: r.minutes, place: r.place },
    ...{ state: r.state as RowView['state'], items: r.items, called: r.called, coming: r.coming },
    ...{ unanswered: r.unanswered, openTasks: r.tasks, awaitsMe: r.awaits && r.state === 'called' },
  }))
}
