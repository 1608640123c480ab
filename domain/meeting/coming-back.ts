import type { Meeting, Task } from './meeting.ts'

type Agenda = Pick<Meeting, 'id' | 'kind' | 'rhythm' | 'unitId'> & {
  items: readonly { id: string; matterId: string | null }[]
}
/** An unfinished task, and the meeting it comes from. */
export type Unfinished = Pick<Task, 'id' | 'itemId' | 'matterId' | 'unitId' | 'state'> & {
  from: Pick<Meeting, 'id' | 'kind' | 'rhythm' | 'unitId'>
}

/** Whether two meetings are of one series: regular ones of the same unit and rhythm. */
export const isSameSeries = (
  one: Pick<Meeting, 'kind' | 'rhythm' | 'unitId'>,
  other: Pick<Meeting, 'kind' | 'rhythm' | 'unitId'>,
): boolean =>
  one.kind === 'regular' &&
  other.kind === 'regular' &&
  one.unitId === other.unitId &&
  one.rhythm === other.rhythm

/** `fit`: onto an item that is there; `carry`: onto an item of their own, one for each matter or old item. */
export type ComingBack = {
  fit: { taskId: string; itemId: string }[]
  carry: { fromItemId: string; matterId: string | null; taskIds: string[]; unitIds: string[] }[]
}

/**
 * Which unfinished tasks come back onto an agenda by themselves: those about a matter that is on it, and those of the same series.
 * In: the agenda, the tasks, and those that stand on it already. Each that comes back is named exactly once.
 */
export function comingBack(
  agenda: Agenda,
  tasks: readonly Unfinished[],
  already: ReadonlySet<string> = new Set(),
): ComingBack {
  const back: ComingBack = { fit: [], carry: [] }
  const seen = new Set(already)
  for (const task of tasks) {
    if (task.state !== 'open' || task.from.id === agenda.id || seen.has(task.id)) continue
    const item = agenda.items.find(({ matterId }) => matterId !== null && matterId === task.matterId)
    if (!item && !isSameSeries(task.from, agenda)) continue
    seen.add(task.id)
    if (item) {
      back.fit.push({ taskId: task.id, itemId: item.id })
      continue
    }
    const { matterId, itemId: fromItemId } = task
    const beside = back.carry.find((one) =>
      matterId === null ? one.fromItemId === fromItemId : one.matterId === matterId,
    )
    if (beside) {
      beside.taskIds.push(task.id)
      if (!beside.unitIds.includes(task.unitId)) beside.unitIds.push(task.unitId)
    } else back.carry.push({ fromItemId, matterId, taskIds: [task.id], unitIds: [task.unitId] })
  }
  return back
}
