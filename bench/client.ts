import { type Agent, request } from 'node:http'
import { newId } from '#server/ids.ts'
import type { Bed } from './bed.ts'
import { benchLogin } from './district.ts'

/** Signs in as an officer of the measured district, by default the dispatcher. Out: the cookie. */
export async function signIn(
  bed: Pick<Bed, 'base'>,
  as: { login: string; password: string } = benchLogin,
): Promise<string> {
  const answer = await fetch(`${bed.base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-maple': '1' },
    body: JSON.stringify(as),
  })
  if (!answer.ok) throw new Error(`no sign-in: ${answer.status}`)
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** Sends one command as JSON; with a cookie as who holds it. Fails unless it is answered with 200. */
export function post(agent: Agent, url: string, content: object, cookie?: string): Promise<void> {
  const body = JSON.stringify(content)
  const headers = {
    'content-type': 'application/json',
    'x-maple': '1',
    'content-length': Buffer.byteLength(body),
    ...(cookie ? { cookie } : {}),
  }
  return asked(agent, url, { method: 'POST', headers }, body)
}

/** Reads one page of the product as who holds the cookie. Fails unless it is answered with 200. */
export const get = (agent: Agent, url: string, cookie: string) => asked(agent, url, { headers: { cookie } })

/** Sends what a newcomer reports at one of the stairwells. Out: the id of the matter. */
export async function report(agent: Agent, bed: Bed, index: number, words: string): Promise<string> {
  const now = Date.now()
  const ids = { id: newId(now), matterId: newId(now), commandId: newId(now) }
  const placeCode = bed.places[index % bed.places.length] ?? ''
  const said = { ...ids, placeCode, words, phone: '19900001234', files: [] }
  await post(agent, `${bed.base}/api/public/${bed.district}/appeals`, said)
  return ids.matterId
}

/** The first moves of a measured matter in their order: each meets the version that the one before has left. */
export const firstMoves = ['accept', 'triage', 'dispatch', 'sign'] as const

/** One move of a matter, as who holds the cookie. */
export function move(
  agent: Agent,
  bed: Bed,
  id: string,
  verb: (typeof firstMoves)[number],
  input: object,
  cookie: string,
): Promise<void> {
  const body = { commandId: newId(Date.now()), version: firstMoves.indexOf(verb) + 1, verb, input }
  return post(agent, `${bed.base}/api/matters/${id}/moves`, body, cookie)
}

/** What the centre says of every measured matter when it sorts it. */
export const triaged = { title: '量测用的一件事', kind: 'request', categoryCode: 'S0101', urgency: 'normal' }

function asked(agent: Agent, url: string, options: object, body?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const r = request(url, { agent, ...options })
    r.on('response', (response) => {
      let text = ''
      response.on('data', (part) => {
        if (response.statusCode !== 200) text += String(part)
      })
      response.on('end', () =>
        response.statusCode === 200
          ? resolve()
          : reject(new Error(`${url}: ${response.statusCode} ${text.slice(0, 300)}`)),
      )
    })
    r.on('error', reject)
    r.end(body)
  })
}
