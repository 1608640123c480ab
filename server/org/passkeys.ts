import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { z } from 'zod'
import type { passkeyAnswer } from '#contract/session.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import { Refused } from '../http/refused.ts'
import { challengeMs, isChallenge, newChallenge, type Purpose, type RelyingParty } from './challenges.ts'
import { listPasskeys, type Passkey, spendChallenge, writePasskeyUse } from './passkey-store.ts'

export type Answer = z.output<typeof passkeyAnswer>
type Of = { district: number; accountId: string }

const plain = (options: object) => ({
  options: JSON.parse(JSON.stringify(options)) as Record<string, unknown>,
})
const transportsOf = (key: Passkey) => key.transports as AuthenticatorTransport[]

/** What the browser is asked for a new passkey: one that is found without a user name and opened by its holder. */
export async function registrationOptions(
  party: RelyingParty,
  who: Of & { login: string; name: string; known: readonly Passkey[] },
  now: number,
) {
  const owner = `${who.district}:${who.accountId}` as const
  return plain(
    await generateRegistrationOptions({
      rpName: 'Maple Bridge',
      rpID: party.id,
      userID: new Uint8Array(Buffer.from(owner)),
      userName: who.login,
      userDisplayName: who.name,
      challenge: new Uint8Array(newChallenge(`add:${owner}`, now)),
      timeout: challengeMs,
      attestationType: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: who.known.map((key) => ({
        id: key.credentialId.toString('base64url'),
        transports: transportsOf(key),
      })),
    }),
  )
}

/** What the browser is asked to sign in with; any passkey of this place will do. */
export async function signInOptions(party: RelyingParty, purpose: Purpose, now: number) {
  return plain(
    await generateAuthenticationOptions({
      rpID: party.id,
      challenge: new Uint8Array(newChallenge(purpose, now)),
      timeout: challengeMs,
      userVerification: 'required',
    }),
  )
}

/** Checks the answer to a challenge for a new passkey. Refusal (thrown): `badPasskey`. */
export async function checkRegistration(
  tx: Tx,
  party: RelyingParty,
  of: Of,
  answer: Answer,
  now: number,
): Promise<Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'transports'>> {
  let used = ''
  const { registrationInfo } = await orBad(() =>
    verifyRegistrationResponse({
      response: answer as unknown as RegistrationResponseJSON,
      expectedChallenge: (challenge) => {
        used = challenge
        return isChallenge(challenge, `add:${of.district}:${of.accountId}`, now)
      },
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    }),
  )
  const credential = registrationInfo?.credential
  if (!credential || !(await spendChallenge(tx, of.district, used, now + challengeMs)))
    throw new Refused(refuse('badPasskey'))
  return {
    credentialId: Buffer.from(credential.id, 'base64url'),
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: (credential.transports ?? []).slice(0, 10),
  }
}

/** Whose passkey an answer says it is, before anything of it is believed. */
export function claimedBy(answer: Answer): Of | undefined {
  const { userHandle } = answer.response
  if (typeof userHandle !== 'string') return undefined
  const match = Buffer.from(userHandle, 'base64url')
    .toString()
    .match(/^(\d{1,6}):([0-9a-f-]{36})$/)
  return match ? { district: Number(match[1]), accountId: match[2] ?? '' } : undefined
}

/** Checks the answer of one of an account's passkeys. Out: whether it is right; used up by it either way. */
export async function isPasskey(
  tx: Tx,
  party: RelyingParty,
  of: Of,
  { answer, purpose, now }: { answer: Answer; purpose: Purpose; now: number },
): Promise<boolean> {
  const key = (await listPasskeys(tx, of)).find(
    ({ credentialId }) => credentialId.toString('base64url') === answer.id,
  )
  if (!key) return false
  let used = ''
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer as unknown as AuthenticationResponseJSON,
      expectedChallenge: (challenge) => {
        used = challenge
        return isChallenge(challenge, purpose, now)
      },
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: answer.id,
        publicKey: new Uint8Array(key.publicKey),
        counter: key.counter,
        transports: transportsOf(key),
      },
    })
    if (!verified || !(await spendChallenge(tx, of.district, used, now + challengeMs))) return false
    await writePasskeyUse(tx, of.district, key.id, { counter: authenticationInfo.newCounter, now })
    return true
  } catch (fault) {
    if (isOfDatabase(fault)) throw fault
    return false
  }
}

/** The library throws plain errors for whatever is wrong with an answer; those of the database carry a code. */
const isOfDatabase = (fault: unknown) =>
  typeof (fault as { code?: unknown }).code === 'string' && 'severity' in (fault as object)

async function orBad<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch {
    throw new Refused(refuse('badPasskey'))
  }
}
