import { readFileSync } from 'node:fs'

/** How the identity platform is reached, and what of its word counts. */
export type ProviderSettings = {
  issuer: string
  clientId: string
  clientSecret: string
  /** What stands on the button. */
  name: string
  /** The claim that names a person and never passes to another one. */
  claim: string
  scope: string
  /** A second factor of the platform counts where its `acr` is one of these, or its `amr` holds one of these. */
  acr: readonly string[]
  amr: readonly string[]
  /** The only hosts, with their ports, that are asked anything. */
  hosts: readonly string[]
}

/** What changes hands with a telephone, a mailbox or a marriage would open one person's account to another. */
const passedOn = [
  ...['email', 'phone_number', 'name', 'given_name', 'family_name', 'nickname'],
  ...['preferred_username', 'middle_name', 'profile', 'website', 'address'],
]

const loopback = ['localhost', '127.0.0.1', '[::1]']

/** The settings of the identity platform, or undefined where none is named. What is wrong is added to `problems`, in words. */
export function readProvider(
  env: NodeJS.ProcessEnv,
  isProduction: boolean,
  problems: string[],
): ProviderSettings | undefined {
  const issuer = env['MAPLE_OIDC_ISSUER']
  const list = (name: string) => (env[name] ?? '').split(/[\s,]+/).filter(Boolean)
  if (!issuer) {
    const lone = ['MAPLE_OIDC_CLIENT_ID', 'MAPLE_OIDC_CLIENT_SECRET', 'MAPLE_OIDC_CLIENT_SECRET_FILE']
    const named = lone.find((name) => env[name])
    if (named) problems.push(`${named} is set, but MAPLE_OIDC_ISSUER is not`)
    return undefined
  }
  const host = readIssuer(issuer, isProduction, problems)
  const clientId = env['MAPLE_OIDC_CLIENT_ID'] ?? ''
  if (!clientId) problems.push('MAPLE_OIDC_CLIENT_ID is not set')
  const claim = env['MAPLE_OIDC_CLAIM'] || 'sub'
  if (passedOn.includes(claim))
    problems.push(`MAPLE_OIDC_CLAIM must not be ${claim}: it may pass from one person to another`)
  const scope = env['MAPLE_OIDC_SCOPE'] || 'openid'
  if (!scope.split(' ').includes('openid')) problems.push('MAPLE_OIDC_SCOPE must hold openid')
  const amr = list('MAPLE_OIDC_AMR')
  if (amr.includes('pwd')) problems.push('MAPLE_OIDC_AMR must not hold pwd: a password is no second factor')
  const name = env['MAPLE_OIDC_NAME'] || '统一身份认证'
  if (name.length > 20) problems.push('MAPLE_OIDC_NAME must have at most 20 signs: it stands on a button')
  return {
    ...{ issuer, clientId, clientSecret: readSecret(env, problems), name, claim, scope },
    ...{ acr: list('MAPLE_OIDC_ACR'), amr },
    hosts: [host, ...list('MAPLE_OIDC_HOSTS').map((one) => one.toLowerCase())],
  }
}

/** Out: the host of the issuer. */
function readIssuer(issuer: string, isProduction: boolean, problems: string[]): string {
  if (!URL.canParse(issuer)) {
    problems.push('MAPLE_OIDC_ISSUER must be an address such as https://id.example.gov.cn')
    return ''
  }
  const { protocol, hostname, host, search, hash, username } = new URL(issuer)
  if (search || hash || username)
    problems.push('MAPLE_OIDC_ISSUER must be an address without user name, ? and #')
  if (isProduction && protocol !== 'https:')
    problems.push('in production MAPLE_OIDC_ISSUER must begin with https://')
  else if (protocol !== 'https:' && !(protocol === 'http:' && loopback.includes(hostname)))
    problems.push('MAPLE_OIDC_ISSUER must begin with https://, or with http:// on this machine')
  return host
}

function readSecret(env: NodeJS.ProcessEnv, problems: string[]): string {
  const given = env['MAPLE_OIDC_CLIENT_SECRET']
  const file = env['MAPLE_OIDC_CLIENT_SECRET_FILE']
  if (given && file)
    problems.push('only one of MAPLE_OIDC_CLIENT_SECRET and MAPLE_OIDC_CLIENT_SECRET_FILE may be set')
  if (given) return given
  if (!file) {
    problems.push('MAPLE_OIDC_CLIENT_SECRET or MAPLE_OIDC_CLIENT_SECRET_FILE is not set')
    return ''
  }
  try {
    const secret = readFileSync(file, 'utf8').trim()
    if (!secret) problems.push('the file of MAPLE_OIDC_CLIENT_SECRET_FILE is empty')
    return secret
  } catch {
    problems.push('the file of MAPLE_OIDC_CLIENT_SECRET_FILE cannot be read')
    return ''
  }
}
