import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Route, RouteAnswer, RouteInput } from '#contract/route.ts'
import type { Actor, CallerActor, PartnerActor, StaffActor } from '#domain/actor.ts'
import { seatsWith } from '#domain/org/grants.ts'
import { isFresh } from '#domain/org/security.ts'
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts'
import type { Database } from '../db/pool.ts'
import { blankScope, scopeOf, setScope, type Tx } from '../db/scope.ts'
import { enterPartner, readKey } from '../door/entry.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Provider } from '../identity/provider.ts'
import type { IceSettings } from '../mediation/ice.ts'
import { findSession, type Held, whyGone } from '../org/session-queries.ts'
import { touchSession } from '../org/session-store.ts'
import { enterCaller } from '../resident/entry.ts'
import { inTurn } from './in-turn.ts'
import { parse } from './parse.ts'
import { Refused } from './refused.ts'
import { readToken } from './token.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The session by which somebody of the staff came in. */
    held?: Held
  }
}

/** What the whole process shares; assembled in app.ts. */
export type Platform = {
  db: Database
  files: FileStore
  clock: () => number
  publicUrl: string
  isProduction: boolean
  /** Whether e-mail and text messages can be sent, and where webhooks may go. */
  outward: { isMailOn: boolean; isTextOn: boolean; hookHosts: readonly string[] }
  /** The identity platform of the government; undefined: none is connected. */
  provider: Provider | undefined
  /** How browsers in a video room find each other beyond one network. */
  ice: IceSettings
}

type ActorBy = { staff: StaffActor; partner: PartnerActor; resident: CallerActor; none: Actor }

export type Call<R extends Route> = RouteInput<R> & {
  tx: Tx
  /** Who came in by the session that the route asks for; a visitor of the district where it asks for none. */
  actor: ActorBy[R['session']]
  now: number
  platform: Platform
  request: FastifyRequest
  reply: FastifyReply
}

type Answered<R extends Route> = R extends { raw: true } ? unknown : RouteAnswer<R> | Refusal
export type Functions<Table extends Record<string, Route>> = {
  [Name in keyof Table]: (call: Call<Table[Name]>) => Promise<Answered<Table[Name]>>
}

/** Routes that open transactions of their own, or none: streams, signs of life, and what waits for another system. */
type Options = { outside?: readonly string[] }

/**
 * Binds a table of routes to its functions: session → actor, input parsed by the contract, one transaction in the
 * actor's scope, the call, the answer parsed, sent. A route without a function does not compile.
 */
export function bind<Table extends Record<string, Route>>(
  app: FastifyInstance,
  platform: Platform,
  table: Table,
  functions: Functions<Table>,
  { outside = [] }: Options = {},
): void {
  for (const [name, route] of Object.entries(table)) {
    const run = functions[name] as (call: Call<Route>) => Promise<unknown>
    app.route({
      method: route.method,
      url: route.path,
      ...(route.file ? { bodyLimit: route.file.maxBytes } : {}),
      config: { session: route.session, isFile: route.file !== undefined },
      handler: async (request, reply) => {
        const now = platform.clock()
        const answer = (value: unknown) =>
          route.answer && !isRefusal(value) ? parse(route.answer, value, 'answer') : value
        const enter = (tx: Tx) => actorOf(route, tx, request, now)
        const work = async (tx: Tx, actor: ActorBy[Route['session']]) => {
          const input = {
            // Numbers of other systems stand in addresses: one that cannot be is told what is wrong with it.
            params:
              route.params &&
              parse(route.params, request.params, route.session === 'partner' ? 'query' : 'params'),
            query: route.query && parse(route.query, request.query, 'query'),
            body: route.body ? parse(route.body, jsonOf(request), 'body') : request.body,
          }
          return await run({ ...input, tx, actor, now, platform, request, reply })
        }
        const start = blankScope(districtOf(route, request))
        const inside = <T>(todo: (tx: Tx) => Promise<T>) => inTurn(platform.db, start, todo)
        const value = outside.includes(name)
          ? await work(
              undefined as never,
              route.session === 'none' ? visitorOf(route, request) : await inside(enter),
            )
          : await inside(async (tx) => work(tx, await enter(tx)))
        if (isRefusal(value)) throw new Refused(value)
        if (route.raw) return value ?? reply
        return answer(value)
      },
    })
  }
}

/** A file where JSON belongs is no empty object. */
function jsonOf({ body }: FastifyRequest): unknown {
  if (Buffer.isBuffer(body)) throw new Refused(refuse('badInput', { field: 'body', hint: 'JSON' }, 'body'))
  return body
}

function districtOf(route: Route, request: FastifyRequest): number {
  if (route.session === 'partner') return readKey(request)?.district ?? 0
  const named = Number((request.params as { district?: string } | undefined)?.district)
  return Number.isInteger(named) && named > 0 && named < 1_000_000
    ? named
    : (readToken(request)?.district ?? 0)
}

const visitorOf = (route: Route, request: FastifyRequest): Actor => ({
  kind: 'visitor',
  districtId: districtOf(route, request),
})

/** What is said at each gate. */
const atGate = { factor: 'factorFirst', password: 'changePassword', setUp: 'setFactorFirst' } as const

/** A session counts as used again after this, so that reading seldom becomes writing (milliseconds). */
const touchEveryMs = 60_000

async function actorOf(
  route: Route,
  tx: Tx,
  request: FastifyRequest,
  now: number,
): Promise<ActorBy[Route['session']]> {
  if (route.session === 'none') return visitorOf(route, request)
  if (route.session === 'partner') {
    const partner = await enterPartner(tx, request, route.scope, now)
    await setScope(tx, scopeOf(partner))
    return partner
  }
  if (route.session === 'resident') {
    const caller = await enterCaller(tx, request, districtOf(route, request), now)
    await setScope(tx, scopeOf(caller))
    return caller
  }
  const token = readToken(request)
  const held = token && (await findSession(tx, token, now, request.server.isProduction))
  if (!token || !held) {
    const why = token && (await whyGone(tx, token, now))
    throw new Refused(refuse('signInFirst', why && { why }))
  }
  request.held = held
  const { actor, seenAt, provedAt, gate } = held
  const isQuiet = route.quiet === true || request.headers['x-maple-quiet'] === '1'
  if (!isQuiet && now - seenAt > touchEveryMs) await touchSession(tx, token.district, token.hash, now)
  if (gate !== null && !route.before?.includes(gate)) throw new Refused(refuse(atGate[gate]))
  if (route.needs !== undefined && seatsWith(actor, route.needs).length === 0)
    throw new Refused(refuse('notYours'))
  if (route.fresh && !isFresh(provedAt, now)) throw new Refused(refuse('proveFirst'))
  await setScope(tx, scopeOf(actor))
  return actor
}
