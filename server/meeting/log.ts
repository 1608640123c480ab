import { sql } from 'kysely'
import type { MeetingPage } from '#contract/meeting.ts'
import type { StaffActor } from '#domain/actor.ts'
import { meetingUnits } from '#domain/meeting/sight.ts'
import type { Tx } from '../db/scope.ts'
import { iso } from '../matter/views.ts'
import { type Loaded, seesTask } from './read.ts'

export type ActionLine = {
  id: string
  task_id: string | null
  verb: string
  at: number
  name: string | null
  unit_name: string | null
  payload: Record<string, unknown>
}

/** More than this nobody reads; the rest stays on record. */
const mostLines = 500

/** What was done with a meeting and its tasks, the oldest first. */
export async function listLog(tx: Tx, district: number, id: string): Promise<ActionLine[]> {
  const { rows } =
    await sql<ActionLine>`select h.id, h.task_id, h.verb, h.at, p.name, u.name unit_name, h.payload
    from meeting_action h
    left join account a on a.district_id = h.district_id and a.id = h.account_id
    left join person p on p.district_id = a.district_id and p.id = a.person_id
    left join unit u on u.district_id = h.district_id and u.id = h.unit_id
    where h.district_id = ${district} and h.meeting_id = ${id} order by h.at, h.id limit ${mostLines}`.execute(
      tx,
    )
  return rows
}

type Entry = MeetingPage['log'][number]

/** The facts that a line says; digests and ids stay where they are. */
function factsOf(payload: ActionLine['payload']): Entry['facts'] {
  const shown = [
    'units',
    'items',
    'returned',
    'answer',
    'startsAt',
    'no',
    'files',
    'present',
    'tasks',
    'count',
    'day',
  ]
  return Object.fromEntries(
    shown.flatMap((key): [string, string | number][] => {
      const value = payload[key]
      return typeof value === 'string' || typeof value === 'number' ? [[key, value]] : []
    }),
  )
}

/** One line of the history; its words are for whoever sees what they are about. */
export function logView(line: ActionLine, loaded: Loaded, actor: StaffActor): Entry {
  const { open, tasks, items, runs, sees } = loaded
  const task = tasks.find(({ id }) => id === line.task_id)
  const item = task && items.find(({ id }) => id === task.item_id)
  const isOwn = line.verb === 'answer' && meetingUnits(actor).includes(String(line.payload['unitId']))
  const mayRead =
    line.task_id === null
      ? // a correction may be of any item: it is for whoever sees them all
        line.verb === 'note'
        ? items.every(sees)
        : line.verb !== 'answer' || runs || isOwn
      : task !== undefined && item !== undefined && seesTask(actor, task, item, sees(item))
  const words = open(line.id, 'report') ?? open(line.id, 'note') ?? open(line.id, 'reply')
  return {
    ...{ id: line.id, verb: line.verb as Entry['verb'], at: iso(line.at), byName: line.name },
    ...{ unitName: line.unit_name, facts: factsOf(line.payload), words: mayRead ? words : null },
  }
}
