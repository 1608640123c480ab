import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Database } from './db/pool.ts'

/** What stands in the built pages for the number under which styles may be written into one answer (vite.config.ts). */
const nonceMark = '__NONCE__'

/** The pages on which somebody may be seen and heard: a video room at the desk, the link of a party. */
const mayCall = /^\/(console\/matters\/[^/?]+\/mediations\/[^/?]+\/calls\/|m\/\d+\/)/
const nothing = 'camera=(), microphone=()'
const seesAndHears = 'camera=(self), microphone=(self)'

/** The built pages. Paths of the console and of the public site belong to their own small routers in the browser. */
export async function servePages(app: FastifyInstance, folder: URL, db: Database): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder.pathname,
    preCompressed: true,
    index: false,
    wildcard: false,
    setHeaders: (response, path) => {
      const isNamedByContent = path.includes('/assets/')
      void response.header(
        'cache-control',
        isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  const page = (name: string) => readFile(new URL(name, folder), 'utf8')
  const consolePage = await page('console/index.html')
  const publicPage = (await page('public/index.html')).replace('</head>', `${await districtTag(db)}</head>`)
  const send = (html: string) => (request: FastifyRequest, reply: FastifyReply) => {
    const nonce = randomBytes(16).toString('base64url')
    const policy = String(reply.getHeader('content-security-policy'))
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('permissions-policy', mayCall.test(request.url) ? seesAndHears : nothing)
      .header(
        'content-security-policy',
        policy.replace(`style-src 'self'`, `style-src 'self' 'nonce-${nonce}'`),
      )
      .send(html.replaceAll(nonceMark, nonce))
  }
  for (const path of ['/console', '/console/*']) app.get(path, send(consolePage))
  // Any other address is the residents' page, which knows how to say that there is nothing here.
  app.get('/*', (request, reply) =>
    request.url.startsWith('/api/') || request.url.startsWith('/assets/')
      ? reply.callNotFound()
      : send(publicPage)(request, reply),
  )
}

/** Where there is one district only, nobody needs to name it. */
async function districtTag(db: Database): Promise<string> {
  const { rows } = await sql<{ id: number }>`select id from district order by id limit 2`.execute(db)
  return rows.length === 1 ? `<meta name="district" content="${rows[0]?.id}">` : ''
}
