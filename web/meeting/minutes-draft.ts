import type { ItemView, MeetingPage } from '#contract/meeting.ts'
import type { Attendance } from '#domain/meeting/meeting.ts'
import type { Given } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'

export type PresentRow = { id: string; unitId: string; name: string; post: string; came: Attendance }
export type TaskRow = {
  id: string
  what: string
  doneWhen: string
  unitId: string
  accountId: string
  dueOn: string
}
export type ItemRow = { id: string; said: string; conclusion: string; tasks: TaskRow[] }
export type Minutes = { present: PresentRow[]; items: ItemRow[] }

export const blankPerson = (unitId = '', name = ''): PresentRow => ({
  ...{ id: newId(), unitId, name, post: '', came: 'came' },
})
export const blankTask = (): TaskRow => ({
  ...{ id: newId(), what: '', doneWhen: '', unitId: '', accountId: '', dueOn: '' },
})

const itemOf = (item: ItemView): ItemRow => ({
  ...{ id: item.id, said: item.said ?? '', conclusion: item.conclusion ?? '' },
  tasks: item.tasks.map((task) => ({
    ...{ id: task.id, what: task.what ?? '', doneWhen: task.doneWhen ?? '', unitId: task.unitId },
    ...{ accountId: task.accountId ?? '', dueOn: task.dueOn },
  })),
})

/** The minutes as they stand; before anything is written, with whoever was asked and did not say no. */
export function minutesOf(m: MeetingPage): Minutes {
  const asked = m.units
    .filter(({ answer }) => answer !== 'cannot')
    .flatMap((unit) => (unit.people.length > 0 ? unit.people : [{ name: '' }]).map((p) => [unit.id, p.name]))
  return {
    present:
      m.present.length > 0
        ? m.present.map((one) => ({
            ...{ id: one.id, unitId: one.unitId ?? '', came: one.came },
            ...{ name: one.name ?? '', post: one.post ?? '' },
          }))
        : asked.map(([unitId, name]) => blankPerson(unitId, name)),
    items: m.agenda.filter(({ isHidden }) => !isHidden).map(itemOf),
  }
}

/** What is sent: a line without a name is none. */
export function minutesBody(
  { present, items }: Minutes,
  version: number,
  commandId: string,
): Given<'saveMinutes'>['body'] {
  return {
    ...{ commandId, version },
    present: present
      .filter(({ name }) => name.trim() !== '')
      .map((one) => ({ ...one, unitId: one.unitId === '' ? null : one.unitId })),
    items: items.map((item) => ({
      ...item,
      tasks: item.tasks.map((task) => ({
        ...task,
        accountId: task.accountId === '' ? null : task.accountId,
      })),
    })),
  }
}
