import type { FastifyReply, FastifyRequest } from 'fastify'
import type { StaffActor } from '#domain/actor.ts'
import type { Hub } from './hub.ts'

const heartbeatMs = 25_000
/** A stream ends after this, and the browser opens the next: so a dismissed reader is gone at the latest then. */
const lifeMs = 15 * 60_000

/** Turns a request into a stream of nudges for one reader. */
export function stream(hub: Hub, actor: StaffActor, request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
  })
  raw.write('retry: 2000\n\n')
  const remove = hub.add({
    actor,
    send: (nudge) => void raw.write(`data: ${JSON.stringify(nudge)}\n\n`),
    end: () => raw.end(),
  })
  const beat = setInterval(() => raw.write(':\n\n'), heartbeatMs)
  const life = setTimeout(() => raw.end(), lifeMs)
  request.raw.on('close', () => {
    clearInterval(beat)
    clearTimeout(life)
    remove()
  })
}
