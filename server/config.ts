import { resolve } from 'node:path'

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
}

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
  }
  if (problems.length > 0) throw new Error(`The configuration is not complete:\n- ${problems.join('\n- ')}`)
  return config
}
