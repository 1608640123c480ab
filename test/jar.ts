import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import type { Route } from '#contract/route.ts'
import { type RouteName, routes } from '#contract/routes.ts'
import { type Answer, addressOf, type Given, type No } from './client.ts'

type Parts = { params?: unknown; query?: unknown; body?: unknown }

/** A browser that keeps its cookies and signs in only when it is told to. */
export class Jar {
  readonly #app: FastifyInstance
  readonly #address: string
  readonly cookies = new Map<string, string>()

  constructor(app: FastifyInstance, address = '192.0.2.10') {
    this.#app = app
    this.#address = address
  }

  /** The same browser without what it remembers of a session. */
  forgetSession(): void {
    this.cookies.delete('maple')
  }

  async send<N extends RouteName>(
    name: N,
    given: Given<N> | Parts = {},
    headers: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> {
    const route: Route = routes[name]
    const { body } = given as Parts
    const response = await this.#app.inject({
      method: route.method,
      url: addressOf(route, given),
      remoteAddress: this.#address,
      headers: {
        'x-maple': '1',
        ...headers,
        cookie: [...this.cookies].map(([key, value]) => `${key}=${value}`).join('; '),
      },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    for (const { name: key, value } of response.cookies)
      if (value === '') this.cookies.delete(key)
      else this.cookies.set(key, value)
    return response
  }

  async ok<N extends RouteName>(name: N, given: Given<N> | Parts = {}): Promise<Answer<N>> {
    const response = await this.send(name, given)
    expect(response.statusCode, `${name}: ${response.body}`).toBe(200)
    return response.json()
  }

  async no<N extends RouteName>(name: N, given: Given<N> | Parts = {}): Promise<No> {
    const response = await this.send(name, given)
    expect(response.statusCode, `${name}: ${response.body}`).toBeGreaterThanOrEqual(400)
    expect(response.statusCode, `${name}: ${response.body}`).toBeLessThan(500)
    return { ...response.json<Omit<No, 'status'>>(), status: response.statusCode }
  }
}
