import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { callerRoutes, DoorWay } from '#contract/resident.ts'
import { maskPhone } from '#domain/person/mask.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import {
  type Asker,
  askApartMs,
  callerDays,
  isCodeAlive,
  isMobile,
  mayAskAt,
  textCode,
} from '#domain/resident/asking.ts'
import type { Tx } from '../db/scope.ts'
import type { Call, Platform } from '../http/bind.ts'
import { dropToken, giveDevice, giveToken, readDevice, readToken } from '../http/token.ts'
import { newId } from '../ids.ts'
import { addressSource, deviceSource } from '../org/wait-store.ts'
import { isDemoDistrict } from '../production.ts'
import { freshDigits } from '../random.ts'
import { blindIndex, seal } from '../secrets.ts'
import { sessionBound } from './bound.ts'
import {
  type CallerEvent,
  countTry,
  deleteCallerSession,
  deleteCallerSessions,
  endAsk,
  findAsk,
  insertAsk,
  insertCallerSession,
  isKnownDevice,
  knowCallerDevice,
  listAsks,
  lockNumber,
  mayAskHereAt,
  noteTurnedAway,
  recordCaller,
} from './store.ts'
import { queueText } from './text.ts'

const dayMs = 86_400_000

/** How a code gets to a resident: by the gateway; on the page, only where everything is a demonstration; else not at all. */
async function wayOf(tx: Tx, platform: Platform, district: number): Promise<DoorWay> {
  if (platform.outward.isTextOn) return 'text'
  return !platform.isProduction && (await isDemoDistrict(tx, district)) ? 'demo' : 'off'
}

export async function findDoor({ tx, params, platform }: Call<typeof callerRoutes.findDoor>) {
  return { way: await wayOf(tx, platform, params.district) }
}

const codeHashOf = (district: number, ask: string, code: string) =>
  blindIndex(`${district}:${ask}:${code}`, 'text')

/** Who asks, by whom budgets are kept: a device on which the number has signed in before, or an address. */
async function askerOf(tx: Tx, request: FastifyRequest, district: number, phone: Buffer): Promise<Asker> {
  const device = readDevice(request)
  const isKnown = device !== undefined && (await isKnownDevice(tx, district, phone, device))
  const hash = isKnown ? deviceSource(device) : addressSource(request)
  return { asker: hash.toString('hex'), isKnown }
}

const sayWait = (until: number, now: number): Refusal => {
  const seconds = Math.ceil((until - now) / 1000)
  // The minutes before the next message, or a limit of the hour or the day.
  return seconds <= 120
    ? refuse('codeWait', { seconds })
    : refuse('codesEnough', { minutes: Math.ceil(seconds / 60) })
}

/**
 * Sends a code to a number, whether or not any appeal stands with it: nothing here looks. The same id again sends none.
 * Refusals: `phoneOff`, `mobileOnly`, `codeWait`, `codesEnough`, `commandReused`; they are returned, so that who was turned away is kept.
 */
export async function askCode(call: Call<typeof callerRoutes.askCode>) {
  const { tx, params, body, now, platform, request } = call
  const { district } = params
  const way = await wayOf(tx, platform, district)
  if (way === 'off') return refuse('phoneOff')
  if (!isMobile(body.phone)) return refuse('mobileOnly', undefined, 'phone')
  const phone = blindIndex(body.phone, 'phone')
  await lockNumber(tx, district, phone)
  const repeated = await findAsk(tx, district, body.id)
  if (repeated) {
    if (!repeated.phone_index.equals(phone)) return refuse('commandReused')
    return told(repeated.at, now, null)
  }
  const who = await askerOf(tx, request, district, phone)
  const source = addressSource(request)
  const until = Math.max(
    mayAskAt(await listAsks(tx, district, phone, now), who, now),
    who.isKnown ? 0 : await mayAskHereAt(tx, district, source, now),
  )
  const ask = { ...who, district, id: body.id, phone, source, now }
  if (until > now) {
    if (!who.isKnown) await noteTurnedAway(tx, { ...ask, id: newId(now) })
    return sayWait(until, now)
  }
  const code = freshDigits(textCode.digits)
  await insertAsk(tx, { ...ask, codeHash: codeHashOf(district, body.id, code) })
  if (way === 'text')
    await queueText(tx, { district, ask: body.id, phone: body.phone, code }, body.language, now)
  return told(now, now, way === 'demo' ? code : null)
}

