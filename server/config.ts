import { resolve } from 'node:path'
import type { Language } from '#domain/language.ts'
import { type ProviderSettings, readProvider } from './identity/settings.ts'
import { readKeyOptions } from './keys/env.ts'
import { type IceSettings, readIce } from './mediation/ice.ts'
import { type HookRules, whyNotUrl } from './notify/hook-address.ts'
import type { KeyOptions } from './secrets.ts'

export type Config = {
  databaseUrl: string
  home: string
  host: string
  port: number
  /** What people type; the codes in the stairwells carry it. */
  publicUrl: string
  isProduction: boolean
  trustProxy: boolean
  /** Off only for measuring and never in production. */
  rateLimits: boolean
  fieldKey: string
  indexKey: string
  /** Keys of before, and the algorithms. */
  keyOptions: Required<KeyOptions>
  /** The folder of the list of leaked passwords; undefined: there is none. */
  breachList: string | undefined
  /** Undefined: no figures are told. */
  metricsPort: number | undefined
  /** Where weaknesses are reported, a mail address or a page. */
  securityContact: string | undefined
  /** Undefined: no e-mail leaves the house. */
  smtp: Smtp | undefined
  /** Undefined: no text message leaves the house. */
  sms: Sms | undefined
  /** The only hosts that webhooks and text messages may go to, private ones among them; none named: every public host. */
  hookHosts: string[]
  /** Undefined: nobody signs in through an identity platform. */
  provider: ProviderSettings | undefined
  ice: IceSettings
}

/** How the gateway for e-mail is reached; `none` sends in the clear and is for a gateway on the same machine. */
export type Smtp = {
  host: string
  port: number
  tls: 'tls' | 'starttls' | 'none'
  user: string | undefined
  password: string | undefined
  from: string
}

/** How the gateway for text messages is reached, and the templates that are registered there. */
export type Sms = { url: string; secret: string; templates: Record<Language, string> }

/** Reads the environment once, at start, and says readably what is missing or wrong. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const problems: string[] = []
  const need = (name: string): string => {
    const value = env[name]
    if (!value) problems.push(`${name} is not set`)
    return value ?? ''
  }
  const isProduction = env['MAPLE_MODE'] === 'production'
  const port = Number(env['PORT'] ?? 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    problems.push('PORT must be a number from 0 to 65535')
  const host = env['HOST'] ?? '127.0.0.1'
  const publicUrl = (
    env['MAPLE_PUBLIC_URL'] ?? `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`
  ).replace(/\/+$/, '')
  if (isProduction && !publicUrl.startsWith('https://'))
    problems.push('in production MAPLE_PUBLIC_URL must begin with https://')
  const hookHosts = (env['MAPLE_HOOK_HOSTS'] ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
  const config = {
    databaseUrl: need('DATABASE_URL'),
    home: resolve(env['MAPLE_HOME'] ?? '.maple'),
    host,
    port,
    publicUrl,
    isProduction,
    trustProxy: env['MAPLE_TRUST_PROXY'] === '1',
    rateLimits: isProduction || env['MAPLE_RATE_LIMITS'] !== 'off',
    fieldKey: need('MAPLE_FIELD_KEY'),
    indexKey: need('MAPLE_INDEX_KEY'),
    keyOptions: readKeyOptions(env, problems),
    breachList: env['MAPLE_BREACH_LIST'] || undefined,
    metricsPort: readPort(env, 'MAPLE_METRICS_PORT', problems),
    securityContact: env['MAPLE_SECURITY_CONTACT'] || undefined,
    smtp: readSmtp(env, isProduction, problems),
    ice: readIce(env, problems),
    sms: readSms(env, { isProduction, hosts: hookHosts }, problems),
    hookHosts,
    provider: readProvider(env, isProduction, problems),
  }
  if (problems.length > 0) throw new Error(`The configuration is not complete:\n- ${problems.join('\n- ')}`)
  return config
}

function readPort(env: NodeJS.ProcessEnv, name: string, problems: string[]): number | undefined {
  if (!env[name]) return undefined
  const port = Number(env[name])
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    problems.push(`${name} must be a number from 1 to 65535`)
  return port
}

function readSms(env: NodeJS.ProcessEnv, rules: HookRules, problems: string[]): Sms | undefined {
  const url = env['MAPLE_SMS_URL']
  if (!url) return undefined
  const secret = env['MAPLE_SMS_SECRET'] ?? ''
  const zh = env['MAPLE_SMS_TEMPLATE'] ?? ''
  if (whyNotUrl(url, rules))
    problems.push(
      'MAPLE_SMS_URL must begin with https:// and go to a host on MAPLE_HOOK_HOSTS, if there is a list',
    )
  if (secret.length < 16) problems.push('MAPLE_SMS_SECRET must have at least 16 signs')
  if (zh === '') problems.push('MAPLE_SMS_TEMPLATE must name the template of the code')
  return { url, secret, templates: { zh, en: env['MAPLE_SMS_TEMPLATE_EN'] || zh } }
}

const onThisMachine = ['localhost', '127.0.0.1', '::1']

function readSmtp(env: NodeJS.ProcessEnv, isProduction: boolean, problems: string[]): Smtp | undefined {
  const host = env['MAPLE_SMTP_HOST']
  if (!host) return undefined
  const port = Number(env['MAPLE_SMTP_PORT'] ?? 465)
  const tls = env['MAPLE_SMTP_TLS'] ?? (port === 465 ? 'tls' : 'starttls')
  const from = env['MAPLE_SMTP_FROM'] ?? ''
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    problems.push('MAPLE_SMTP_PORT must be a number from 1 to 65535')
  if (!from.includes('@')) problems.push('MAPLE_SMTP_FROM must be the address that e-mails come from')
  if (tls !== 'tls' && tls !== 'starttls' && tls !== 'none')
    problems.push('MAPLE_SMTP_TLS must be tls, starttls or none')
  else if (tls === 'none' && isProduction && !onThisMachine.includes(host))
    problems.push('in production MAPLE_SMTP_TLS may be none only where MAPLE_SMTP_HOST is this machine')
  const user = env['MAPLE_SMTP_USER'] || undefined
  return {
    host,
    port,
    tls: tls as Smtp['tls'],
    user,
    password: env['MAPLE_SMTP_PASSWORD'] || undefined,
    from,
  }
}
