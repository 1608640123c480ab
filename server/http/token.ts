/// <reference types="@fastify/cookie" />
import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyInstance {
    isProduction: boolean
  }
}

/** The cookie holds the district and 256 random bits; the database keeps only their hash. */
export type Token = { district: number; hash: Buffer }

const cookieName = (isProduction: boolean) => (isProduction ? '__Host-maple' : 'maple')
const hashOf = (secret: string) => createHash('sha256').update(secret).digest()

export function readToken(request: FastifyRequest): Token | undefined {
  // In production only the cookie that no neighbouring host can set.
  const cookie = request.cookies[cookieName(request.server.isProduction)]
  const match = cookie?.match(/^(\d{1,6})\.([A-Za-z0-9_-]{43})$/)
  return match ? { district: Number(match[1]), hash: hashOf(match[2] ?? '') } : undefined
}

export function giveToken(reply: FastifyReply, district: number): Buffer {
  const { isProduction } = reply.server
  const secret = randomBytes(32).toString('base64url')
  void reply.setCookie(cookieName(isProduction), `${district}.${secret}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: isProduction,
    maxAge: 12 * 3600,
  })
  return hashOf(secret)
}

export function dropToken(reply: FastifyReply): void {
  void reply.clearCookie(cookieName(reply.server.isProduction), { path: '/' })
}
