import type { FastifyRequest } from 'fastify'
import { freshBytes } from '../random.ts'
import { blindIndex } from '../secrets.ts'

/** So long a person may look for the key or the finger (milliseconds). */
export const challengeMs = 5 * 60_000

/** What a challenge is for: signing in, or adding a passkey to one account. An answer to one is none to the other. */
export type Purpose = 'signIn' | `add:${string}` | `prove:${string}`

const sealOf = (body: Uint8Array, purpose: Purpose) =>
  blindIndex(`${purpose}:${Buffer.from(body).toString('hex')}`, 'challenge')

/** A fresh challenge that carries its end and a seal, so that nothing is kept for people who never come back. */
export function newChallenge(purpose: Purpose, now: number): Buffer {
  const body = Buffer.alloc(22)
  freshBytes(16).copy(body)
  body.writeUIntBE(now + challengeMs, 16, 6)
  return Buffer.concat([body, sealOf(body, purpose)])
}

/** Whether a challenge is one of ours for this purpose and has not run out. */
export function isChallenge(text: string, purpose: Purpose, now: number): boolean {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length !== 38) return false
  const body = bytes.subarray(0, 22)
  return sealOf(body, purpose).equals(bytes.subarray(22)) && body.readUIntBE(16, 6) > now
}

export type RelyingParty = { id: string; origin: string }

/**
 * For whom passkeys are made: the host of the public address. Outside production also `localhost`, where the program is tried
 * out. Undefined where the address is a bare number, for which browsers make none.
 */
export function relyingParty(
  { publicUrl, isProduction }: { publicUrl: string; isProduction: boolean },
  request: FastifyRequest,
): RelyingParty | undefined {
  const host = request.headers.host ?? ''
  const isTrial = !isProduction && /^localhost(:\d+)?$/.test(host)
  const { hostname, origin } = new URL(isTrial ? `http://${host}` : publicUrl)
  return /^[\d.]+$|^\[/.test(hostname) ? undefined : { id: hostname, origin }
}
