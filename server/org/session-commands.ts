import { sql } from 'kysely'
import type { Me, SignedIn, sessionRoutes } from '#contract/session.ts'
import type { StaffActor } from '#domain/actor.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { blankScope, setScope, type Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { dropToken, readToken } from '../http/token.ts'
import { nudge } from '../matter/store.ts'
import { isFactor } from './factor-check.ts'
import { describe } from './me.ts'
import { checkNothing, isPassword } from './passwords.ts'
import { getPolicyOf } from './policy.ts'
import { factorsOf } from './session-queries.ts'
import { deleteSession, endRemotely } from './session-store.ts'
import { type Entrant, knock, note, openSession, openStep } from './sign-in.ts'
import { countWrong, waitOf } from './wait-store.ts'

type Found = Entrant & { hash: string; isDisabled: boolean; hasFactor: boolean }

async function findAccount(tx: Tx, login: string): Promise<Found | undefined> {
  const { rows: keys } = await sql<{
    district_id: number
  }>`select district_id from login_key where login = ${login}`.execute(tx)
  const district = keys[0]?.district_id
  if (district === undefined) return undefined
  await setScope(tx, blankScope(district))
  const { rows } = await sql<{
    id: string
    password_hash: string
    disabled_at: number | null
    has_totp: boolean
    has_passkey: boolean
  }>`select a.id, a.password_hash, a.disabled_at, ${factorsOf}
    from account a where a.district_id = ${district} and a.login = ${login}`.execute(tx)
  const row = rows[0]
  return (
    row && {
      ...{
        district,
        accountId: row.id,
        login,
        hash: row.password_hash,
        isDisabled: row.disabled_at !== null,
      },
      hasFactor: row.has_totp || row.has_passkey,
    }
  )
}

/**
 * Signs in, or opens the second step. Refusals are returned, not thrown: a wrong password must be counted, so the transaction
 * commits. Whether there is such an account is told neither by the answer nor by its time, and waits are kept for names that
 * nobody has. Refusals: `lockedOut` (facts: minutes), `wrongPassword`.
 */
export async function signIn(call: Call<typeof sessionRoutes.signIn>): Promise<SignedIn | Refusal> {
  const { tx, body, now } = call
  const found = await findAccount(tx, body.login)
  const from = await knock(call, body.login, found)
  const minutes = await waitOf(tx, from, now)
  if (minutes !== undefined) return refuse('lockedOut', { minutes })
  const isRight = found ? await isPassword(found.hash, body.password) : await checkNothing(body.password)
  if (!found || !isRight || found.isDisabled) {
    await countWrong(tx, from, now)
    if (found) await note(call, found, { outcome: isRight ? 'disabled' : 'wrongPassword', way: 'password' })
    return refuse('wrongPassword')
  }
  return found.hasFactor ? openStep(call, found) : openSession(call, found, 'password')
}

/** The second step. Refusals: `lockedOut`, `wrongFactor`. */
export async function giveFactor(call: Call<typeof sessionRoutes.giveFactor>): Promise<SignedIn | Refusal> {
  const { tx, actor, body, now } = call
  const { login } = await describe(tx, { actor, gate: null, ways: [] }, now)
  const who: Entrant = { district: actor.districtId, accountId: actor.accountId, login }
  const from = await knock(call, login, who)
  const minutes = await waitOf(tx, from, now)
  if (minutes !== undefined) return refuse('lockedOut', { minutes })
  const way = await isFactor(tx, who, body.code, now)
  if (way === undefined) {
    await countWrong(tx, from, now)
    await note(call, who, { outcome: 'wrongFactor', way: 'code' })
    return refuse('wrongFactor', undefined, 'code')
  }
  return openSession(call, who, way)
}

/** Who I am, what my posts allow at all, and what still stands before the work. */
export async function getMe({ tx, request, now }: Call<typeof sessionRoutes.getMe>): Promise<Me | Refusal> {
  return request.held ? describe(tx, request.held, now) : refuse('signInFirst')
}

/** Ends the live streams of an account: those whose session still stands open themselves again. */
export const endStreams = (tx: Tx, { districtId: district, accountId: id }: StaffActor) =>
  nudge(tx, { kind: 'account', district, id, version: 0 })

export async function signOut(call: Call<typeof sessionRoutes.signOut>) {
  const { tx, actor, request, reply } = call
  const token = readToken(request)
  if (token) await deleteSession(tx, token.district, token.hash)
  const who = { district: actor.districtId, accountId: actor.accountId }
  await note(call, who, { outcome: 'out', way: 'none' })
  await endStreams(tx, actor)
  dropToken(reply)
  return { done: true } as const
}

export async function listSessions(call: Call<typeof sessionRoutes.listSessions>) {
  const { tx, actor, request, now, platform } = call
  const hash = readToken(request)?.hash ?? Buffer.alloc(0)
  const { idleMinutes } = await getPolicyOf(tx, actor.districtId, platform.isProduction)
  const { rows } = await sql<{
    id: string
    device: string
    created_at: number
    seen_at: number
    is_this: boolean
  }>`
    select id, device, created_at, seen_at, token_hash = ${hash} is_this from session
    where district_id = ${actor.districtId} and account_id = ${actor.accountId} and step = 'in'
      and ended_for is null and expires_at > ${new Date(now)} and seen_at > ${new Date(now - idleMinutes * 60_000)}
    order by seen_at desc, id desc limit 50`.execute(tx)
  return {
    rows: rows.map((r) => ({
      id: r.id,
      device: r.device,
      createdAt: new Date(r.created_at).toISOString(),
      seenAt: new Date(r.seen_at).toISOString(),
      isThis: r.is_this,
    })),
  }
}

export async function signOutEverywhere({
  tx,
  actor,
  request,
}: Call<typeof sessionRoutes.signOutEverywhere>) {
  const keep = readToken(request)?.hash
  await endStreams(tx, actor)
  return { ended: await endRemotely(tx, actor.districtId, actor.accountId, keep ? { keep } : {}) }
}

export async function endSession({ tx, actor, params }: Call<typeof sessionRoutes.endSession>) {
  const ended = await endRemotely(tx, actor.districtId, actor.accountId, { only: params.id })
  await endStreams(tx, actor)
  return ended === 1 ? ({ done: true } as const) : refuse('notFound')
}
