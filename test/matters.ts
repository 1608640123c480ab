import type { State } from '#domain/matter/matter.ts'
import type { Verb } from '#domain/matter/moves.ts'
import type { Answer } from './client.ts'
import { district, freshId, type Town } from './factory.ts'
import type { TestServer } from './server.ts'

export type Appeal = Answer<'sendAppeal'> & { id: string; appealId: string }

/** What a newcomer sends from a stairwell. */
export function appealBody(town: Town, more: object = {}) {
  const ids = { id: freshId(), matterId: freshId(), commandId: freshId() }
  const words = '三楼楼道的灯坏了一个星期，老人上下楼很危险。'
  return { ...ids, placeCode: town.places.willow, words, name: '林小满', phone: '199-0000-1234', ...more }
}

/** A resident of Willow Bank reports something. Out: the answer and the ids. */
export async function report(server: TestServer, more: object = {}): Promise<Appeal> {
  const body = appealBody(server.town, more)
  const answer = await server.visitor.ok('sendAppeal', { params: { district }, body })
  return { ...answer, id: body.matterId, appealId: body.id }
}

type Step = { state: State; login: 'clerk' | 'sorter' | 'housing'; verb: Verb; input: object }

export const triage = {
  title: '楼道灯不亮',
  kind: 'request',
  categoryCode: 'S0101',
  urgency: 'normal',
} as const
export const reached = { reached: true, how: 'phone', solved: true, satisfied: 'satisfied' } as const

/** The shortest way from door to closing: who does what. */
const wayTo = (town: Town): readonly Step[] => [
  { state: 'accepted', login: 'clerk', verb: 'accept', input: {} },
  { state: 'accepted', login: 'clerk', verb: 'triage', input: triage },
  { state: 'dispatched', login: 'sorter', verb: 'dispatch', input: { unitId: town.units.housing.id } },
  { state: 'handling', login: 'housing', verb: 'sign', input: {} },
  {
    state: 'submitted',
    login: 'housing',
    verb: 'submit',
    input: { result: '已更换楼道灯', outcome: 'solved' },
  },
  { state: 'revisiting', login: 'clerk', verb: 'verify', input: {} },
  { state: 'closed', login: 'clerk', verb: 'revisit', input: reached },
  { state: 'closed', login: 'clerk', verb: 'close', input: { closureKind: 'resolved', summary: '灯已亮' } },
]

/** Brings a matter on, step by step through HTTP, from where it is until it is in the state wanted. */
export async function bring(server: TestServer, id: string, state: State): Promise<void> {
  const here = (await server.as('clerk').ok('getMatter', { params: { id } })).state
  const way = wayTo(server.town)
  const from = way.findLastIndex((step) => step.state === here) + 1
  const to = way.findLastIndex((step) => step.state === state) + 1
  for (const { login, verb, input } of way.slice(from, to)) await server.as(login).move(id, verb, input)
}

/** A matter newly reported and brought to a state. */
export async function matterIn(server: TestServer, state: State, more: object = {}): Promise<Appeal> {
  const appeal = await report(server, more)
  if (state !== 'received') await bring(server, appeal.id, state)
  return appeal
}
