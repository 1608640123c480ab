import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import type { ProviderSettings } from '#server/identity/settings.ts'

/** What somebody does at the platform: gives a name there, shows a factor, or turns back. */
export type Visit = { login?: string; acr?: string; amr?: string; cancel?: 'login' | 'consent' }

/** A real OpenID Connect provider on this machine, with pages of its own for signing in and consent. */
export type IdentityProvider = {
  issuer: string
  settings: ProviderSettings
  /** Goes where the product leads a browser, and comes back. Out: what the platform sends along. */
  visit(url: string, visit?: Visit): Promise<Record<string, string>>
  /** The addresses that were asked, without what went with them. */
  asked: string[]
  /** Lets the platform go away, and come back at the same address. */
  stop(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

export const clientSecret = randomUUID()
const clientId = 'maple'

function makeProvider(issuer: string, redirectUri: string): Provider {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] },
        ...{ grant_types: ['authorization_code'], response_types: ['code'] },
      },
    ],
    jwks: {
      keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: randomUUID() }],
    },
    cookies: { keys: [randomUUID()] },
    features: { devInteractions: { enabled: false } },
    acrValues: ['level3'],
    claims: { openid: ['sub', 'amr'], staff: ['staff_no'], acr: null },
    scopes: ['openid', 'staff'],
    pkce: { required: () => true },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 3600,
      IdToken: 3600,
      Interaction: 3600,
      Session: 3600,
    },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, staff_no: `330199-${id}` }),
    }),
    renderError: (context: { body: string }, out: object) => {
      context.body = JSON.stringify(out)
    },
  })
  return provider
}

const page = (title: string, inside: string) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
  <meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1>
  <form method="post">${inside}<button name="cancel" value="1" formnovalidate>取消</button></form></html>`
const pages = {
  login: page(
    '统一身份认证平台',
    '<label>平台账号 <input name="login" required></label><button>登录平台</button>',
  ),
  consent: page('枫桥想知道你是谁', '<button>同意</button>'),
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = ''
  for await (const part of request) body += String(part)
  return new URLSearchParams(body)
}

async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  const { prompt, params, session } = await provider.interactionDetails(request, response)
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    return response.end(pages[prompt.name])
  }
  const form = await formOf(request)
  const end = (result: object) =>
    provider.interactionFinished(request, response, result, {
      mergeWithLastSubmission: prompt.name === 'consent',
    })
  if (form.has('cancel')) return end({ error: 'access_denied' })
  if (prompt.name === 'login') {
    const [acr, amr] = [form.get('acr'), form.get('amr')]
    const shown = { ...(acr ? { acr } : {}), ...(amr ? { amr: amr.split(' ') } : {}) }
    return end({ login: { accountId: form.get('login'), ...shown } })
  }
  const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: params.client_id })
  grant.addOIDCScope((prompt.details.missingOIDCScope ?? []).join(' '))
  return end({ consent: { grantId: await grant.save() } })
}

/** Starts a platform that knows the product at one address. In: that address, now or later. */
export async function startProvider(origin: string | (() => string)): Promise<IdentityProvider> {
  let provider: Provider | undefined
  const asked: string[] = []
  const faults: Error[] = []
  const open = () => {
    const made = makeProvider(
      issuer,
      `${typeof origin === 'string' ? origin : origin()}/console/sign-in/back`,
    )
    made.on('server_error', (_, fault) => faults.push(fault))
    return made
  }
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url?.split(/[?#]/)[0]}`)
    provider ??= open()
    const isOurs = request.url?.startsWith('/interaction/')
    const work = isOurs ? interact(provider, request, response) : provider.callback()(request, response)
    void Promise.resolve(work).catch((fault: Error) => {
      faults.push(fault)
      response.writeHead(500).end()
    })
  })
  const listen = (port: number) =>
    new Promise<void>((done) => {
      server.listen(port, '127.0.0.1', done)
    })
  await listen(0)
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      server.closeAllConnections()
    })
  return {
    issuer,
    asked,
    settings: {
      ...{ issuer, clientId, clientSecret, name: '统一身份认证', claim: 'sub', scope: 'openid' },
      ...{ acr: [], amr: [], hosts: [`127.0.0.1:${port}`] },
    },
    visit: (url, visit = {}) => goThere(url, visit, issuer, faults),
    stop,
    start: () => listen(port),
    close: stop,
  }
}

/** A browser that keeps the platform's cookies for one visit. */
async function goThere(url: string, visit: Visit, issuer: string, faults: Error[]) {
  const cookies = new Map<string, string>()
  const send = async (address: string, form?: Record<string, string>) => {
    const response = await fetch(new URL(address, issuer), {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(key, value)
    }
    return response
  }
  let [address, response] = [url, await send(url)]
  for (let steps = 0; steps < 12; steps++) {
    const next = response.headers.get('location')
    if (next) {
      const to = new URL(next, issuer)
      if (to.pathname === '/console/sign-in/back') return Object.fromEntries(to.searchParams)
      address = to.href
      response = await send(address)
      continue
    }
    const text = await response.text()
    if (!text.includes('<form'))
      throw new Error(`the platform said ${response.status} ${text} ${faults.at(-1)?.stack}`)
    const isLogin = text.includes('name="login"')
    const { login = 'lin', acr = '', amr = '' } = visit
    const turnsBack = visit.cancel === (isLogin ? 'login' : 'consent')
    response = await send(address, turnsBack ? { cancel: '1' } : isLogin ? { login, acr, amr } : {})
  }
  throw new Error('the platform leads round and round')
}
