import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import type { MoveInput } from '#contract/moves.ts'
import type { Route, RouteAnswer, RouteGiven } from '#contract/route.ts'
import { type RouteName, routes } from '#contract/routes.ts'
import type { Verb } from '#domain/matter/moves.ts'
import type { Facts, RefusalCode } from '#domain/refusal.ts'
import { freshId } from './factory.ts'

type Table = typeof routes
export type Given<N extends RouteName> = RouteGiven<Table[N]>
export type Answer<N extends RouteName> = RouteAnswer<Table[N]>
export type No = { status: number; refused: RefusalCode; field?: string; facts?: Facts; requestId: string }
export type MoveAnswer = { id: string; version: number; state: string; at: string }

type Loose = { params?: unknown; query?: unknown; body?: unknown; file?: Buffer; mime?: string }

/** The address of a route with its parameters and query filled in. */
export function addressOf(route: Route, { params = {}, query = {} }: Loose): string {
  const path = route.path.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String((params as Record<string, unknown>)[key]).toWellFormed()),
  )
  const pairs = Object.entries(query as Record<string, unknown>).filter(([, value]) => value !== undefined)
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs as [string, string][])}`
}

/** The statuses of answers that came in any order, the least first. */
export function statusesOf(answers: readonly { statusCode: number }[]): number[] {
  return answers.map((answer) => answer.statusCode).toSorted((a, b) => a - b)
}

const sessionMs = 30 * 60_000

/** A person with a password, another system with its key, or a browser with the cookies it was given. */
type Who = { login: string; password: string } | { key: string } | { cookie: string }
type Reached = { app: FastifyInstance; clock: () => number; faults: unknown[] }

/** Speaks to the product as a browser does: the contract's routes, a cookie, the mark of our own pages. */
export class Client {
  readonly #server: Reached
  readonly #who: Who | undefined
  #cookie: string | undefined
  #signedInAt = 0

  constructor(server: Reached, who?: Who) {
    this.#server = server
    this.#who = who
  }

  /** The cookie of the session; signs in when there is none, or when the clock has moved on. */
  async cookie(): Promise<string | undefined> {
    if (this.#who && 'cookie' in this.#who) return this.#who.cookie
    if (
      !this.#who ||
      'key' in this.#who ||
      (this.#cookie && this.#server.clock() - this.#signedInAt < sessionMs)
    )
      return this.#cookie
    const response = await this.#server.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'x-maple': '1' },
      payload: this.#who,
    })
    expect(response.statusCode, response.body).toBe(200)
    const [cookie] = response.cookies
    this.#cookie = `${cookie?.name}=${cookie?.value}`
    this.#signedInAt = this.#server.clock()
    return this.#cookie
  }

  async inject(options: InjectOptions): Promise<LightMyRequestResponse> {
    const cookie = await this.cookie()
    const key = this.#who && 'key' in this.#who ? { authorization: `Bearer ${this.#who.key}` } : undefined
    return this.#server.app.inject({
      ...options,
      headers: { ...(key ?? { 'x-maple': '1' }), ...(cookie ? { cookie } : {}), ...options.headers },
    })
  }

  send<N extends RouteName>(name: N, given: Given<N> | Loose): Promise<LightMyRequestResponse> {
    const route: Route = routes[name]
    const { body, file, mime = 'image/jpeg' } = given as Loose
    return this.inject({
      method: route.method,
      url: addressOf(route, given),
      ...(file ? { payload: file, headers: { 'content-type': mime } } : {}),
      ...(body === undefined ? {} : { payload: body as object }),
    })
  }

  #told(name: string, response: LightMyRequestResponse): string {
    const [fault] = this.#server.faults.slice(-1)
    const cause = response.statusCode === 500 ? (fault as Error).stack : ''
    return `${name}: ${response.body.slice(0, 500)} ${cause}`
  }

  /** Calls a route that answers. */
  async ok<N extends RouteName>(name: N, given: Given<N> | Loose): Promise<Answer<N>> {
    const response = await this.send(name, given)
    expect(response.statusCode, this.#told(name, response)).toBe(200)
    return response.json()
  }

  /** Calls a route that says no. */
  async no<N extends RouteName>(name: N, given: Given<N> | Loose): Promise<No> {
    const response = await this.send(name, given)
    expect(response.statusCode, this.#told(name, response)).toBeGreaterThanOrEqual(400)
    expect(response.statusCode, this.#told(name, response)).toBeLessThan(500)
    return { ...response.json<Omit<No, 'status'>>(), status: response.statusCode }
  }

  async version(id: string): Promise<number> {
    return (await this.ok('getMatter', { params: { id } })).version
  }

  /** Does a move on the matter as it stands. */
  async move<V extends Verb>(id: string, verb: V, input: Partial<MoveInput<V>>): Promise<MoveAnswer> {
    const version = await this.version(id)
    return this.ok('moveMatter', { params: { id }, body: { commandId: freshId(), version, verb, input } })
  }

  /** Tries a move that is refused. Without a version the matter's own is taken where it can be seen. */
  async moveNo(id: string, verb: Verb, input: object, version = 1): Promise<No> {
    const seen = await this.send('getMatter', { params: { id } })
    const given = seen.statusCode === 200 ? seen.json().version : version
    return this.no('moveMatter', {
      params: { id },
      body: { commandId: freshId(), version: given, verb, input },
    })
  }
}
