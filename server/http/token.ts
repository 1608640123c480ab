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

/** The staff and the residents have each a session of their own: the cookie of the one opens nothing of the other. */
type Side = 'staff' | 'resident'
const names: Record<Side, string> = { staff: 'maple', resident: 'maple-my' }
const cookieName = (side: Side, isProduction: boolean) => `${isProduction ? '__Host-' : ''}${names[side]}`
const hashOf = (secret: string) => createHash('sha256').update(secret).digest()

export function readToken(request: FastifyRequest, side: Side = 'staff'): Token | undefined {
  // In production only the cookie that no neighbouring host can set.
  const cookie = request.cookies[cookieName(side, request.server.isProduction)]
  const match = cookie?.match(/^(\d{1,6})\.([A-Za-z0-9_-]{43})$/)
  return match ? { district: Number(match[1]), hash: hashOf(match[2] ?? '') } : undefined
}

/** Gives the cookie of a new session. In: the hours after which it ends anyway. */
export function giveToken(
  reply: FastifyReply,
  district: number,
  hours: number,
  side: Side = 'staff',
): Buffer {
  const { isProduction } = reply.server
  const secret = randomBytes(32).toString('base64url')
  void reply.setCookie(cookieName(side, isProduction), `${district}.${secret}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: isProduction,
    maxAge: hours * 3600,
  })
  return hashOf(secret)
}

const deviceName = (isProduction: boolean) => (isProduction ? '__Host-maple-device' : 'maple-device')
const deviceDays = 400

/** The hash of what this browser keeps to be known again; it opens nothing by itself. */
export function readDevice(request: FastifyRequest): Buffer | undefined {
  const cookie = request.cookies[deviceName(request.server.isProduction)]
  return cookie && /^[A-Za-z0-9_-]{43}$/.test(cookie) ? hashOf(cookie) : undefined
}

/** Lets a browser be known again, by what it keeps already or by something new. */
export function giveDevice(request: FastifyRequest, reply: FastifyReply): Buffer {
  const { isProduction } = reply.server
  const known = readDevice(request)
  const secret = known ? request.cookies[deviceName(isProduction)] : undefined
  const kept = secret ?? randomBytes(32).toString('base64url')
  void reply.setCookie(deviceName(isProduction), kept, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: isProduction,
    maxAge: deviceDays * 86_400,
  })
  return hashOf(kept)
}

const tripName = (isProduction: boolean) => (isProduction ? '__Host-maple-trip' : 'maple-trip')

/** The hash of what binds a way to the identity platform and back to this browser. */
export function readTrip(request: FastifyRequest): Buffer | undefined {
  const cookie = request.cookies[tripName(request.server.isProduction)]
  return cookie && /^[A-Za-z0-9_-]{43}$/.test(cookie) ? hashOf(cookie) : undefined
}

/** Binds a way to the platform to this browser; two of its windows may be on their way at once. In: the seconds it lasts. */
export function giveTrip(request: FastifyRequest, reply: FastifyReply, seconds: number): Buffer {
  const { isProduction } = reply.server
  const known = readTrip(request) && request.cookies[tripName(isProduction)]
  const secret = known ?? randomBytes(32).toString('base64url')
  void reply.setCookie(tripName(isProduction), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: isProduction,
    maxAge: seconds,
  })
  return hashOf(secret)
}

export function dropToken(reply: FastifyReply, side: Side = 'staff'): void {
  void reply.clearCookie(cookieName(side, reply.server.isProduction), { path: '/' })
}
