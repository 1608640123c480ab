import { sql } from 'kysely'
import type { NewMeeting } from '#contract/meeting-steps.ts'
import type { StaffActor } from '#domain/actor.ts'
import { addDays, dayOf, type Instant, instantAt, weekday } from '#domain/calendar/days.ts'
import type { Role } from '#domain/org/roles.ts'
import type { Tx } from '../db/scope.ts'
import { newId } from '../ids.ts'
import { callMeeting } from '../meeting/call.ts'
import { saveMinutes } from '../meeting/minutes.ts'
import { answerInvitation, moveMeeting } from '../meeting/moves.ts'
import { moveMeetingTask } from '../meeting/tasks.ts'
import { actorOf, type Member } from './staff.ts'
import { demoDistrict } from './units.ts'

type Hand = { actor: StaffActor; unitId: string; name: string }
type Matter = { id: string; title: string }

const dayMs = 86_400_000
const hourMs = 3_600_000

/** Runs a command of real use as somebody at an instant, without the request it usually comes by. */
function at<C extends { body: unknown }, Out>(
  command: (call: C) => Promise<Out>,
  tx: Tx,
  { actor }: Hand,
  now: Instant,
  given: { params?: object; body: C['body'] },
): Promise<Out> {
  return command({ tx, actor, now, params: {}, ...given } as unknown as C)
}

const itemOf = (matter: Matter | null, title: string, brief: string, units: readonly Hand[]) => ({
  ...{ id: newId(Date.now()), matterId: matter?.id ?? null, title, brief, minutes: 20 },
  ...{ presenterId: units[0]?.unitId ?? null, unitIds: units.map(({ unitId }) => unitId), files: [] },
})

/**
 * Meetings of the first street's centre: one that was held, with a task that is done, one that is late and one that is not due; one
 * that waits for its minutes; one about the same matter and a weekly one to come, onto which what is unfinished came back.
 */
