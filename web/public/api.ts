import type { publicRoutes } from '#contract/public.ts'
import type { RouteAnswer } from '#contract/route.ts'
import { isRefusal, type Refusal } from '#domain/refusal.ts'

/**
 * What came of a request: an answer, an expected no, or nothing that can be trusted — the network, a fault of ours, or
 * a server that asks to wait. After `unreached` nobody knows whether it arrived, so it may only be sent again unchanged.
 */
export type Outcome<T> =
  | { ok: T }
  | { refused: Refusal }
  | { unreached: 'network' | 'server' | 'busy'; seconds?: number }

type Routes = typeof publicRoutes
export type Place = RouteAnswer<Routes['findPlace']>
export type Receipt = RouteAnswer<Routes['sendAppeal']>
export type FileView = RouteAnswer<Routes['uploadPublicFile']>
export type Tracking = RouteAnswer<Routes['track']>
export type PersonVerb = Tracking['may'][number]

const patienceMs = 20_000

/** Reads a refused or failed answer. In: the status and the body, if it was JSON. */
export function outcomeOf<T>(status: number, body: unknown): Outcome<T> {
  // A hotel's or a train's sign-in page answers 200 too, but never with an object.
  if (status >= 200 && status < 300) {
    return typeof body === 'object' && body !== null ? { ok: body as T } : { unreached: 'network' }
  }
  if (status === 429 && isRefusal(body) && body.refused === 'tooBusy') {
    return { unreached: 'busy', seconds: Number(body.facts?.seconds) || 5 }
  }
  if (status < 500 && isRefusal(body)) return { refused: body }
  return { unreached: status === 429 ? 'busy' : 'server' }
}

async function request(method: string, path: string, body?: unknown): Promise<Response> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patienceMs)
  try {
    return await fetch(path, {
      method,
      headers: { 'x-maple': '1', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body),
      signal: stop.signal,
      cache: 'no-store',
    })
  } finally {
    clearTimeout(timer)
  }
}

/** Asks, and tells what came of it. */
export async function call<T>(method: string, path: string, body?: unknown): Promise<Outcome<T>> {
  try {
    const response = await request(method, path, body)
    return outcomeOf<T>(response.status, await response.json().catch(() => undefined))
  } catch {
    return { unreached: 'network' }
  }
}

/** Where the public routes of a district begin. */
export const at = (district: number) => `/api/public/${district}`

/** Which stairwell a code belongs to. */
export const findPlace = (district: number, code: string) =>
  call<Place>('GET', `${at(district)}/places/${encodeURIComponent(code)}`)

/** Sends an appeal; the same ids again get the same receipt. */
export const sendAppeal = (district: number, body: unknown) =>
  call<Receipt>('POST', `${at(district)}/appeals`, body)

/** One appeal as this device may open it: by its query code, or by the telephone number that is signed in. */
export type Opened = { district: number } & ({ queryCode: string } | { appealId: string })

/** What is written about an appeal is kept on this device under this. */
export const keyOf = (opened: Opened): string => ('queryCode' in opened ? opened.queryCode : opened.appealId)

/** Where the routes of whoever is signed in by telephone begin. */
export const atMy = (district: number) => `/api/my/${district}`

const atOwn = (district: number, appealId: string) => `${atMy(district)}/appeals/${appealId}`

/** How an appeal stands. */
export const track = (opened: Opened) =>
  'queryCode' in opened
    ? call<Tracking>('POST', `${at(opened.district)}/track`, { queryCode: opened.queryCode })
    : call<Tracking>('GET', atOwn(opened.district, opened.appealId))

/** Answers a question, rates, asks to reopen or withdraws. */
export function moveTracked(opened: Opened, body: { commandId: string; verb: PersonVerb; input: unknown }) {
  const { district } = opened
  return 'queryCode' in opened
    ? call<unknown>('POST', `${at(district)}/track/moves`, { queryCode: opened.queryCode, ...body })
    : call<unknown>('POST', `${atOwn(district, opened.appealId)}/moves`, body)
}

/** Asks for bytes, which a plain picture cannot: the code travels in the body. */
export async function callForFile(path: string, body: unknown): Promise<Outcome<Blob>> {
  try {
    const response = await request('POST', path, body)
    if (response.ok) return { ok: await response.blob() }
    return outcomeOf<Blob>(response.status, await response.json().catch(() => undefined))
  } catch {
    return { unreached: 'network' }
  }
}

/** The bytes of a file of a tracked appeal. */
export function trackFile(opened: Opened, fileId: string, size: 'full' | 'small'): Promise<Outcome<Blob>> {
  const { district } = opened
  const [path, key] =
    'queryCode' in opened
      ? [`${at(district)}/track/file`, { queryCode: opened.queryCode }]
      : [`${atOwn(district, opened.appealId)}/file`, {}]
  return callForFile(path, { ...key, fileId, size })
}
