import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Factors, factorRoutes } from '#contract/factor.ts'
import type { StaffActor } from '#domain/actor.ts'
import { needsFactor } from '#domain/org/security.ts'
import { toBase32, totpAddress } from '#domain/org/totp.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { type RelyingParty, relyingParty } from './challenges.ts'
import { codeLength } from './factor-check.ts'
import {
  confirmPending,
  deleteCodes,
  deleteTotp,
  lockTotp,
  writeCodes,
  writePending,
} from './factor-store.ts'
import {
  deletePasskeys,
  insertPasskey,
  listPasskeys,
  passkeysMost,
  writePasskeyName,
} from './passkey-store.ts'
import { checkRegistration, registrationOptions } from './passkeys.ts'
import { freshSigns } from './passwords.ts'
import { getPolicyOf } from './policy.ts'
import { note } from './sign-in.ts'
import { stepOf } from './totp.ts'

/** RFC 4226 asks for 160 bits. */
const secretBytes = 20
const codesMade = 10

type Any = Pick<Call<typeof factorRoutes.getFactors>, 'tx' | 'actor' | 'now' | 'platform' | 'request'>
const ofMine = (actor: StaffActor) => ({ district: actor.districtId, accountId: actor.accountId })

async function readAccount(tx: Tx, actor: StaffActor) {
  const { rows } = await sql<{
    login: string
    is_demo: boolean
    confirmed_at: number | null
    left: number
  }>`
    select a.login, a.is_demo, t.confirmed_at, (
      select count(*)::int from recovery_code c where c.district_id = a.district_id and c.account_id = a.id
        and c.used_at is null) "left"
    from account a left join totp t on t.district_id = a.district_id and t.account_id = a.id
    where a.district_id = ${actor.districtId} and a.id = ${actor.accountId}`.execute(tx)
  if (!rows[0]) throw new Refused(refuse('signInFirst'))
  return rows[0]
}

/** What I show who I am with. */
export async function getFactors(call: Any): Promise<Factors> {
  const { tx, actor, platform, request } = call
  const account = await readAccount(tx, actor)
  const policy = await getPolicyOf(tx, actor.districtId, platform.isProduction)
  const held = actor.seats.filter(({ standsInFor }) => !standsInFor).map(({ role }) => role)
  const iso = (at: number) => new Date(at).toISOString()
  return {
    totpSince: account.confirmed_at === null ? null : iso(account.confirmed_at),
    recoveryLeft: account.left,
    passkeys: (await listPasskeys(tx, ofMine(actor))).map(({ id, name, createdAt, usedAt }) => ({
      ...{ id, name, createdAt: iso(createdAt) },
      usedAt: usedAt === null ? null : iso(usedAt),
    })),
    isNeeded: needsFactor(policy, { held, isDemo: account.is_demo }),
    hasPasskeys: relyingParty(platform, request) !== undefined,
  }
}

/** A new secret, which counts once a code of it has come back. */
export async function beginTotp({ tx, actor, now }: Call<typeof factorRoutes.beginTotp>) {
  const { login } = await readAccount(tx, actor)
  const secret = randomBytes(secretBytes)
  await writePending(tx, ofMine(actor), secret, now)
  const text = toBase32(secret)
  return { secret: text, address: totpAddress(text, { issuer: '枫桥', login }) }
}

/** Ten codes in groups of four, or null where some are left. */
async function firstCodes(tx: Tx, actor: StaffActor): Promise<string[] | null> {
  const { left } = await readAccount(tx, actor)
  return left > 0 ? null : makeCodes(tx, actor)
}

async function makeCodes(tx: Tx, actor: StaffActor): Promise<string[]> {
  const codes = Array.from({ length: codesMade }, () => freshSigns(codeLength))
  await writeCodes(tx, ofMine(actor), codes)
  return codes.map((code) => code.replace(/(.{4})(?=.)/g, '$1-'))
}

