import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { buildApp } from './app.ts'
import { readConfig } from './config.ts'
import { openDatabase, openPool } from './db/pool.ts'
import { diskStore } from './files/file-store.ts'
import type { Platform } from './http/bind.ts'
import { openProvider } from './identity/provider.ts'
import { insistOnKeys } from './keys/marks.ts'
import { startHub } from './live/hub.ts'
import { makeMetrics, serveMetrics } from './ops/metrics.ts'
import { whenThere } from './ops/when-there.ts'
import { useBreachList } from './org/breach-list.ts'
import { refuseDemo } from './production.ts'
import { useKeys } from './secrets.ts'

// The web process.
const config = readConfig(process.env)
useKeys(config.fieldKey, config.indexKey, config.keyOptions)
await useBreachList(config.breachList)
const pool = openPool(config.databaseUrl)
const db = openDatabase(pool)
if (config.isProduction) await refuseDemo(db)
await whenThere('web', () => insistOnKeys(db, Date.now()))
const folder = join(config.home, 'files')
await mkdir(folder, { recursive: true, mode: 0o700 })
const platform: Platform = {
  db,
  files: diskStore(folder),
  clock: () => Date.now(),
  publicUrl: config.publicUrl,
  isProduction: config.isProduction,
  outward: {
    isMailOn: config.smtp !== undefined,
    isTextOn: config.sms !== undefined,
    hookHosts: config.hookHosts,
  },
  provider: config.provider && openProvider(config.provider),
  ice: config.ice,
}
const hub = startHub(db, config.databaseUrl, (fault) => console.error('live', fault))
const metrics = config.metricsPort ? makeMetrics(db, pool, platform.clock) : undefined
const app = await buildApp(platform, {
  hub,
  metrics,
  securityContact: config.securityContact,
  webFolder: new URL('../dist/', import.meta.url),
  logs: true,
  trustProxy: config.trustProxy,
  rateLimits: config.rateLimits,
})
if (metrics && config.metricsPort) await serveMetrics(metrics, '127.0.0.1', config.metricsPort)
// A spike waits in the queue of the system until it is told to come back; in a short one it would get no answer at all.
await app.listen({ host: config.host, port: config.port, backlog: 4096 })
const address = app.server.address()
const port = typeof address === 'object' && address !== null ? address.port : config.port
process.send?.({ ready: true, port })

let isStopping = false
async function stop(): Promise<void> {
  if (isStopping) return
  isStopping = true
  await hub.stop()
  await app.close()
  await pool.end()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, () => void stop())
