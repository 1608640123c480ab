import { addDays, dayOf } from '#domain/calendar/days.ts'
import type { PetitionStep } from '#domain/petition/moves.ts'
import type { Answer, Client } from './client.ts'
import { freshId, type Login } from './factory.ts'
import { report } from './matters.ts'
import type { TestServer } from './server.ts'

export type PetitionCase = {
  id: string
  petitionId: string
  queryCode: string
  petitioner: string
  view: (login?: Login) => Promise<NonNullable<Answer<'getMatterPetition'>['petition']>>
  step: (step: PetitionStep, input?: object, login?: Login) => Promise<{ id: string }>
  no: (step: PetitionStep, input?: object, login?: Login) => Promise<object>
}

/** A picture of one point, as a camera would send it. */
const point = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
export async function signedBy(server: TestServer, login: Login): Promise<string> {
  const id = freshId()
  await server
    .as(login)
    .ok('uploadFile', { params: { id }, query: { name: '签名.png' }, file: point, mime: 'image/png' })
  return id
}

/** What is registered, unless told otherwise. */
export const registering = (server: TestServer, petitioner: string, more: object = {}) => ({
  ...{
    kind: 'claim',
    channel: 'letter',
    receivedOn: dayOf(server.now),
    petitionerIds: [petitioner],
    people: 1,
  },
  ...{ request: '请发放拖欠的过渡安置费', facts: '房屋征收后三个季度没有发放。', reasons: '安置协议第六条' },
  ...more,
})
export const opinion = {
  facts: '经核实，欠发三个季度共一万八千元。',
  opinion: '自本意见书送达之日起十五日内补发。',
  basis: '《国有土地上房屋征收与补偿条例》第二十二条',
}

/** A matter with a petitioner; whatever is done to it goes by the steps of its petition. */
export async function petitionMatter(server: TestServer, voice: object = {}): Promise<PetitionCase> {
  const { id, appealId, queryCode } = await report(server, voice)
  await server.as('sorter').move(id, 'addParty', {
    ...{ appealId, side: 'a', kind: 'person', role: 'applicant', address: '柳岸新村3幢201' },
  })
  const { parties } = await server.as('sorter').ok('getMatterPetition', { params: { id } })
  return petitionOf(server, { id, queryCode, petitioner: parties[0]?.id ?? '' })
}

/** The petition that a party of a matter makes, to take steps in. */
export function petitionOf(
  server: TestServer,
  matter: Pick<PetitionCase, 'id' | 'queryCode' | 'petitioner'>,
): PetitionCase {
  const { id } = matter
  const petitionId = freshId()
  const command = (step: PetitionStep, input: object) => ({ petitionId, step, input })
  return {
    ...{ ...matter, petitionId },
    view: async (login = 'sorter') => {
      const { petition } = await server.as(login).ok('getMatterPetition', { params: { id } })
      if (!petition) throw new Error('there is no petition')
      return petition
    },
    step: (step, input = {}, login = 'sorter') => server.as(login).move(id, 'petition', command(step, input)),
    no: (step, input = {}, login = 'sorter') => server.as(login).moveNo(id, 'petition', command(step, input)),
  }
}

/** The same, registered and sent to the housing department. */
export async function petitionSent(server: TestServer, voice: object = {}): Promise<PetitionCase> {
  const one = await petitionMatter(server, voice)
  await one.step('register', registering(server, one.petitioner))
  await one.step('send', { unitId: server.town.units.housing.id })
  return one
}

export const mandateFor = async (server: TestServer, more: object = {}, login: Login = 'sorter') => ({
  ...{
    id: freshId(),
    accountId: server.town.staff.clerk.accountId,
    powers: ['inquire', 'receive', 'askReview'],
  },
  ...{ fromOn: dayOf(server.now), toOn: addDays(dayOf(server.now), 365), way: 'screen' },
  ...{ fileId: await signedBy(server, login), subject: '过渡安置费一事', duties: '如实转达，不收费用。' },
  ...more,
})

/** A step of a petition that somebody may take now, with a plain input; undefined where there is none. In: chance. */
export async function anyPetitionStep(who: Client, id: string, draw: (n: number) => number) {
  const { petition: p, parties, mayRegister } = await who.ok('getMatterPetition', { params: { id } })
  const today = dayOf(Date.parse((await who.ok('getMatter', { params: { id } })).receivedAt))
  const petitionId = p?.id ?? freshId()
  if (!p) {
    const [one] = parties
    if (!mayRegister || !one) return undefined
    const input = {
      kind: 'suggestion',
      channel: 'visit',
      receivedOn: today,
      petitionerIds: [one.id],
      request: '建议',
      facts: '事实',
    }
    return { petitionId, step: 'register' as const, input }
  }
  const steps = (['reportUp', 'withdraw'] as const).filter((step) => p.may.includes(step))
  const step = steps[draw(steps.length + 1)]
  return step && { petitionId, step, input: { text: '随机走到这一步' } }
}
