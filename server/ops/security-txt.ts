import type { FastifyInstance } from 'fastify'

const yearMs = 365 * 86_400_000

/** Says where weaknesses are reported, as RFC 9116 has it. In: a mail address or the address of a page. */
export function tellWhom(app: FastifyInstance, contact: string, clock: () => number): void {
  app.get('/.well-known/security.txt', (_request, reply) => {
    const at = contact.includes('://') ? contact : `mailto:${contact}`
    const until = new Date(clock() + yearMs).toISOString()
    return reply
      .header('content-type', 'text/plain; charset=utf-8')
      .send(`Contact: ${at}\nExpires: ${until}\nPreferred-Languages: zh, en\n`)
  })
}
