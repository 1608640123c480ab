import type { FastifyInstance, RouteOptions } from 'fastify'
import { refuse } from '#domain/refusal.ts'
import { Refused } from './refused.ts'

/** Requests a minute and address by kind of public route; staff share the general limit. */
const limits: Record<string, number> = {
  '/api/session': 30,
  '/api/session/factor': 30,
  '/api/session/passkey': 30,
  '/api/session/passkey/challenge': 60,
  '/api/session/provider': 30,
  '/api/session/provider/answer': 30,
  '/api/public/:district/appeals': 60,
  '/api/public/:district/files/:id': 300,
  // Many telephones stand behind one address of a mobile network, and each looks every twenty seconds.
  '/api/public/:district/track': 600,
  '/api/public/:district/track/moves': 120,
  '/api/public/:district/track/person': 120,
  '/api/public/:district/track/person/requests': 30,
  '/api/my/:district/appeals/:id/person/requests': 30,
  '/api/public/:district/my/codes': 60,
  '/api/public/:district/my/session': 120,
  '/api/public/:district/kiosks/:code/tickets': 30,
  '/api/public/mediation/:district/:token/rooms/:sessionId/messages': 120,
}

/** Marks of our own pages on every change (beside the same-site cookie), and tighter limits at the public doors. */
export function guardRequests(app: FastifyInstance, isLimited: boolean): void {
  app.addHook('onRoute', (route: RouteOptions) => {
    const max = limits[route.url]
    if (isLimited && max !== undefined && route.method !== 'GET' && route.method !== 'DELETE')
      route.config = { ...route.config, rateLimit: { max, timeWindow: '1 minute' } } as RouteOptions['config']
  })
  app.addHook('onRequest', async (request) => {
    const isChange = request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'OPTIONS'
    // Whoever carries a key carries no cookie that another page could borrow.
    const isOurs = request.url.startsWith('/api/') && !request.url.startsWith('/api/door/')
    if (isChange && isOurs && request.headers['x-maple'] !== '1')
      throw new Refused(refuse('badInput', { field: 'x-maple', hint: '1' }, 'x-maple'))
  })
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      void reply.header('cache-control', 'no-store')
  })
}
