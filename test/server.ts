import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { buildApp, type Options } from '#server/app.ts'
import { openDatabase, openPool } from '#server/db/pool.ts'
import { diskStore } from '#server/files/file-store.ts'
import type { Platform } from '#server/http/bind.ts'
import { Refused } from '#server/http/refused.ts'
import { openProvider } from '#server/identity/provider.ts'
import type { ProviderSettings } from '#server/identity/settings.ts'
import { startHub } from '#server/live/hub.ts'
import type { IceSettings } from '#server/mediation/ice.ts'
import { useKeys } from '#server/secrets.ts'
import { Client } from './client.ts'
import { makeDatabase } from './database.ts'
import { type Login, makeTown, password, type Town } from './factory.ts'

export type TestServer = {
  app: FastifyInstance
  platform: Platform
  town: Town
  /** The owner of the tables: sees past row-level security. */
  owner: pg.Pool
  /** The connections of the product. */
  pool: pg.Pool
  url: string
  /** Where the bytes of files lie. */
  folder: string
  /** The instant of the server; `pass` moves it. */
  now: number
  pass(ms: number): void
  /** A person of the staff, signed in. */
  as(login: Login): Client
  /** Somebody without an account. */
  visitor: Client
  /** What was not a refusal. */
  faults: unknown[]
  close(): Promise<void>
}

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
/** Monday, 23 November 2026, half past nine in the morning in China. */
export const mondayMorning = Date.UTC(2026, 10, 23, 1, 30)

type Wanted = Partial<Options> & {
  isProduction?: boolean
  isMailOn?: boolean
  /** The identity platform through which one may sign in. */
  provider?: ProviderSettings
  isTextOn?: boolean
  now?: number
  ice?: IceSettings
  /** Where files lie, unless in a folder of its own. */
  folder?: string
  /** Settings of the database, made before anybody connects. */
  settings?: Record<string, string>
}

/** The product in this process: a database, a folder and a town of its own, a clock that the test moves. */
export async function startServer({
  isProduction = false,
  isMailOn = true,
  provider,
  isTextOn = true,
  now = mondayMorning,
  settings = {},
  ice = { stun: [], turn: [], turnSecret: undefined },
  folder: given,
  ...options
}: Wanted = {}) {
  useKeys(Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 2).toString('base64'))
  const database = await makeDatabase()
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'maple-files-')))
  await configure(database.url, settings)
  const owner = new pg.Pool({ connectionString: database.url, max: 4 })
  owner.on('error', () => undefined)
  const town = await makeTown(owner, now - 30 * day)
  const pool = openPool(database.url)
  const db = openDatabase(pool)
  const clock = () => server.now
  const platform: Platform = {
    db,
    files: diskStore(folder),
    clock,
    publicUrl: 'http://maple.test',
    isProduction,
    outward: { isMailOn, isTextOn, hookHosts: [] },
    provider: provider && openProvider(provider),
    ice,
  }
  const faults: unknown[] = []
  const hub = startHub(db, database.url, (fault) => faults.push(fault))
  const app = await buildApp(platform, { hub, rateLimits: false, ...options })
  app.addHook('onError', async (_request, _reply, fault) => {
    if (!(fault instanceof Refused)) faults.push(fault)
  })
  const clients = new Map<Login, Client>()
  const server: TestServer = {
    app,
    platform,
    town,
    owner,
    pool,
    url: database.url,
    folder,
    now,
    pass(ms) {
      server.now += ms
    },
    as(login) {
      const known = clients.get(login)
      if (known) return known
      const client = new Client({ app, clock, faults }, { login, password })
      clients.set(login, client)
      return client
    },
    visitor: new Client({ app, clock, faults }),
    faults,
    async close() {
      await hub.stop()
      await app.close()
      await pool.end()
      await owner.end()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return server
}

async function configure(url: string, settings: Record<string, string>): Promise<void> {
  if (Object.keys(settings).length === 0) return
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const [key, value] of Object.entries(settings))
    await client.query(`alter database ${new URL(url).pathname.slice(1)} set ${key} = '${value}'`)
  await client.end()
}
