import type { FastifyInstance } from 'fastify'
import { dayOf } from '#domain/calendar/days.ts'
import { blankScope, inScope } from '../db/scope.ts'
import type { Platform } from '../http/bind.ts'
import { countUse } from './store.ts'

/** Counts what every partner asks and what it is answered; in a transaction of its own, since a refusal undoes the other. */
export function countUses(app: FastifyInstance, { db, clock }: Platform): void {
  app.addHook('onSend', async (request, reply) => {
    const { partner, refused } = request
    if (!partner) return
    const now = clock()
    const outcome = refused ?? (reply.statusCode < 500 ? 'ok' : 'fault')
    const use = { ...partner, day: dayOf(now), outcome, now }
    await inScope(db, blankScope(partner.district), (tx) => countUse(tx, use)).catch((fault: Error) =>
      request.log.error({ err: fault, requestId: request.id }, 'a use was not counted'),
    )
  })
}
