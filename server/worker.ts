import { join } from 'node:path'
import { Logger, type Runner, run } from 'graphile-worker'
import { startSealing } from './audit/jobs.ts'
import { bulkTask, ringBulks } from './bulk/jobs.ts'
import { readConfig } from './config.ts'
import { openDatabase, openPool } from './db/pool.ts'
import { exportTask, ringExports } from './export/jobs.ts'
import { diskStore } from './files/file-store.ts'
import { importTask, ringRunning } from './intake/jobs.ts'
import { startReckoning, startRelay, startRounds } from './jobs/rounds.ts'
import { steadyClock } from './jobs/steady-clock.ts'
import { insistOnKeys } from './keys/marks.ts'
import { hookAdapter } from './notify/hooks.ts'
import { smtpAdapter } from './notify/smtp.ts'
import { textAdapter } from './notify/texts.ts'
import { whenThere } from './ops/when-there.ts'
import { ringRosters, rosterTask } from './roster/jobs.ts'
import { useKeys } from './secrets.ts'

// The worker process: rounds over what is due, and the jobs that the queue rings for.
const config = readConfig(process.env)
useKeys(config.fieldKey, config.indexKey, config.keyOptions)
const pool = openPool(config.databaseUrl, 6)
const db = openDatabase(pool)
const files = diskStore(join(config.home, 'files'))
const steady = steadyClock()
const work = { db, files, clock: () => steady.now(), aheadMs: () => steady.aheadMs() }
// Before anything is begun, so that a signal just ends the process.
await whenThere('worker', () => insistOnKeys(db, Date.now()))
const rounds = startRounds(work, (fault) => console.error('round', fault))
const reckoning = startReckoning(work, (fault) => console.error('reckoning', fault))
const mail = config.smtp && smtpAdapter(config.smtp, new URL(config.publicUrl).hostname)
const rules = { isProduction: config.isProduction, hosts: config.hookHosts }
const hook = hookAdapter(rules, work.clock)
const text = config.sms && textAdapter(config.sms, rules, work.clock)
const relay = startRelay({ ...work, publicUrl: config.publicUrl, adapters: { mail, hook, text } }, (fault) =>
  console.error('relay', fault),
)
const sealing = startSealing(work, (fault) => console.error('sealing', fault))

const ending = new AbortController()
const there = <T>(start: () => Promise<T>) => whenThere('worker', start, () => ending.signal.aborted)
let runner: Runner | undefined
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, () => void stop())
runner = await there(() =>
  run({
    connectionString: config.databaseUrl,
    concurrency: 2,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') console.error(message)
    }),
    taskList: {
      import: (payload, helpers) => importTask(work, payload, helpers),
      roster: (payload, helpers) => rosterTask(work, payload, helpers),
      bulk: (payload, helpers) => bulkTask(work, payload, helpers),
      export: (payload, helpers) => exportTask(work, payload, helpers),
    },
  }),
)
for (const ring of [ringRunning, ringBulks, ringExports, ringRosters]) await there(() => ring(work))
process.send?.({ ready: true })
// A queue that has given up is started anew with the process.
await runner.promise.catch((fault: unknown) => console.error('queue', fault))
if (!ending.signal.aborted) process.exit(1)

async function stop(): Promise<void> {
  if (ending.signal.aborted) return
  ending.abort()
  await Promise.all([rounds.stop(), reckoning.stop(), relay.stop(), sealing.stop()])
  mail?.close()
  await runner?.stop()
  await pool.end()
  process.exit(0)
}
