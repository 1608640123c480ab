import { sql } from 'kysely'
import type { Me } from '#contract/session.ts'
import { sessionRoutes } from '#contract/session.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { permissions, seatsWith } from '#domain/org/grants.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { blankScope, setScope, type Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { dropToken, giveToken, readToken } from '../http/token.ts'
import { newId } from '../ids.ts'
import { nudge } from '../matter/store.ts'
import { checkNothing, hashPassword, isPassword, whyWeak } from './passwords.ts'
import { findSession, sessionLife } from './session-queries.ts'
import {
  clearFailures,
  countFailure,
  deleteSession,
  deleteSessionsOf,
  insertSession,
  storePassword,
} from './session-store.ts'

/** After this many wrong passwords in a row an account rests; the rest doubles up to the longest (minutes). */
const lock = { after: 5, minutes: 5, longest: 60 }

type Found = {
  district_id: number
  id: string
  login: string
  password_hash: string
  failed: number
  locked_until: number | null
  disabled_at: number | null
}

async function findAccount(tx: Tx, login: string): Promise<Found | undefined> {
  const { rows: keys } = await sql<{
    district_id: number
  }>`select district_id from login_key where login = ${login}`.execute(tx)
  const district = keys[0]?.district_id
  if (district === undefined) return undefined
  await setScope(tx, blankScope(district))
  const { rows } =
    await sql<Found>`select district_id, id, login, password_hash, failed, locked_until, disabled_at
    from account where district_id = ${district} and login = ${login} for update`.execute(tx)
  return rows[0]
}

/** Signs in. Refusals are returned, not thrown: a wrong password must be counted, so the transaction commits. */
export async function signIn(call: Call<typeof sessionRoutes.signIn>): Promise<Me | Refusal> {
  const { tx, body, now, reply, request } = call
  const account = await findAccount(tx, body.login)
  if (!account || account.disabled_at !== null) {
    await checkNothing(body.password)
    return refuse('wrongPassword')
  }
  if (account.locked_until !== null && account.locked_until > now)
    return refuse('lockedOut', { minutes: Math.ceil((account.locked_until - now) / 60_000) })
  if (!(await isPassword(account.password_hash, body.password))) {
    const failed = account.failed + 1
    const rest = Math.min(lock.minutes * 2 ** Math.floor(failed / lock.after - 1), lock.longest)
    await countFailure(
      tx,
      account.district_id,
      account.id,
      failed % lock.after === 0 ? now + rest * 60_000 : null,
    )
    return refuse('wrongPassword')
  }
  await clearFailures(tx, account.district_id, account.id)
  const hash = giveToken(reply, account.district_id)
  const device = (request.headers['user-agent'] ?? '').slice(0, 200)
  await insertSession(tx, {
    districtId: account.district_id,
    tokenHash: hash,
    id: newId(now),
    accountId: account.id,
    device,
    now,
    expiresAt: now + sessionLife.absoluteMs,
  })
  const held = await findSession(tx, { district: account.district_id, hash }, now)
  if (!held) throw new Error('a session just made cannot be read')
  return describe(tx, held.actor, now)
}

/** Who I am, and what my posts allow at all. */
export async function getMe({ tx, actor, now }: Call<typeof sessionRoutes.getMe>): Promise<Me> {
  return describe(tx, actor, now)
}

async function describe(tx: Tx, actor: StaffActor, now: number): Promise<Me> {
  const { rows } = await sql<{
    login: string
    is_demo: boolean
    must_change_password: boolean
    name: string
    absence: Me['absence']
  }>`
    select a.login, a.is_demo, a.must_change_password, d.name, (
      select json_build_object('toOn', b.to_on, 'substituteName', s.name) from absence b
      join person s on s.district_id = b.district_id and s.id = b.substitute_id
      where b.district_id = a.district_id and b.person_id = a.person_id and b.from_on <= ${dayOf(now)}::date
        and b.to_on >= ${dayOf(now)}::date limit 1) absence
    from account a join district d on d.id = a.district_id
    where a.district_id = ${actor.districtId} and a.id = ${actor.accountId}`.execute(tx)
  const row = rows[0]
  return {
    districtId: actor.districtId,
    districtName: row?.name ?? '',
    accountId: actor.accountId,
    login: row?.login ?? '',
    name: actor.name,
    isDemo: row?.is_demo ?? false,
    mustChangePassword: row?.must_change_password ?? false,
    seats: actor.seats.map(({ postId, role, unitId, unitName, unitKind, standsInFor }) => ({
      postId,
      role,
      unitId,
      unitName,
      unitKind,
      ...(standsInFor ? { standsInFor } : {}),
    })),
    permissions: permissions.filter((p) => seatsWith(actor, p).length > 0),
    absence: row?.absence ?? null,
  }
}

/** Ends the live streams of an account: those whose session still stands open themselves again. */
const endStreams = (tx: Tx, { districtId: district, accountId: id }: StaffActor) =>
  nudge(tx, { kind: 'account', district, id, version: 0 })

export async function signOut({ tx, actor, request, reply }: Call<typeof sessionRoutes.signOut>) {
  const token = readToken(request)
  if (token) await deleteSession(tx, token.district, token.hash)
  await endStreams(tx, actor)
  dropToken(reply)
  return { done: true } as const
}

export async function listSessions({ tx, actor, request, now }: Call<typeof sessionRoutes.listSessions>) {
  const hash = readToken(request)?.hash ?? Buffer.alloc(0)
  const { rows } = await sql<{
    id: string
    device: string
    created_at: number
    seen_at: number
    is_this: boolean
  }>`
    select id, device, created_at, seen_at, token_hash = ${hash} is_this from session
    where district_id = ${actor.districtId} and account_id = ${actor.accountId} and expires_at > ${new Date(now)}
    order by seen_at desc limit 50`.execute(tx)
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
  return { ended: await deleteSessionsOf(tx, actor.districtId, actor.accountId, keep ? { keep } : {}) }
}

export async function endSession({ tx, actor, params }: Call<typeof sessionRoutes.endSession>) {
  const ended = await deleteSessionsOf(tx, actor.districtId, actor.accountId, { only: params.id })
  await endStreams(tx, actor)
  return ended === 1 ? ({ done: true } as const) : refuse('notFound')
}

/** Changes my password and ends my other sessions. Refusals: `wrongPassword`, `weakPassword`, `nothingChanged`. */
export async function changePassword({
  tx,
  actor,
  body,
  now,
  request,
}: Call<typeof sessionRoutes.changePassword>) {
  const { rows } = await sql<{
    login: string
    password_hash: string
  }>`select login, password_hash from account
    where district_id = ${actor.districtId} and id = ${actor.accountId} for update`.execute(tx)
  const account = rows[0]
  if (!account || !(await isPassword(account.password_hash, body.old)))
    return refuse('wrongPassword', undefined, 'old')
  if (body.new === body.old) return refuse('nothingChanged', undefined, 'new')
  const weak = whyWeak(body.new, account.login)
  if (weak) return weak
  await storePassword(tx, actor.districtId, actor.accountId, await hashPassword(body.new), now)
  const keep = readToken(request)?.hash
  await deleteSessionsOf(tx, actor.districtId, actor.accountId, keep ? { keep } : {})
  await endStreams(tx, actor)
  return { done: true } as const
}
