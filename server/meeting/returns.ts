import { sql } from 'kysely'
import { comingBack, type Unfinished } from '#domain/meeting/coming-back.ts'
import type { Meeting, Task } from '#domain/meeting/meeting.ts'
import type { Tx } from '../db/scope.ts'
import type { MeetingRow, MeetingTextRow } from '../db/tables.gen.ts'
import { newId } from '../ids.ts'
import { meetingOf } from './read.ts'
import { opener } from './sealed.ts'
import { insertItems, insertMeetingAction, insertReturn, writeTexts } from './store.ts'

/** What of a meeting decides which series it is of. */
type Series = Pick<Meeting, 'id' | 'kind' | 'rhythm' | 'unitId'>

type Line = {
  id: string
  item_id: string
  matter_id: string | null
  unit_id: string
  from_id: string
  kind: Meeting['kind']
  rhythm: Meeting['rhythm']
  from_unit: string
}

/** More than this nobody goes through in one meeting. */
const mostBack = 200

/** The open tasks about some matters, and those of a series of regular meetings. */
async function listUnfinished(
  tx: Tx,
  district: number,
  matterIds: readonly string[],
  { kind, unitId, rhythm }: Series,
): Promise<Unfinished[]> {
  const { rows } =
    await sql<Line>`select t.id, t.item_id, t.matter_id, t.unit_id, g.id from_id, g.kind, g.rhythm, g.unit_id from_unit
    from (
      select x.* from meeting_task x where x.district_id = ${district} and x.state = 'open'
        and x.matter_id = any (${[...matterIds]}::uuid[])
      union
      select x.* from meeting s join meeting_task x on x.district_id = s.district_id and x.meeting_id = s.id
        where s.district_id = ${district} and s.unit_id = ${unitId} and s.kind = 'regular' and ${kind === 'regular'}
          and s.rhythm = ${rhythm} and x.state = 'open') t
    join meeting g on g.district_id = t.district_id and g.id = t.meeting_id
    order by t.due_on, t.id limit ${mostBack}`.execute(tx)
  return rows.map((r) => ({
    ...{ id: r.id, itemId: r.item_id, matterId: r.matter_id, unitId: r.unit_id },
    state: 'open' as const,
    from: { id: r.from_id, kind: r.kind, rhythm: r.rhythm, unitId: r.from_unit },
  }))
}

/** Brings what is unfinished onto the agenda of a meeting that is called, once for each task. Out: how many came. */
export async function bringBack(tx: Tx, district: number, meeting: Series, now: number): Promise<number> {
  const { rows: items } = await sql<{
    id: string
    matter_id: string | null
    no: number
  }>`select id, matter_id, no
    from meeting_item where district_id = ${district} and meeting_id = ${meeting.id} order by no`.execute(tx)
  const { rows: already } = await sql<{ task_id: string }>`select task_id from meeting_return
    where district_id = ${district} and meeting_id = ${meeting.id}`.execute(tx)
  const matterIds = items.flatMap(({ matter_id }) => matter_id ?? [])
  const agenda = { ...meeting, items: items.map(({ id, matter_id }) => ({ id, matterId: matter_id })) }
  const tasks = await listUnfinished(tx, district, matterIds, meeting)
  const { fit, carry } = comingBack(agenda, tasks, new Set(already.map(({ task_id }) => task_id)))
  let no = items.at(-1)?.no ?? 0
  for (const { fromItemId, matterId, taskIds, unitIds } of carry) {
    const id = newId(now)
    no += 1
    await insertItems(tx, [
      {
        ...{ district_id: district, id, meeting_id: meeting.id, no, matter_id: matterId, presenter_id: null },
        ...{ minutes: 5, unit_ids: unitIds, carried: true },
      },
    ])
    const { rows: texts } = await sql<MeetingTextRow>`select * from meeting_text
      where district_id = ${district} and of_id = ${fromItemId} and kind = 'topic'`.execute(tx)
    const topic = opener(texts)(fromItemId, 'topic')
    if (topic) {
      const words = { ...topic, brief: '' }
      await writeTexts(tx, { district, meetingId: meeting.id }, [
        { ofId: id, kind: 'topic', itemId: id, words },
      ])
    }
    fit.push(...taskIds.map((taskId) => ({ taskId, itemId: id })))
  }
  for (const one of fit) await insertReturn(tx, { district, meetingId: meeting.id, ...one })
  if (fit.length > 0)
    await insertMeetingAction(tx, {
      ...{ district, id: newId(now), meetingId: meeting.id, at: now, accountId: null, unitId: null },
      ...{ verb: 'return', payload: { count: fit.length } },
    })
  return fit.length
}

/** Once minutes are confirmed: their tasks come onto every agenda of the same matter or series that is called already. */
export async function bringForward(
  tx: Tx,
  district: number,
  row: MeetingRow,
  tasks: readonly Pick<Task, 'matterId'>[],
  now: number,
): Promise<void> {
  const matterIds = tasks.flatMap(({ matterId }) => matterId ?? [])
  const { rows } = await sql<MeetingRow>`select g.* from meeting g
    where g.district_id = ${district} and g.state = 'called' and g.starts_at > ${new Date(row.starts_at)}
      and (g.kind = 'regular' and ${row.kind} = 'regular' and g.unit_id = ${row.unit_id} and g.rhythm = ${row.rhythm}
        or exists (select from meeting_item i where i.district_id = g.district_id and i.meeting_id = g.id
          and i.matter_id = any (${matterIds}::uuid[])))
    order by g.starts_at limit 50`.execute(tx)
  for (const later of rows) await bringBack(tx, district, meetingOf(later, []), now)
}
