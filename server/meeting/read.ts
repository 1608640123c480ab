import { sql } from 'kysely'
import type { StaffActor } from '#domain/actor.ts'
import type { Meeting, Task } from '#domain/meeting/meeting.ts'
import { ownsTask } from '#domain/meeting/moves.ts'
import { meetingUnits, runsMeeting, seesItem, seesMeeting } from '#domain/meeting/sight.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type {
  MeetingItemRow,
  MeetingPresentRow,
  MeetingRow,
  MeetingTaskRow,
  MeetingTextRow,
  MeetingUnitRow,
} from '../db/tables.gen.ts'
import { Refused } from '../http/refused.ts'
import { type Open, opener } from './sealed.ts'

export type UnitLine = MeetingUnitRow & { name: string }
export type ItemLine = MeetingItemRow & {
  /** Null: the reader does not see the matter. */
  seen_id: string | null
  need_to_know: string[] | null
  is_plain: boolean
  presenter_name: string | null
}
export type TaskLine = MeetingTaskRow & { unit_name: string; account_name: string | null }

/** A meeting with all that was written of it, as it lies before one reader. */
export type Loaded = {
  row: MeetingRow
  meeting: Meeting
  units: UnitLine[]
  items: ItemLine[]
  present: MeetingPresentRow[]
  tasks: TaskLine[]
  open: Open
  /** Whether the reader runs it, and which items the reader sees. */
  runs: boolean
  sees: (item: ItemLine) => boolean
}

export const meetingOf = (row: MeetingRow, unitIds: readonly string[]): Meeting => ({
  ...{ id: row.id, kind: row.kind as Meeting['kind'], rhythm: row.rhythm as Meeting['rhythm'] },
  ...{ state: row.state as Meeting['state'], unitId: row.unit_id, areaPath: row.area_path },
  ...{ chairId: row.chair_id, minuterId: row.minuter_id, quorum: row.quorum, startsAt: row.starts_at },
  unitIds,
})

export const taskOf = (row: MeetingTaskRow): Task => ({
  ...{ id: row.id, meetingId: row.meeting_id, itemId: row.item_id, matterId: row.matter_id },
  ...{ unitId: row.unit_id, accountId: row.account_id, dueOn: row.due_on, askedOn: row.asked_on },
  state: row.state as Task['state'],
})

export const listUnits = async (tx: Tx, district: number, id: string): Promise<UnitLine[]> => {
  const { rows } = await sql<UnitLine>`select x.*, u.name from meeting_unit x
    join unit u on u.district_id = x.district_id and u.id = x.unit_id
    where x.district_id = ${district} and x.meeting_id = ${id} order by u.path`.execute(tx)
  return rows
}

export const listItems = async (tx: Tx, district: number, id: string): Promise<ItemLine[]> => {
  const { rows } = await sql<ItemLine>`select i.*, m.id seen_id, m.need_to_know, u.name presenter_name,
      i.matter_id is null or is_plain_matter(i.district_id, i.matter_id) is_plain
    from meeting_item i
    left join matter m on m.district_id = i.district_id and m.id = i.matter_id and m.destroyed_at is null
    left join unit u on u.district_id = i.district_id and u.id = i.presenter_id
    where i.district_id = ${district} and i.meeting_id = ${id} order by i.no`.execute(tx)
  return rows
}

/** Tasks with their owners' names, of which `only` tells. */
export const taskColumns = sql`t.*, u.name unit_name, p.name account_name from meeting_task t
  join unit u on u.district_id = t.district_id and u.id = t.unit_id
  left join account a on a.district_id = t.district_id and a.id = t.account_id
  left join person p on p.district_id = a.district_id and p.id = a.person_id`

export const itemSeen = ({ matter_id, unit_ids, is_plain }: ItemLine) => ({
  ...{ matterId: matter_id, unitIds: unit_ids, isPlain: is_plain },
})

/** A meeting as a reader sees it. Throws `notFound`. `lock`: it is about to be changed. */
export async function loadMeeting(tx: Tx, actor: StaffActor, id: string, lock = false): Promise<Loaded> {
  const district = actor.districtId
  const { rows } = await sql<MeetingRow>`select * from meeting where district_id = ${district} and id = ${id}
    ${lock ? sql`for update` : sql``}`.execute(tx)
  const [row] = rows
  if (!row) throw new Refused(refuse('notFound'))
  const units = await listUnits(tx, district, id)
  const meeting = meetingOf(
    row,
    units.map(({ unit_id }) => unit_id),
  )
  if (!seesMeeting(actor, meeting)) throw new Refused(refuse('notFound'))
  const items = await listItems(tx, district, id)
  const present = await sql<MeetingPresentRow>`select * from meeting_present
    where district_id = ${district} and meeting_id = ${id} order by no`.execute(tx)
  const tasks = await sql<TaskLine>`select ${taskColumns}
    where t.district_id = ${district} and t.meeting_id = ${id} order by t.no`.execute(tx)
  const texts = await sql<MeetingTextRow>`select * from meeting_text
    where district_id = ${district} and meeting_id = ${id}`.execute(tx)
  const runs = runsMeeting(actor, meeting)
  const mine = meetingUnits(actor)
  const sees = (item: ItemLine) =>
    seesItem(itemSeen(item), { runs, units: mine, seesMatter: item.seen_id !== null })
  return {
    ...{ row, meeting, units, items, present: present.rows, tasks: tasks.rows, open: opener(texts.rows) },
    ...{ runs, sees },
  }
}

/** Whether a reader sees a task: with its item, or as its owner where the matter is not need-to-know or they were named. */
export function seesTask(actor: StaffActor, task: MeetingTaskRow, item: ItemLine, sees: boolean): boolean {
  if (sees) return true
  if (task.account_id === actor.accountId) return true
  return item.is_plain && task.state !== 'draft' && ownsTask(actor, taskOf(task))
}
