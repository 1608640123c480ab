import { sql } from 'kysely'
import type { ItemView, MeetingPage } from '#contract/meeting.ts'
import type { TaskView } from '#contract/meeting-task.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { addWorkingDays } from '#domain/calendar/working-days.ts'
import type { Attendance } from '#domain/meeting/meeting.ts'
import { meetingVerbs, whyNotMeeting } from '#domain/meeting/moves.ts'
import { unitsThere } from '#domain/meeting/quorum.ts'
import { meetingUnits } from '#domain/meeting/sight.ts'
import { refuse } from '#domain/refusal.ts'
import { namesOf } from '../colleague/queries.ts'
import type { Tx } from '../db/scope.ts'
import type { AttachmentRow } from '../db/tables.gen.ts'
import { Refused } from '../http/refused.ts'
import { fileViewOf, iso, isoOrNull } from '../matter/views.ts'
import { getRules } from '../org/rules.ts'
import { type ActionLine, listLog, logView } from './log.ts'
import { type ItemLine, type Loaded, loadMeeting } from './read.ts'
import { listRows } from './rows.ts'
import { loadTasks, taskView } from './task-views.ts'

/** Working days that are offered for a task. */
const offeredDays = [3, 5, 10, 20]

/** A meeting as one reader sees it. Throws `notFound`. */
export async function viewMeeting(tx: Tx, actor: StaffActor, id: string, now: number): Promise<MeetingPage> {
  const district = actor.districtId
  const loaded = await loadMeeting(tx, actor, id)
  const { row, meeting, units, open, runs } = loaded
  const [line] = await listRows(tx, actor, sql`g.id = ${id}`, sql`g.id`, 1)
  if (!line) throw new Refused(refuse('notFound'))
  const asked = units.flatMap(({ account_ids }) => account_ids)
  const names = await namesOf(tx, district, [row.chair_id, row.minuter_id, row.called_by, ...asked])
  const person = (of: string) => ({ id: of, name: names.get(of) ?? '' })
  const mine = meetingUnits(actor)
  const log = await listLog(tx, district, id)
  const { calendar } = await getRules(tx, district)
  const present = loaded.present.map((one) => ({
    ...{ id: one.id, unitId: one.unit_id, came: one.came as Attendance },
    ...{ name: open(one.id, 'person')?.name ?? null, post: open(one.id, 'person')?.post ?? null },
  }))
  const day = dayOf(row.starts_at)
  return {
    ...line,
    ...{ unitId: row.unit_id, link: row.link, chair: person(row.chair_id), minuter: person(row.minuter_id) },
    ...{ quorum: row.quorum, there: unitsThere(meeting.unitIds, present), version: row.version },
    ...{ calledBy: person(row.called_by).name, calledAt: iso(row.called_at) },
    ...{ confirmedAt: isoOrNull(row.confirmed_at), digest: row.digest?.toString('hex') ?? null },
    adjournedTo: await adjournedTo(tx, district, row.adjourned_to),
    units: units.map((unit) => ({
      ...{ id: unit.unit_id, name: unit.name, people: unit.account_ids.map(person) },
      ...{ answer: unit.answer as 'comes' | null, isMine: mine.includes(unit.unit_id) },
      words: runs || mine.includes(unit.unit_id) ? replyOf(loaded, log, unit.unit_id) : null,
    })),
    agenda: await agendaOf(tx, actor, loaded, now),
    present,
    log: log.map((one) => logView(one, loaded, actor)),
    dueDays: offeredDays.map((days) => ({ days, on: addWorkingDays(calendar, day, days) })),
    may: meetingVerbs.filter((verb) => whyNotMeeting(verb, meeting, actor, now) === undefined),
  }
}

/** What a called unit said with its last answer. */
function replyOf({ open, units }: Loaded, log: readonly ActionLine[], unitId: string): string | null {
  if (units.find((one) => one.unit_id === unitId)?.answer === null) return null
  const last = log.findLast(({ verb, payload }) => verb === 'answer' && payload['unitId'] === unitId)
  return last ? open(last.id, 'reply') : null
}

async function adjournedTo(tx: Tx, district: number, id: string | null) {
  if (id === null) return null
  const { rows } = await sql<{ starts_at: number }>`select starts_at from meeting
    where district_id = ${district} and id = ${id}`.execute(tx)
  return { id, startsAt: iso(rows[0]?.starts_at ?? 0) }
}

async function agendaOf(tx: Tx, actor: StaffActor, loaded: Loaded, now: number): Promise<ItemView[]> {
  const { row, items, units, sees } = loaded
  const district = actor.districtId
  const shown = items.filter(sees).map(({ id }) => id)
  const { rows: files } = await sql<AttachmentRow>`select * from attachment
    where district_id = ${district} and meeting_item_id = any (${shown}::uuid[]) order by created_at, id`.execute(
    tx,
  )
  const { rows: back } = await sql<{
    task_id: string
    item_id: string
  }>`select task_id, item_id from meeting_return
    where district_id = ${district} and meeting_id = ${row.id}`.execute(tx)
  const own = await loadTasks(tx, actor, sql`t.meeting_id = ${row.id}`, sql`t.no, t.id`)
  const ids = back.map(({ task_id }) => task_id)
  const old = ids.length === 0 ? [] : await loadTasks(tx, actor, sql`t.id = any (${ids}::uuid[])`)
  const view = (list: typeof own) => list.filter((one) => one.isShown).map((one) => taskView(actor, one, now))
  return items.map((item) => {
    const tasks = view(own.filter((one) => one.row.item_id === item.id))
    const here = back.filter((one) => one.item_id === item.id).map(({ task_id }) => task_id)
    const returned = view(old.filter((one) => here.includes(one.row.id)))
    if (!sees(item)) return hidden(item, tasks, returned)
    return {
      ...hidden(item, tasks, returned),
      ...wordsOf(loaded, item),
      ...{ isHidden: false, matterId: item.seen_id, presenterName: item.presenter_name },
      units: units
        .filter(({ unit_id }) => item.unit_ids.includes(unit_id))
        .map(({ unit_id, name }) => ({ id: unit_id, name })),
      files: files.filter((file) => file.meeting_item_id === item.id).map(fileViewOf),
    }
  })
}

function wordsOf({ open, row, runs }: Loaded, { id }: ItemLine) {
  const topic = open(id, 'topic')
  // a draft is its writers' alone
  const isRead = row.state !== 'called' || runs
  return {
    ...{ title: topic?.title ?? null, number: topic?.number ?? null, brief: topic?.brief ?? null },
    ...{ said: isRead ? open(id, 'said') : null, conclusion: isRead ? open(id, 'conclusion') : null },
  }
}

/** An item that is not for the reader: that there is one, and their own tasks in it. */
const hidden = (item: ItemLine, tasks: TaskView[], returned: TaskView[]): ItemView => ({
  ...{ id: item.id, no: item.no, isHidden: true, isCarried: item.carried, title: null, number: null },
  ...{ matterId: null, brief: null, minutes: item.minutes, presenterName: null, units: [], files: [] },
  ...{ said: null, conclusion: null, tasks, returned },
})
