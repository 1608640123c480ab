import { sql } from 'kysely'
import type { SignedIn, sessionRoutes } from '#contract/session.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { blankScope, setScope, type Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { readToken } from '../http/token.ts'
import { relyingParty } from './challenges.ts'
import { isFactor } from './factor-check.ts'
import { claimedBy, isPasskey, signInOptions } from './passkeys.ts'
import { hashPassword, isPassword, whyNotPassword } from './passwords.ts'
import { endStreams } from './session-commands.ts'
import { factorsOf } from './session-queries.ts'
import { deleteSessionsOf, proveSession, storePassword } from './session-store.ts'
import { type Entrant, note, openSession } from './sign-in.ts'
import { clearWrong, countWrong, knockInside, waitOf } from './wait-store.ts'

type Own = {
  login: string
  hash: string
  name: string
  pinyin: string
  isDisabled: boolean
  hasTotp: boolean
  hasPasskey: boolean
}

type Kept = {
  login: string
  password_hash: string
  disabled_at: number | null
  name: string
  pinyin: string
  has_totp: boolean
  has_passkey: boolean
}

async function findOwn(tx: Tx, district: number, accountId: string): Promise<Own | undefined> {
  const { rows } = await sql<Kept>`
    select a.login, a.password_hash, a.disabled_at, p.name, p.pinyin, ${factorsOf}
    from account a join person p on p.district_id = a.district_id and p.id = a.person_id
    where a.district_id = ${district} and a.id = ${accountId}`.execute(tx)
  const [row] = rows
  return (
    row && {
      ...{ login: row.login, hash: row.password_hash, name: row.name, pinyin: row.pinyin },
      ...{ isDisabled: row.disabled_at !== null, hasTotp: row.has_totp, hasPasskey: row.has_passkey },
    }
  )
}

/** A challenge for any passkey of this place. Refusal: `passkeysOff`. */
export async function askPasskey(call: Call<typeof sessionRoutes.askPasskey>) {
  const party = relyingParty(call.platform, call.request)
  return party ? signInOptions(party, 'signIn', call.now) : refuse('passkeysOff')
}

/** Signs in with a passkey alone. Refusals: `passkeysOff`, `badPasskey`. */
export async function signInByPasskey(
  call: Call<typeof sessionRoutes.signInByPasskey>,
): Promise<SignedIn | Refusal> {
  const { tx, body, now, platform, request } = call
  const party = relyingParty(platform, request)
  if (!party) return refuse('passkeysOff')
  const of = claimedBy(body.answer)
  if (!of) return refuse('badPasskey')
  await setScope(tx, blankScope(of.district))
  const own = await findOwn(tx, of.district, of.accountId)
  if (!own) return refuse('badPasskey')
  const isRight = await isPasskey(tx, party, of, { answer: body.answer, purpose: 'signIn', now })
  if (!isRight || own.isDisabled) {
    await note(call, of, { outcome: isRight ? 'disabled' : 'wrongFactor', way: 'passkey' })
    return refuse('badPasskey')
  }
  const who: Entrant = { ...of, login: own.login }
  return openSession(call, who, 'passkey')
}

/**
 * Shows once more who it is: by a passkey or a code where the account has either, by the password otherwise.
 * Refusals: `lockedOut`, `missingField`, `badPasskey`, `wrongFactor`, `wrongPassword`.
 */
export async function prove(call: Call<typeof sessionRoutes.prove>) {
  const { tx, actor, body, now, platform, request } = call
  const of = { district: actor.districtId, accountId: actor.accountId }
  const token = readToken(request)
  const own = await findOwn(tx, of.district, of.accountId)
  if (!own || !token) return refuse('signInFirst')
  const inside = knockInside(own.login)
  const minutes = await waitOf(tx, inside, now)
  if (minutes !== undefined) return refuse('lockedOut', { minutes })
  const no = await whyNotProved()
  if (no) {
    if (no.refused !== 'missingField') await countWrong(tx, inside, now)
    return no
  }
  await clearWrong(tx, inside)
  await proveSession(tx, of.district, token.hash, now)
  return { done: true } as const

  async function whyNotProved(): Promise<Refusal | undefined> {
    const party = relyingParty(platform, request)
    if (body.answer)
      return party && (await isPasskey(tx, party, of, { answer: body.answer, purpose: 'signIn', now }))
        ? undefined
        : refuse('badPasskey')
    if (own?.hasTotp || own?.hasPasskey) {
      if (body.code === undefined) return refuse('missingField', { field: 'code' }, 'code')
      return (await isFactor(tx, of, body.code, now)) ? undefined : refuse('wrongFactor', undefined, 'code')
    }
    if (body.password === undefined) return refuse('missingField', { field: 'password' }, 'password')
    const isRight = own && (await isPassword(own.hash, body.password))
    return isRight ? undefined : refuse('wrongPassword', undefined, 'password')
  }
}

/**
 * Changes my password and ends my other sessions.
 * Refusals: `lockedOut`, `wrongPassword`, `nothingChanged`, `weakPassword`, `leakedPassword`.
 */
export async function changePassword(call: Call<typeof sessionRoutes.changePassword>) {
  const { tx, actor, body, now, request } = call
  const own = await findOwn(tx, actor.districtId, actor.accountId)
  if (!own) return refuse('signInFirst')
  const inside = knockInside(own.login)
  const minutes = await waitOf(tx, inside, now)
  if (minutes !== undefined) return refuse('lockedOut', { minutes })
  if (!(await isPassword(own.hash, body.old))) {
    await countWrong(tx, inside, now)
    return refuse('wrongPassword', undefined, 'old')
  }
  if (body.new === body.old) return refuse('nothingChanged', undefined, 'new')
  const weak = await whyNotPassword(body.new, own)
  if (weak) return weak
  await clearWrong(tx, inside)
  await storePassword(tx, actor.districtId, actor.accountId, await hashPassword(body.new), now)
  await deleteSessionsOf(tx, actor.districtId, actor.accountId, readToken(request)?.hash)
  const who = { district: actor.districtId, accountId: actor.accountId }
  await note(call, who, { outcome: 'passwordChanged', way: 'password' })
  await endStreams(tx, actor)
  return { done: true } as const
}