/** The first code of a new secret makes it count. Refusals: `notFound`, `wrongFactor`. */
export async function confirmTotp(call: Call<typeof factorRoutes.confirmTotp>) {
  const { tx, actor, body, now } = call
  const totp = await lockTotp(tx, ofMine(actor))
  if (!totp?.pending) return refuse('notFound')
  const code = body.code.normalize('NFKC').replace(/\s/g, '')
  const step = stepOf(totp.pending, code, now, 0)
  if (step === undefined) return refuse('wrongFactor', undefined, 'code')
  await confirmPending(tx, ofMine(actor), step, now)
  await note(call, ofMine(actor), { outcome: 'factorAdded', way: 'code' })
  const codes = await firstCodes(tx, actor)
  return { ...(await getFactors(call)), codes }
}

/** Refuses to take the last factor away from somebody who needs one; without any the recovery codes go too. */
async function afterRemoval(call: Any): Promise<Factors> {
  const factors = await getFactors(call)
  if (factors.totpSince !== null || factors.passkeys.length > 0) return factors
  insist(factors.isNeeded ? refuse('factorNeeded') : undefined)
  await deleteCodes(call.tx, ofMine(call.actor))
  return { ...factors, recoveryLeft: 0 }
}

/** Removes my authenticator. Refusals: `notFound`, `factorNeeded`. */
export async function removeTotp(call: Call<typeof factorRoutes.removeTotp>) {
  const totp = await lockTotp(call.tx, ofMine(call.actor))
  if (!totp?.secret) return refuse('notFound')
  await deleteTotp(call.tx, ofMine(call.actor))
  await note(call, ofMine(call.actor), { outcome: 'factorRemoved', way: 'code' })
  return afterRemoval(call)
}

/** Ten new recovery codes in the place of the old. Refusal: `notFound` without a second factor. */
export async function renewCodes(call: Call<typeof factorRoutes.renewCodes>) {
  const factors = await getFactors(call)
  if (factors.totpSince === null && factors.passkeys.length === 0) return refuse('notFound')
  const codes = await makeCodes(call.tx, call.actor)
  await note(call, ofMine(call.actor), { outcome: 'codesRenewed', way: 'recovery' })
  return { ...factors, recoveryLeft: codes.length, codes }
}

function partyOf({ platform, request }: Any): RelyingParty {
  const party = relyingParty(platform, request)
  if (!party) throw new Refused(refuse('passkeysOff'))
  return party
}

/** What the browser is asked for a new passkey. Refusals: `passkeysOff`, `tooManyPasskeys`. */
export async function askNewPasskey(call: Call<typeof factorRoutes.askNewPasskey>) {
  const { tx, actor, now } = call
  const party = partyOf(call)
  const { login } = await readAccount(tx, actor)
  const known = await listPasskeys(tx, ofMine(actor))
  if (known.length >= passkeysMost) return refuse('tooManyPasskeys', { max: passkeysMost })
  return registrationOptions(party, { ...ofMine(actor), login, name: actor.name, known }, now)
}

/** Adds the passkey that the browser made. Refusals: `passkeysOff`, `badPasskey`, `tooManyPasskeys`, `passkeyKnown`. */
export async function addPasskey(call: Call<typeof factorRoutes.addPasskey>) {
  const { tx, actor, body, now } = call
  const party = partyOf(call)
  const of = ofMine(actor)
  if ((await listPasskeys(tx, of)).length >= passkeysMost)
    return refuse('tooManyPasskeys', { max: passkeysMost })
  const key = await checkRegistration(tx, party, of, body.answer, now)
  if (!(await insertPasskey(tx, of, { ...key, id: body.id, name: body.name, createdAt: now })))
    throw new Refused(refuse('passkeyKnown'))
  await note(call, of, { outcome: 'factorAdded', way: 'passkey' })
  const codes = await firstCodes(tx, actor)
  return { ...(await getFactors(call)), codes }
}

/** Refusal: `notFound`. */
export async function renamePasskey(call: Call<typeof factorRoutes.renamePasskey>) {
  const { tx, actor, params, body } = call
  return (await writePasskeyName(tx, ofMine(actor), params.id, body.name))
    ? getFactors(call)
    : refuse('notFound')
}

/** Refusals: `notFound`, `factorNeeded`. */
export async function removePasskey(call: Call<typeof factorRoutes.removePasskey>) {
  const { tx, actor, params } = call
  if ((await deletePasskeys(tx, ofMine(actor), params.id)) !== 1) return refuse('notFound')
  await note(call, ofMine(actor), { outcome: 'factorRemoved', way: 'passkey' })
  return afterRemoval(call)
}
