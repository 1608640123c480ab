import { addDays, dayOf } from '#domain/calendar/days.ts'
import type { Answer, Given } from './client.ts'
import { freshId, type Login, type UnitKey } from './factory.ts'
import type { TestServer } from './server.ts'

export type Posted = Answer<'getAid'>
export type Founded = Answer<'getTeam'>

export const posting = (
  { town, now }: TestServer,
  more: Partial<Given<'postAid'>['body']> = {},
): Given<'postAid'> => ({
  body: {
    ...{ commandId: freshId(), id: freshId(), unitId: town.units.willow.id, kind: 'RENEWAL' },
    ...{ need: '三幢外墙渗水，想请懂改造的人来看', place: '柳岸新村 3 幢' },
    ...{ neededBy: addDays(dayOf(now), 10), people: 3 },
    ...more,
  },
})

/** Posts an order of the willow community. */
export function post(
  server: TestServer,
  more: Partial<Given<'postAid'>['body']> = {},
  login: Login = 'clerk',
): Promise<Posted> {
  return server.as(login).ok('postAid', posting(server, more))
}

type Move = Given<'moveAid'>['body']
type Without<T> = T extends unknown ? Omit<T, 'commandId' | 'lineId'> : never
/** What is said with a step. */
export type AidSaid = Without<Move>

/** A step of an order, or of the line of a unit or team by its name (the one that is open, where there are two). */
export const aidMoving = (aid: Posted, name: string | null, said: AidSaid): Given<'moveAid'> => {
  const line = name === null ? undefined : aid.lines.find((one) => one.name === name)
  return {
    params: { id: aid.id },
    body: { commandId: freshId(), ...(line ? { lineId: line.id } : {}), ...said } as Move,
  }
}

/** Dispatches an order to units of the town, or to a team. */
export function dispatch(
  server: TestServer,
  aid: Posted,
  to: readonly (UnitKey | { team: string })[],
  login: Login = 'sorter',
): Promise<Posted> {
  const targets = to.map((one) =>
    typeof one === 'string'
      ? ({ is: 'unit', id: server.town.units[one].id } as const)
      : ({ is: 'team', id: one.team } as const),
  )
  return server.as(login).ok('moveAid', aidMoving(aid, null, { verb: 'dispatch', targets }))
}

/** Everything that who was asked does up to a step, the step itself included. */
export async function help(
  server: TestServer,
  aid: Posted,
  { login, name, upTo }: { login: Login; name: string; upTo: 'accept' | 'plan' | 'finish' },
): Promise<Posted> {
  const steps: AidSaid[] = [
    { verb: 'accept' },
    { verb: 'plan', on: addDays(dayOf(server.now), 1), who: '工程科文工', what: '上门看外墙和屋面' },
    { verb: 'finish', done: '看了三个单元，写了改造建议' },
  ]
  let now = aid
  for (const step of steps) {
    now = await server.as(login).ok('moveAid', aidMoving(now, name, step))
    if (step.verb === upTo) break
  }
  return now
}

export const person = ({ town }: TestServer, login: Login, unit: UnitKey) => ({
  accountId: town.staff[login].accountId,
  unitId: town.units[unit].id,
})

export const founding = (
  server: TestServer,
  more: Partial<Given<'foundTeam'>['body']> = {},
): Given<'foundTeam'> => ({
  body: {
    ...{ commandId: freshId(), id: freshId(), kind: 'branch', name: '柳岸改造临时党支部' },
    purpose: '把三幢楼的改造一起做完',
    ...{ fromOn: dayOf(server.now), toOn: addDays(dayOf(server.now), 60) },
    lead: person(server, 'housing', 'housing'),
    members: [person(server, 'water', 'water')],
    ...more,
  },
})

/** Sets up a team of the north street: housing leads, water is in it. */
export function found(
  server: TestServer,
  more: Partial<Given<'foundTeam'>['body']> = {},
  login: Login = 'sorter',
): Promise<Founded> {
  return server.as(login).ok('foundTeam', founding(server, more))
}

type TeamMove = Given<'moveTeam'>['body']
export type TeamSaid = TeamMove extends infer T ? (T extends unknown ? Omit<T, 'commandId'> : never) : never
export const teamMoving = (team: Founded, said: TeamSaid): Given<'moveTeam'> => ({
  params: { id: team.id },
  body: { commandId: freshId(), ...said },
})
