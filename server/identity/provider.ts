import * as oidc from 'openid-client'
import type { ProviderAnswer } from '#contract/identity.ts'
import type { ProviderSettings } from './settings.ts'

/** What has to come back unchanged, and what proves that it was us who asked. */
export type Asked = { state: string; nonce: string; verifier: string; redirectUri: string }

/** Who somebody is at the platform, and whether it saw a second factor that counts. Tokens are not kept. */
export type Asserted = { subject: string; hasFactor: boolean }

export type Provider = {
  name: string
  settings: ProviderSettings
  /** The address at the platform. `isAnew`: whoever is signed in there shows once more who they are. Fault: `ProviderNo`. */
  lead(asked: Asked, isAnew: boolean, now: number): Promise<string>
  /** Checks what came back. Fault: `ProviderNo`. */
  check(asked: Asked, answer: ProviderAnswer, now: number): Promise<Asserted>
}

/** Why the word of the platform is not taken; `why` is for the log and holds nothing of a person or a token. */
export class ProviderNo extends Error {
  readonly refused: 'providerDown' | 'providerDenied' | 'providerLate' | 'providerClock' | 'badProvider'
  readonly why: string
  constructor(refused: ProviderNo['refused'], why: string) {
    super(refused)
    this.refused = refused
    this.why = why
  }
}

const waitSeconds = 10
const toleranceSeconds = 60
/**
 * What the platform says of itself is asked again after this (milliseconds): before a browser is sent there soon, so that
 * one that is away is told on our page and not by an empty window; on the way back later.
 */
const knownFor = { lead: 15_000, check: 15 * 60_000 }

/** Speaks OpenID Connect to one platform: code flow with PKCE, state and nonce. Nothing is asked before somebody needs it. */
export function openProvider(settings: ProviderSettings): Provider {
  const isOpen = settings.issuer.startsWith('http:')
  const fetchThere: oidc.CustomFetch = async (address, options) => {
    const { host } = new URL(address)
    if (!settings.hosts.includes(host))
      throw new ProviderNo('badProvider', `it names ${host}, which is not among the hosts`)
    return fetch(address, options)
  }
  let known: { metadata: oidc.ServerMetadata; at: number } | undefined

  async function metadata(now: number, forMs: number): Promise<oidc.ServerMetadata> {
    if (known && Math.abs(now - known.at) < forMs) return known.metadata
    const found = await oidc.discovery(new URL(settings.issuer), settings.clientId, undefined, undefined, {
      [oidc.customFetch]: fetchThere,
      timeout: waitSeconds,
      execute: isOpen ? [oidc.allowInsecureRequests] : [],
    })
    known = { metadata: { ...found.serverMetadata() }, at: now }
    return known.metadata
  }

  async function configuration(now: number, forMs: number): Promise<oidc.Configuration> {
    const of = await metadata(now, forMs)
    const { clientId, clientSecret } = settings
    const methods = of.token_endpoint_auth_methods_supported
    const isPosted = methods !== undefined && !methods.includes('client_secret_basic')
    const config = new oidc.Configuration(
      of,
      clientId,
      // Tokens are judged by the clock of the product, like everything else.
      { [oidc.clockSkew]: Math.round((now - Date.now()) / 1000), [oidc.clockTolerance]: toleranceSeconds },
      isPosted ? oidc.ClientSecretPost(clientSecret) : oidc.ClientSecretBasic(clientSecret),
    )
    config[oidc.customFetch] = fetchThere
    config.timeout = waitSeconds
    if (isOpen) oidc.allowInsecureRequests(config)
    // The signature is checked too, not only the line it came by: a proxy may stand in between.
    oidc.enableNonRepudiationChecks(config)
    return config
  }

  return {
    name: settings.name,
    settings,
    lead: (asked, isAnew, now) =>
      orNo(async () => {
        const url = oidc.buildAuthorizationUrl(await configuration(now, knownFor.lead), {
          ...{
            redirect_uri: asked.redirectUri,
            scope: settings.scope,
            state: asked.state,
            nonce: asked.nonce,
          },
          code_challenge: await oidc.calculatePKCECodeChallenge(asked.verifier),
          code_challenge_method: 'S256',
          ...(settings.acr.length > 0 ? { acr_values: settings.acr.join(' ') } : {}),
          ...(isAnew ? { prompt: 'login' } : {}),
        })
        if (url.protocol !== 'https:' && !isOpen)
          throw new ProviderNo('badProvider', 'its page for signing in is not https')
        return url.href
      }),
    check: (asked, answer, now) =>
      orNo(async () => {
        if (answer.error === 'access_denied') throw new ProviderNo('providerDenied', answer.error)
        if (answer.error !== undefined) throw new ProviderNo('badProvider', `it answered ${answer.error}`)
        const config = await configuration(now, knownFor.check)
        const back = new URL(asked.redirectUri)
        for (const key of ['state', 'code', 'iss'] as const)
          if (answer[key] !== undefined) back.searchParams.set(key, answer[key])
        const tokens = await oidc.authorizationCodeGrant(config, back, {
          ...{ pkceCodeVerifier: asked.verifier, expectedState: asked.state, expectedNonce: asked.nonce },
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (!claims) throw new ProviderNo('badProvider', 'there is no ID token')
        if (claims.iat * 1000 > now + toleranceSeconds * 1000)
          throw new ProviderNo('providerClock', 'an ID token of the future')
        const named =
          claims[settings.claim] ??
          (await oidc.fetchUserInfo(config, tokens.access_token, claims.sub))[settings.claim]
        const subject = typeof named === 'number' ? String(named) : named
        if (typeof subject !== 'string' || subject === '' || subject.length > 255)
          throw new ProviderNo('badProvider', `no claim ${settings.claim}`)
        return { subject, hasFactor: hasFactor(settings, claims) }
      }),
  }
}

/** Whether the platform saw a second factor of those that count here. */
function hasFactor({ acr, amr }: ProviderSettings, claims: oidc.IDToken): boolean {
  const ways = Array.isArray(claims.amr) ? claims.amr : []
  return (
    (typeof claims.acr === 'string' && acr.includes(claims.acr)) ||
    ways.some((way) => typeof way === 'string' && amr.includes(way))
  )
}

const away = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']

/** Turns what the library throws into why the word of the platform is not taken. */
async function orNo<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (fault) {
    if (fault instanceof ProviderNo) throw fault
    const { code, cause, message } = fault as { code?: string; cause?: unknown; message: string }
    if (cause instanceof ProviderNo) throw cause
    if (fault instanceof oidc.ResponseBodyError)
      throw fault.error === 'invalid_grant'
        ? new ProviderNo('providerLate', 'invalid_grant')
        : new ProviderNo('badProvider', `its answer to the code was ${fault.error.slice(0, 100)}`)
    if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') throw new ProviderNo('providerClock', message)
    // The line itself: no such host, refused, cut off, or too slow.
    const isLine = fault instanceof TypeError && message === 'fetch failed'
    if (isLine || away.includes(code ?? ''))
      throw new ProviderNo(
        'providerDown',
        `${code ?? message} ${(cause as { code?: string } | undefined)?.code ?? ''}`.trim(),
      )
    throw new ProviderNo('badProvider', `${code ?? ''} ${message}`.trim())
  }
}
