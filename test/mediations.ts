import { addDays, dayOf } from '#domain/calendar/days.ts'
import type { Step } from '#domain/mediation/moves.ts'
import type { Answer } from './client.ts'
import { freshId, type Login } from './factory.ts'
import { report } from './matters.ts'
import type { TestServer } from './server.ts'

/** What makes an appeal a dispute between neighbours. */
export const dispute = {
  title: '楼上漏水',
  kind: 'dispute',
  categoryCode: '0201',
  urgency: 'normal',
} as const

export type Case = {
  id: string
  mediationId: string
  /** Party by its place: a1, b1, b2 … */
  parties: Record<string, string>
  view: (login?: Login) => Promise<Answer<'getMediation'>>
  step: (step: Step, input: object, login?: Login) => Promise<{ id: string }>
  no: (step: Step, input: object, login?: Login) => Promise<object>
  file: (login?: Login) => Promise<string>
}

/** A picture of one point, as a camera would send it. */
const point = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function pictureBy(server: TestServer, login: Login): Promise<string> {
  const id = freshId()
  await server
    .as(login)
    .ok('uploadFile', { params: { id }, query: { name: '签名.png' }, file: point, mime: 'image/png' })
  return id
}

/** A dispute that the mediators of Willow Bank have in hand, with one applicant and so many respondents. */
export async function disputeIn(
  server: TestServer,
  respondents = 1,
): Promise<{ id: string; parties: Record<string, string> }> {
  const { id, appealId } = await report(server)
  await server.as('clerk').move(id, 'accept', {})
  await server.as('clerk').move(id, 'triage', dispute)
  await server.as('clerk').move(id, 'dispatch', { unitId: server.town.units.mediators.id })
  await server.as('mediator').move(id, 'sign', {})
  await server.as('mediator').move(id, 'addParty', { appealId, side: 'a', kind: 'person', role: 'applicant' })
  for (let i = 1; i <= respondents; i++)
    await server.as('mediator').move(id, 'addParty', {
      side: 'b',
      kind: 'person',
      role: 'respondent',
      name: `周大友${i}`,
      phone: `1990000700${i}`,
    })
  const { rows } = await server.as('mediator').ok('listParties', { params: { id }, query: { limit: 100 } })
  const parties: Record<string, string> = {}
  for (const side of ['a', 'b'] as const)
    for (const [i, row] of rows
      .filter((one) => one.side === side)
      .toSorted((x, y) => x.no - y.no)
      .entries())
      parties[`${side}${i + 1}`] = row.id
  return { id, parties }
}

/** What is handed in to open a mediation of a matter, led by the mediator of the unit that handles it. */
export async function openInput(
  server: TestServer,
  id: string,
  parties: Record<string, string>,
  more: object = {},
) {
  const { mediators } = await server.as('mediator').ok('listMatterMediations', { params: { id } })
  const accountId = mediators.find((one) => one.isHere)?.accountId
  return {
    ...{ type: 'people', source: 'applied', mediators: [{ accountId, part: 'lead' }] },
    ...{
      partyIds: Object.values(parties),
      story: '楼上卫生间漏水，吊顶泡坏。',
      requests: ['修好防水', '赔偿吊顶'],
    },
    ...more,
  }
}

/** A mediation that was opened, to take steps in. */
export async function mediationIn(server: TestServer, respondents = 1, more: object = {}): Promise<Case> {
  const { id, parties } = await disputeIn(server, respondents)
  const mediationId = freshId()
  const send = (step: Step, input: object) => ({ mediationId, step, input })
  const one: Case = {
    ...{ id, mediationId, parties },
    view: (login = 'mediator') => server.as(login).ok('getMediation', { params: { id, mediationId } }),
    step: (step, input, login = 'mediator') => server.as(login).move(id, 'mediate', send(step, input)),
    no: (step, input, login = 'mediator') => server.as(login).moveNo(id, 'mediate', send(step, input)),
    file: (login = 'mediator') => pictureBy(server, login),
  }
  await one.step('open', await openInput(server, id, parties, more))
  return one
}

/** Tells everybody of their rights and enters that they agree. */
export async function agreeAll(one: Case, names = Object.keys(one.parties)): Promise<void> {
  for (const name of names) {
    const partyId = one.parties[name] as string
    const how = { partyId, byId: partyId, way: 'oral', witness: '社区工作人员' }
    await one.step('tell', how)
    await one.step('consent', { ...how, topic: 'mediate', answer: true })
  }
}

/** A draft in which the first respondent pays the applicant in two instalments. */
export function draftInput({ parties }: Pick<Case, 'parties'>, now: number, more: object = {}) {
  const pay = { kind: 'pay', byId: parties['b1'], toId: parties['a1'], fen: 150_000 }
  const today = dayOf(now)
  return {
    ...{ id: freshId(), kind: 'written', partyIds: [parties['a1'], parties['b1']] },
    ...{ facts: '楼上漏水致楼下吊顶损坏。', issues: '赔偿数额。', manner: '银行转账' },
    clauses: ['乙方赔偿甲方三千元。', '乙方一个月内修好防水。'],
    obligations: [
      { ...pay, id: freshId(), dueOn: addDays(today, 10), text: '第一期' },
      { ...pay, id: freshId(), dueOn: addDays(today, 40), text: '第二期' },
    ],
    ...more,
  }
}

/** Has a draft signed by those in it, the mediator and the seal. */
export async function signAll(
  one: Case,
  draft: { id: string; partyIds: readonly (string | undefined)[] },
  version = 1,
): Promise<void> {
  for (const partyId of draft.partyIds) {
    const how = { partyId, byId: partyId, way: 'screen', fileId: await one.file() }
    await one.step('sign', { agreementId: draft.id, version, ...how })
  }
  await one.step('signAsMediator', { agreementId: draft.id, version })
  await one.step('seal', { agreementId: draft.id, version })
}
