import { sql } from 'kysely'
import type { meetingRoutes } from '#contract/meeting.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { taskAfter, whyNotTask } from '#domain/meeting/moves.ts'
import { seesMeeting } from '#domain/meeting/sight.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { MeetingTaskRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { actingUnit, onceInMeeting } from './once.ts'
import { taskOf } from './read.ts'
import { writeTask, writeTexts } from './store.ts'
import { loadTasks, type SeenTask, taskView } from './task-views.ts'
import { tellOfMeeting, toOwner, toPerson, toUnit } from './tell.ts'

/** A task that the reader sees, its row locked. Throws `notFound`. */
async function lockTask(tx: Tx, actor: StaffActor, id: string): Promise<SeenTask> {
  await sql<MeetingTaskRow>`select from meeting_task where district_id = ${actor.districtId} and id = ${id} for update`.execute(
    tx,
  )
  const [task] = await loadTasks(tx, actor, sql`t.id = ${id}`)
  if (!task || (!task.isMine && !seesMeeting(actor, task.meeting))) throw new Refused(refuse('notFound'))
  return task
}

/**
 * Reports on a task, finishes it, asks for another day, grants or denies it, or drops it. Refusals: `notFound`, those of
 * `whyNotTask`, `dayPassed` (a day asked for), `commandReused`.
 */
export async function moveMeetingTask(call: Call<typeof meetingRoutes.moveMeetingTask>) {
  const { tx, actor, params, body, now } = call
  const { commandId, verb, words, day = null } = body
  const district = actor.districtId
  const { row, meeting } = await lockTask(tx, actor, params.id)
  const task = taskOf(row)
  const deed = {
    ...{ tx, actor, now, commandId, meetingId: meeting.id, taskId: task.id, verb, input: body },
    unitId: actor.seats.some((seat) => seat.unitId === task.unitId)
      ? task.unitId
      : actingUnit(actor, meeting),
  }
  await onceInMeeting(deed, async () => {
    insist(whyNotTask(verb, task, meeting, actor))
    if (verb === 'ask' && day !== null && day <= dayOf(now))
      throw new Refused(refuse('dayPassed', { day }, 'day'))
    const next = taskAfter(task, verb, day)
    await writeTask(tx, district, next, now)
    await writeTexts(tx, { district, meetingId: meeting.id }, [
      { ofId: commandId, kind: 'report', itemId: task.itemId, words },
    ])
    const about = { district, at: now, meetingId: meeting.id, actorId: actor.accountId }
    const caller = [toUnit(meeting.unitId)]
    if (verb === 'progress' || verb === 'done') await tellOfMeeting(tx, about, 'taskReported', caller)
    else if (verb === 'ask')
      await tellOfMeeting(tx, about, 'taskAsked', [...caller, toPerson(meeting.chairId)])
    else if (verb === 'drop') await tellOfMeeting(tx, about, 'taskDropped', [toOwner(row)])
    else await tellOfMeeting(tx, about, 'taskAnswered', [toOwner(row)])
    const on = verb === 'ask' ? day : verb === 'grant' ? next.dueOn : null
    return on === null ? {} : { day: on }
  })
  const [after] = await loadTasks(tx, actor, sql`t.id = ${task.id}`)
  if (!after) throw new Error(`task ${task.id} was there a moment ago`)
  return taskView(actor, after, now)
}
