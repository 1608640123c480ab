import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { SignedIn } from '#contract/session.ts'
import type { SecurityPolicy } from '#domain/org/security.ts'
import type { Tx } from '../db/scope.ts'
import { giveDevice, giveToken, readDevice, readToken } from '../http/token.ts'
import { newId } from '../ids.ts'
import { describe } from './me.ts'
import { getPolicyOf } from './policy.ts'
import { findSession } from './session-queries.ts'
import {
  type AccountEvent,
  deleteSession,
  endOldest,
  insertSession,
  knowDevice,
  recordEvent,
} from './session-store.ts'
import { clearWrong, type Knock, knockAt } from './wait-store.ts'

/** What signing in needs of a call. */
export type Entering = {
  tx: Tx
  now: number
  request: FastifyRequest
  reply: FastifyReply
  platform: { isProduction: boolean }
}

export type Entrant = { district: number; accountId: string; login: string }

/** So long the second step may take (milliseconds). */
const stepMs = 10 * 60_000
const hourMs = 3_600_000

const deviceOf = (request: FastifyRequest) => (request.headers['user-agent'] ?? '').slice(0, 200)

/** Puts one step at the door on record. */
export async function note(
  { tx, now, request }: Pick<Entering, 'tx' | 'now' | 'request'>,
  { district, accountId }: Omit<Entrant, 'login'>,
  what: Pick<AccountEvent, 'outcome' | 'way'>,
): Promise<void> {
  const where = { device: deviceOf(request), address: request.ip }
  await recordEvent(tx, { district, id: newId(now), at: now, accountId, ...what, ...where })
}

/** A try at a login: from a device on which this account has signed in before, or from an address. */
export async function knock(
  { tx, request }: Pick<Entering, 'tx' | 'request'>,
  login: string,
  who: { district: number; accountId: string } | undefined,
): Promise<Knock> {
  const device = readDevice(request)
  if (!who || !device) return knockAt(login, request, undefined)
  const { rows } = await sql`select from known_device
    where district_id = ${who.district} and account_id = ${who.accountId} and device_hash = ${device}`.execute(
    tx,
  )
  return knockAt(login, request, rows.length > 0 ? device : undefined)
}

/** Opens the narrow session in which only the second step can be taken. */
export async function openStep(call: Entering, who: Entrant): Promise<SignedIn> {
  const { tx, now, reply, request, platform } = call
  const policy = await getPolicyOf(tx, who.district, platform.isProduction)
  const hash = giveToken(reply, who.district, policy.sessionHours)
  await insertSession(tx, {
    ...{ districtId: who.district, tokenHash: hash, id: newId(now), accountId: who.accountId, now },
    ...{ device: deviceOf(request), expiresAt: now + stepMs, step: 'factor' as const, isProved: false },
  })
  return enter(call, who, hash, null)
}

/**
 * Opens a session under a fresh token: the one before ends, the sessions beyond the most that are allowed end, the device is
 * known from now on, and the wrong tries from here are forgotten.
 */
export async function openSession(call: Entering, who: Entrant, way: AccountEvent['way']): Promise<SignedIn> {
  const { tx, now, reply, request, platform } = call
  const { district, accountId } = who
  // One at a time, so that two devices at once do not both find room.
  await sql`select from account where district_id = ${district} and id = ${accountId} for update`.execute(tx)
  const policy: SecurityPolicy = await getPolicyOf(tx, district, platform.isProduction)
  await clearWrong(tx, await knock(call, who.login, who))
  await clearWrong(tx, knockAt(who.login, request, undefined))
  const before = readToken(request)
  if (before && before.district === district) await deleteSession(tx, district, before.hash)
  const idleMs = policy.idleMinutes * 60_000
  const ended = await endOldest(tx, district, accountId, { keep: policy.sessionsMost - 1, now, idleMs })
  const hash = giveToken(reply, district, policy.sessionHours)
  await insertSession(tx, {
    ...{
      districtId: district,
      tokenHash: hash,
      id: newId(now),
      accountId,
      now,
      step: 'in' as const,
      isProved: way !== 'provider',
    },
    ...{ device: deviceOf(request), expiresAt: now + policy.sessionHours * hourMs },
  })
  await knowDevice(tx, district, accountId, giveDevice(request, reply), now)
  await note(call, who, { outcome: 'in', way })
  return enter(call, who, hash, ended[0] === undefined ? null : { device: ended[0] })
}

async function enter(
  { tx, now, platform }: Entering,
  { district }: Entrant,
  hash: Buffer,
  ended: SignedIn['ended'],
): Promise<SignedIn> {
  const held = await findSession(tx, { district, hash }, now, platform.isProduction)
  if (!held) throw new Error('a session just made cannot be read')
  return { ...(await describe(tx, held, now)), ended }
}
