import * as oidc from 'openid-client'
import type { ProviderAnswer } from '#contract/identity.ts'
import { type Refusal, type RefusalCode, refuse } from '#domain/refusal.ts'
import { blankScope } from '../db/scope.ts'
import type { Call, Platform } from '../http/bind.ts'
import { inTurn } from '../http/in-turn.ts'
import { Refused } from '../http/refused.ts'
import { giveTrip, readTrip } from '../http/token.ts'
import { type Asserted, type Provider, ProviderNo } from './provider.ts'
import { insertTrip, type Purpose, takeTrip, tripMs } from './trip-store.ts'

/** These wait for another system, so they are in no transaction while they do. */
export type Outside = Pick<Call<never>, 'now' | 'platform' | 'request' | 'reply'>

/** Where the platform sends the browser back to; at a trial on this machine that is wherever the page was opened. */
function returnAddress({ publicUrl, isProduction }: Platform, host: string): string {
  const isTrial = !isProduction && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host)
  return new URL('/console/sign-in/back', isTrial ? `http://${host}` : publicUrl).href
}

/** The platform. Refusal (thrown): `providerOff`. */
export function theProvider({ provider }: Platform): Provider {
  if (!provider) throw new Refused(refuse('providerOff'))
  return provider
}

/** Refuses with the name that the person knows the platform by. */
export const refuseBy = ({ name }: Provider, code: RefusalCode): Refusal => refuse(code, { provider: name })

/** Asks the platform; why its word was not taken goes to the log, without anything of a person. */
async function asking<T>(call: Outside, provider: Provider, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (fault) {
    if (!(fault instanceof ProviderNo)) throw fault
    call.request.log.warn({ requestId: call.request.id, refused: fault.refused, why: fault.why }, 'provider')
    throw new Refused(refuseBy(provider, fault.refused))
  }
}

/**
 * Begins a way to the platform, bound to this browser. Out: the address there.
 * Refusals (thrown): `providerOff`, `providerDown`, `badProvider`.
 */
export async function begin(call: Outside, purpose: Purpose): Promise<{ url: string }> {
  const { platform, request, reply, now } = call
  const provider = theProvider(platform)
  const asked = {
    state: `${purpose.for}.${oidc.randomState()}`,
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    redirectUri: returnAddress(platform, request.headers.host ?? ''),
  }
  const url = await asking(call, provider, () => provider.lead(asked, purpose.for === 'link', now))
  const browser = giveTrip(request, reply, tripMs / 1000)
  await inTurn(platform.db, blankScope(0), (tx) => insertTrip(tx, browser, { ...asked, purpose }, now))
  return { url }
}

/**
 * Ends a way that this browser began, once, and checks what the platform says. Out: what it was begun for, and who it is.
 * Refusals (thrown): `providerOff`, `providerLate`, `providerDenied`, `providerDown`, `providerClock`, `badProvider`.
 */
export async function finish(
  call: Outside,
  answer: ProviderAnswer,
): Promise<{ provider: Provider; purpose: Purpose } & Asserted> {
  const { platform, request, now } = call
  const provider = theProvider(platform)
  const browser = readTrip(request)
  const trip =
    browser && (await inTurn(platform.db, blankScope(0), (tx) => takeTrip(tx, browser, answer.state, now)))
  if (!trip) throw new Refused(refuseBy(provider, 'providerLate'))
  const asserted = await asking(call, provider, () => provider.check(trip, answer, now))
  return { provider, purpose: trip.purpose, ...asserted }
}
