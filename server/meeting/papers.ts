import type { MeetingPage, meetingRoutes } from '#contract/meeting.ts'
import type { TaskView } from '#contract/meeting-task.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { meetingMinutes, meetingNotice, type PaperFacts } from '#domain/meeting/papers.ts'
import { refuse } from '#domain/refusal.ts'
import { answersPaper } from '../document/paper-answer.ts'
import type { Call } from '../http/bind.ts'
import { insertReading } from '../matter/store.ts'
import { viewMeeting } from './views.ts'

const titles = { notice: '会商研判会议通知', minutes: '会商研判会议纪要' } as const
/** The same paper within a minute is one reading (milliseconds). */
const againMs = 60_000

const ownerOf = ({ unitName, accountName }: TaskView) =>
  accountName === null ? unitName : `${unitName}（${accountName}）`

/** The facts of a paper: what the reader sees, and nothing else. */
function factsOf(m: MeetingPage, now: number): PaperFacts {
  const unitName = new Map([[m.unitId, m.unitName], ...m.units.map(({ id, name }) => [id, name] as const)])
  return {
    ...{ title: m.title, caller: m.unitName, startsAt: Date.parse(m.startsAt), minutes: m.minutes },
    ...{ place: m.place, link: m.link, chair: m.chair.name, minuter: m.minuter.name, quorum: m.quorum },
    units: m.units.map(({ name, people }) => ({ name, people: people.map((one) => one.name) })),
    present: m.present.map((one) => ({
      ...{ unit: one.unitId === null ? null : (unitName.get(one.unitId) ?? ''), came: one.came },
      ...{ name: one.name ?? '', post: one.post ?? '' },
    })),
    agenda: m.agenda.map((item) => ({
      ...{ no: item.no, title: item.title, number: item.number, minutes: item.minutes },
      ...{ presenter: item.presenterName, said: item.said, conclusion: item.conclusion },
      tasks: item.tasks.map((task) => ({
        ...{ what: task.what ?? '', doneWhen: task.doneWhen ?? '', owner: ownerOf(task) },
        dueOn: task.dueOn,
      })),
      returned: item.returned.map((task) => ({
        ...{ what: task.what ?? '', owner: ownerOf(task), dueOn: task.dueOn, returns: task.returns },
      })),
    })),
    notes: m.log.flatMap(({ verb, at, words }) =>
      verb === 'note' && words !== null ? [{ at: Date.parse(at), words }] : [],
    ),
    confirmedAt: m.confirmedAt === null ? null : Date.parse(m.confirmedAt),
    code: `纪要校验码 ${(m.digest ?? '').slice(0, 16).toUpperCase()}`,
    at: now,
  }
}

/** Notice or minutes as PDF or Word, on record. Refusals: `notFound`, `meetingNotNow` (minutes before they are confirmed), `commandReused`. */
export async function drawMeetingPaper(call: Call<typeof meetingRoutes.drawMeetingPaper>): Promise<unknown> {
  const { tx, actor, params, body, now, reply } = call
  const view = await viewMeeting(tx, actor, params.id, now)
  if (body.paper === 'minutes' && view.state !== 'confirmed')
    return refuse('meetingNotNow', { state: view.state }, 'paper')
  const isOnRecord = await insertReading(tx, {
    ...{ district: actor.districtId, id: body.commandId, at: now, accountId: actor.accountId, what: 'print' },
    ...{ subject: `meeting:${view.id}`, purpose: `${titles[body.paper]}：${body.purpose}`, againMs },
  })
  if (!isOnRecord) return refuse('commandReused')
  const facts = factsOf(view, now)
  const document = body.paper === 'notice' ? meetingNotice({ ...facts, code: '' }) : meetingMinutes(facts)
  const name = `${titles[body.paper]} ${dayOf(facts.startsAt)}`
  return answersPaper(reply, [document], { as: body.as, name, at: now })
}