export async function meetInDemo(
  tx: Tx,
  members: readonly Member[],
  rootPath: string,
  now: Instant,
): Promise<void> {
  const hand = (role: Role, path: string, login?: string): Hand => {
    const member = members.find(
      (one) =>
        (login === undefined || one.login === login) &&
        one.posts.some((post) => post.role === role && post.unit.path === rootPath + path),
    )
    const post = member?.posts.find((one) => one.role === role && one.unit.path === rootPath + path)
    if (!member || !post) throw new Error(`the demo has no ${role} at ${path}`)
    return { actor: actorOf(member), unitId: post.unit.id, name: member.name }
  }
  const chair = hand('dispatcher', '001/ZX/', 'fangzhiyuan')
  const minuter = hand('deskOfficer', '001/ZX/', 'suxiaowen')
  const [city, police, justice] = ['D01/', 'D03/', 'D11/'].map((path) => hand('departmentOfficer', path))
  const mediators = hand('mediator', '001/001/TW/', 'qinyulan')
  if (!city || !police || !justice) throw new Error('the demo has no departments')
  const called = [city, police, justice, mediators]
  const { rows: matters } = await sql<Matter>`select id, title from matter where district_id = ${demoDistrict}
    and state in ('accepted','dispatched','handling') and not sensitive and place_path like ${`${rootPath}001/%`}
    order by title ~ '占道|堆|通道|停车' desc, title ~ '噪|吵' desc, received_at, id limit 3`.execute(tx)
  const [hard = null, other = null, third = null] = matters
  const today = dayOf(now)
  const isRest = (days: number) => weekday(addDays(today, days)) > 5
  /** On that day from today, or on the next that is no Saturday or Sunday. */
  const morning = (days: number): Instant =>
    isRest(days) ? morning(days + 1) : instantAt(addDays(today, days), 9 * 60 + 30)
  const call = async (
    more: Partial<NewMeeting> & Pick<NewMeeting, 'title' | 'items'>,
    startsAt: Instant,
    asked: Instant,
  ) => {
    const body: NewMeeting = {
      ...{ commandId: newId(asked), id: newId(asked), kind: 'study', rhythm: null, unitId: chair.unitId },
      ...{ startsAt: new Date(startsAt).toISOString(), minutes: 90, place: '二楼会商室', link: '' },
      ...{ chairId: chair.actor.accountId, minuterId: minuter.actor.accountId },
      units: called.map(({ unitId, actor }) => ({ unitId, accountIds: [actor.accountId] })),
      ...more,
    }
    await at(callMeeting, tx, chair, asked, { body })
    return body
  }
  const comes = async ({ id }: { id: string }, who: Hand, when: Instant, words?: string) => {
    const answer = words === undefined ? ('comes' as const) : ('cannot' as const)
    const body = { commandId: newId(when), unitId: who.unitId, answer, words }
    await at(answerInvitation, tx, who, when, { params: { id }, body })
  }

  const heldAt = morning(-12)
  const held = await call(
    {
      title: `${hard?.title ?? '消防通道'}联合会商`,
      items: [
        itemOf(hard, '', '社区三次上门没有谈成，请几家一起想办法。', [city, police, mediators]),
        itemOf(null, '老旧小区消防通道', '今年四起，都在同一条巷子。', []),
      ],
    },
    heldAt,
    heldAt - 4 * dayMs,
  )
  for (const who of [city, police, mediators]) await comes(held, who, heldAt - 3 * dayMs)
  await comes(held, justice, heldAt - 2 * dayMs, '当天在区里开庭，请先议，会后补意见')
  const task = (who: Hand, what: string, doneWhen: string, days: number) => ({
    ...{ id: newId(heldAt), what, doneWhen, unitId: who.unitId, accountId: null },
    dueOn: addDays(today, days),
  })
  const [cleared, agreed, signs] = [
    task(city, '联合到现场处置一次，并留下记录', '现场恢复通行，记录存档', -6),
    task(mediators, '约双方再谈一次，把说定的写进协议', '双方签字或书面说明谈不成', -3),
    task(police, '在巷口补装禁停标志', '标志装好并抄告社区', 9),
  ]
  const person = (who: Hand, came: 'came' | 'late' | 'absent' = 'came') => ({
    ...{ id: newId(heldAt), unitId: who.unitId, name: who.name, post: '经办人', came },
  })
  await at(saveMinutes, tx, minuter, heldAt + hourMs, {
    params: { id: held.id },
    body: {
      ...{ commandId: newId(heldAt), version: 1 },
      present: [
        person(chair),
        person(city),
        person(police, 'late'),
        person(justice, 'absent'),
        person(mediators),
      ],
      items: [
        {
          ...{
            id: held.items[0]?.id ?? '',
            said: '城管说执法可以先劝后办；派出所说夜里没人管是根子；调委会说两家其实只差一句话。',
          },
          ...{
            conclusion: '先办后谈：城管牵头到现场处置一次，调委会随后再约双方。',
            tasks: [cleared, agreed],
          },
        },
        {
          ...{
            id: held.items[1]?.id ?? '',
            said: '四起都和夜间停车有关。',
            conclusion: '巷口补装禁停标志。',
          },
          tasks: [signs],
        },
      ],
    },
  })
  await at(moveMeeting, tx, chair, heldAt + 5 * hourMs, {
    params: { id: held.id },
    body: { commandId: newId(heldAt), verb: 'confirm', version: 2 },
  })
  const says = (who: Hand, { id }: { id: string }, verb: 'progress' | 'done', words: string, when: Instant) =>
    at(moveMeetingTask, tx, who, when, { params: { id }, body: { commandId: newId(when), verb, words } })
  await says(city, cleared, 'done', '周三联合到场处置完毕，通行恢复，记录已存。', heldAt + 5 * dayMs)
  await says(mediators, agreed, 'progress', '约了两次，一方出差，下周回来。', heldAt + 7 * dayMs)

  await call(
    {
      title: `${other?.title ?? '反复投诉'}会商`,
      items: [itemOf(other, '', '同一件事，换了三拨人来反映。', [city, police])],
    },
    now - 2 * hourMs,
    now - 5 * dayMs,
  )
  const again = await call(
    {
      title: `${hard?.title ?? '消防通道'}会商（第二次）`,
      items: [itemOf(hard, '', '看看没办完的怎么收尾。', [mediators, city])],
    },
    morning(2),
    now - dayMs,
  )
  await comes(again, city, now - 20 * hourMs)
  await call(
    {
      ...{ kind: 'regular', rhythm: 'weekly', title: '听泉街道每周研判' },
      items: [itemOf(third, '', '', [city]), itemOf(null, '年底前的欠薪苗头', '', [])],
    },
    morning(4),
    now - 6 * hourMs,
  )
}
