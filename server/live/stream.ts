import type { FastifyReply, FastifyRequest } from 'fastify'
import type { StaffActor } from '#domain/actor.ts'
import type { Hub } from './hub.ts'

const heartbeatMs = 25_000
/** A stream ends after this, and the browser opens the next: so a dismissed reader is gone at the latest then. */
const lifeMs = 15 * 60_000

/** A reader that leaves this much unread has stopped reading, and is dropped (bytes). */
const mostUnread = 1024 * 1024

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
  // A reader that has left or ends meanwhile is no fault of anybody.
  raw.on('error', () => {})
  const say = (text: string) => {
    if (raw.writableEnded || raw.destroyed) return
    if (raw.writableLength > mostUnread) raw.destroy()
    else raw.write(text)
  }
  say('retry: 2000\n\n')
  const end = () => {
    clearInterval(beat)
    clearTimeout(life)
    remove()
    raw.end()
  }
  const remove = hub.add({ actor, send: (nudge) => say(`data: ${JSON.stringify(nudge)}\n\n`), end })
  const beat = setInterval(() => say(':\n\n'), heartbeatMs)
  const life = setTimeout(end, lifeMs)
  request.raw.on('close', end)
}
