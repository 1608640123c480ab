import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refusals } from '#contract/refusals.ts'
import { type Refusal, type RefusalCode, refuse } from '#domain/refusal.ts'
import { Refused } from './refused.ts'
import { isOfSurroundings } from './surroundings.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What the answer was, where it was a no. */
    refused?: RefusalCode
  }
}

type Known = { statusCode?: number; code?: string; constraint?: string }

/** When to come back after a fault of the surroundings (seconds): most are over by then. */
const comeBackIn = 2

/**
 * The one place that turns a refusal into an answer, and a fault into an answer with nothing inside: 503 where the surroundings
 * failed us and the same request may be sent again as it was, 500 where we did.
 */
export function answerFaults(app: FastifyInstance): void {
  app.setErrorHandler((fault: Error & Known, request, reply) => {
    if (fault instanceof Refused) return sendRefusal(request, reply, fault.refusal)
    const known = refusalOfFault(fault, request)
    if (known) return sendRefusal(request, reply, known)
    const isAway = isOfSurroundings(fault)
    const said = { err: fault, requestId: request.id, url: request.routeOptions.url }
    request.log.error(said, isAway ? 'surroundings' : 'fault')
    if (isAway) void reply.header('retry-after', String(comeBackIn))
    return reply.code(isAway ? 503 : 500).send({ fault: true, requestId: request.id })
  })
  app.setNotFoundHandler((request, reply) => sendRefusal(request, reply, refuse('notFound')))
}

/** Answers an address that cannot even be read. */
export function answerBadAddress(_fault: Error, request: FastifyRequest, reply: FastifyReply): void {
  void sendRefusal(request, reply, refuse('notFound'))
}

function sendRefusal(request: FastifyRequest, reply: FastifyReply, refusal: Refusal) {
  const { status } = refusals[refusal.refused]
  request.refused = refusal.refused
  if (refusal.refused === 'tooBusy') void reply.header('retry-after', String(refusal.facts?.['seconds'] ?? 1))
  return reply
    .code(status)
    .header('content-type', 'application/json; charset=utf-8')
    .send({ ...refusal, requestId: request.id })
}

/** Keys whose values clients make: a second use of one is theirs to mend. */
const clientIds =
  /^(matter|matter_text|matter_action|appeal|attachment|intake_import|ticket|ticket_action)_pkey$|^matter_action_district_id_id_key$/

/** A row whose district is not there: districts come from the address, and nobody can be told of one that never was. */
const noDistrict = /^[a-z_]+_district_id_fkey$/

/** What the framework and the database refuse before we could. */
function refusalOfFault(fault: Known, request: FastifyRequest): Refusal | undefined {
  if (fault.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const { bodyLimit } = request.routeOptions
    return refuse('fileTooBig', { max: Math.max(bodyLimit / 1_048_576, 0.25) }, 'body')
  }
  if (fault.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refuse('badFile', { name: '' }, 'body')
  if (fault.code === '23505' && clientIds.test(fault.constraint ?? '')) return refuse('commandReused')
  if (
    fault.code === '23503' &&
    'district' in Object(request.params) &&
    noDistrict.test(fault.constraint ?? '')
  )
    return refuse('notFound')
  if (fault.code === '22021' || fault.code === '22P05')
    return refuse('badInput', { field: 'body', hint: 'character' }, 'body')
  if (fault.statusCode !== undefined && fault.statusCode >= 400 && fault.statusCode < 500)
    return refuse('badInput', { field: 'body', hint: '' }, 'body')
  return undefined
}
