import type { FastifyInstance } from 'fastify'

/** What takes longer than this is worth a look on any day (milliseconds). */
const slowMs = 1_000

/** Streams stay open for hours, and signs of life come every few seconds: neither says anything. */
const quiet: ReadonlySet<string> = new Set(['/api/live', '/api/health'])

/**
 * One line for every answer of the product: its number, the name of the route, how it ended, how long it took, whose account or
 * key it was. Never an address as it was asked for, a query, a body, or where it came from: those say things about people. The
 * number goes with every answer, so that whoever complains can name it.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) void reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    if (!route.startsWith('/api/') || quiet.has(route)) return
    const ms = Math.round(reply.elapsedTime)
    const line = {
      ...{ requestId: request.id, method: request.method, route, status: reply.statusCode, ms },
      ...(request.refused === undefined ? {} : { refused: request.refused }),
      ...(request.held === undefined ? {} : { account: request.held.actor.accountId }),
    }
    if (ms > slowMs) request.log.warn(line, 'slow')
    else request.log.info(line, 'answered')
  })
}