const told = (at: number, now: number, shownCode: string | null) => ({
  nextSeconds: Math.max(0, Math.ceil((at + askApartMs - now) / 1000)),
  lifeSeconds: Math.max(0, Math.ceil((at + textCode.lifeMs - now) / 1000)),
  shownCode,
})

/**
 * Signs a device in by the code that was asked for from it: somebody elsewhere can neither use a code up nor make it void.
 * Refusals, returned so that a wrong one is counted: `codeNotRight`, `codeDead`, `codeGone`, `phoneOff`.
 */
export async function giveCode(call: Call<typeof callerRoutes.giveCode>) {
  const { tx, params, body, now, platform } = call
  const { district } = params
  if ((await wayOf(tx, platform, district)) === 'off') return refuse('phoneOff')
  const phone = blindIndex(body.phone, 'phone')
  const ask = await findAsk(tx, district, body.id)
  if (!ask?.code_hash || !ask.phone_index.equals(phone)) return refuse('codeGone', undefined, 'code')
  if (ask.tries >= textCode.tries) return refuse('codeDead', undefined, 'code')
  if (ask.ended_at !== null || !isCodeAlive(ask.at, now)) return refuse('codeGone', undefined, 'code')
  const digits = body.code.normalize('NFKC').replace(/\D/g, '')
  if (!timingSafeEqual(ask.code_hash, codeHashOf(district, body.id, digits))) {
    await note(call, phone, 'wrongCode')
    const left = textCode.tries - (await countTry(tx, district, body.id))
    return left > 0 ? refuse('codeNotRight', { left }, 'code') : refuse('codeDead', undefined, 'code')
  }
  await endAsk(tx, district, body.id, now)
  return openSession(call, phone)
}

async function openSession(call: Call<typeof callerRoutes.giveCode>, phone: Buffer) {
  const { tx, params, body, now, request, reply } = call
  const { district } = params
  const before = readToken(request, 'resident')
  if (before?.district === district) await deleteCallerSession(tx, district, before.hash)
  const expiresAt = now + callerDays * dayMs
  const tokenHash = giveToken(reply, district, callerDays * 24, 'resident')
  const id = newId(now)
  const phoneSealed = seal(body.phone, sessionBound(district, id))
  await insertCallerSession(tx, { district, id, tokenHash, phone, phoneSealed, now, expiresAt })
  await knowCallerDevice(tx, district, phone, giveDevice(request, reply), now)
  await note(call, phone, 'in')
  return { phone: maskPhone(body.phone), expiresAt: new Date(expiresAt).toISOString() }
}

type Noting = { tx: Tx; now: number; params: { district: number }; request: FastifyRequest }

async function note(
  { tx, now, params, request }: Noting,
  phone: Buffer,
  outcome: CallerEvent['outcome'],
): Promise<void> {
  const device = (request.headers['user-agent'] ?? '').slice(0, 200)
  const where = { device, address: request.ip }
  await recordCaller(tx, { district: params.district, id: newId(now), at: now, phone, outcome, ...where })
}

/** Signs this device out. */
export async function leave(call: Call<typeof callerRoutes.leave>) {
  const { tx, actor, params, request, reply } = call
  const token = readToken(request, 'resident')
  if (token) await deleteCallerSession(tx, params.district, token.hash)
  await note(call, Buffer.from(actor.phoneIndex, 'hex'), 'out')
  dropToken(reply, 'resident')
  return { done: true } as const
}

/** Signs every device out on which this number is signed in, this one too. */
export async function leaveEverywhere(call: Call<typeof callerRoutes.leaveEverywhere>) {
  const { tx, actor, params, reply } = call
  const phone = Buffer.from(actor.phoneIndex, 'hex')
  const ended = await deleteCallerSessions(tx, params.district, phone)
  await note(call, phone, 'outEverywhere')
  dropToken(reply, 'resident')
  return { ended }
}
