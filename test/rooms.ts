import { freshId, type Login } from './factory.ts'
import { agreeAll, type Case, mediationIn } from './mediations.ts'
import type { TestServer } from './server.ts'

/** The way in of a party: where its link leads, and the check code. */
export type Door = { params: { district: number; token: string }; code: string }

/** A new way in for a party of a mediation. */
export async function doorFor(server: TestServer, one: Case, name: string): Promise<Door> {
  const { url, code } = await server.as('mediator').ok('makePartyLink', {
    params: { id: one.id, mediationId: one.mediationId },
    body: { commandId: freshId(), partyId: one.parties[name] as string },
  })
  const [, district, token = ''] = /\/m\/(\d+)\/(.+)$/.exec(url) ?? []
  return { params: { district: Number(district), token }, code }
}

/** A mediation that has begun, with everybody in it. */
export async function begunIn(server: TestServer, respondents = 1): Promise<Case> {
  const one = await mediationIn(server, respondents)
  await agreeAll(one)
  await one.step('begin', {})
  return one
}

let turn = 0
/** A new link of a party ends the one before, so those of a case are made once. */
const made = new WeakMap<Case, Map<string, Door>>()

/** A written room in a mediation that has begun; each starts at an hour of its own, so that no mediator is promised twice. */
export async function roomIn(
  server: TestServer,
  one: Case,
  { names = Object.keys(one.parties), kind = 'joint' }: { names?: string[]; kind?: 'joint' | 'caucus' } = {},
) {
  const sessionId = freshId()
  turn += 1
  const startsAt = new Date(server.now + 3_000_000_000 + turn * 3_600_000).toISOString()
  await one.step('schedule', {
    ...{ id: sessionId, kind, way: 'written', startsAt, minutes: 30 },
    partyIds: names.map((name) => one.parties[name]),
  })
  const doors = made.get(one) ?? new Map<string, Door>()
  made.set(one, doors)
  const door = async (name: string): Promise<Door> => {
    const known = doors.get(name) ?? (await doorFor(server, one, name))
    doors.set(name, known)
    return known
  }
  const params = { id: one.id, mediationId: one.mediationId, sessionId }
  const words = (name: string, text: string, more: object) => ({
    ...{ commandId: freshId(), partyId: one.parties[name] as string, text },
    ...more,
  })
  const take = async (name: string, step: string, input: object) => {
    const { params: link, code } = await door(name)
    return {
      params: link,
      body: { commandId: freshId(), code, step, input: { partyId: one.parties[name], ...input } },
    }
  }
  const offerInput = (to: string, more: object) => ({
    ...{ id: freshId(), sessionId, toId: one.parties[to] },
    expiresAt: new Date(server.now + 86_400_000).toISOString(),
    ...more,
  })
  return {
    sessionId,
    params,
    door,
    look: (login: Login = 'mediator', query: object = {}) =>
      server.as(login).ok('getRoom', { params, query }),
    lookNo: (login: Login) => server.as(login).no('getRoom', { params, query: {} }),
    say: (text: string, more: object = {}, login: Login = 'mediator') =>
      server.as(login).ok('sayInRoom', { params, body: { commandId: freshId(), text, ...more } }),
    sayNo: (text: string, login: Login = 'mediator') =>
      server.as(login).no('sayInRoom', { params, body: { commandId: freshId(), text } }),
    /** A party looks by its link. */
    lookAs: async (name: string, more: object = {}) => {
      const { params: link, code } = await door(name)
      return server.visitor.ok('openPartyRoom', { params: { ...link, sessionId }, body: { code, ...more } })
    },
    lookAsNo: async (name: string, more: object = {}) => {
      const { params: link, code } = await door(name)
      return server.visitor.no('openPartyRoom', { params: { ...link, sessionId }, body: { code, ...more } })
    },
    sayAs: async (name: string, text: string, more: object = {}) => {
      const { params: link, code } = await door(name)
      return server.visitor.ok('sayByLink', {
        params: { ...link, sessionId },
        body: { code, ...words(name, text, more) },
      })
    },
    sayAsNo: async (name: string, text: string, more: object = {}) => {
      const { params: link, code } = await door(name)
      return server.visitor.no('sayByLink', {
        params: { ...link, sessionId },
        body: { code, ...words(name, text, more) },
      })
    },
    /** Makes an offer by link. Out: its id. */
    offer: async (from: string, to: string, more: object = {}) => {
      const input = offerInput(to, more)
      await server.visitor.ok('takePartyStep', await take(from, 'offer', input))
      return input.id
    },
    offerNo: async (from: string, to: string, more: object = {}) =>
      server.visitor.no('takePartyStep', await take(from, 'offer', offerInput(to, more))),
    answer: async (name: string, offerId: string, answer: boolean) =>
      server.visitor.ok('takePartyStep', await take(name, 'answerOffer', { offerId, answer })),
    answerNo: async (name: string, offerId: string, answer: boolean) =>
      server.visitor.no('takePartyStep', await take(name, 'answerOffer', { offerId, answer })),
    withdraw: async (name: string, offerId: string) =>
      server.visitor.ok('takePartyStep', await take(name, 'withdrawOffer', { offerId })),
  }
}
