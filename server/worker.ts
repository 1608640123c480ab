import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Logger, type Runner, run } from 'graphile-worker'
import { startSealing } from './audit/jobs.ts'
import { bulkTask, ringBulks } from './bulk/jobs.ts'
import { readConfig } from './config.ts'
import { openDatabase, openPool } from './db/pool.ts'
import { exportTask, ringExports } from './export/jobs.ts'
import { diskStore } from './files/file-store.ts'
import { importTask, ringRunning } from './intake/jobs.ts'
import { startRelay, startRounds } from './jobs/rounds.ts'
import { hookAdapter } from './notify/hooks.ts'
import { smtpAdapter } from './notify/smtp.ts'
import { textAdapter } from './notify/texts.ts'
import { ringRosters, rosterTask } from './roster/jobs.ts'
import { useKeys } from './secrets.ts'

// The worker process: rounds over what is due, and the jobs that the queue rings for.
const config = readConfig(process.env)
useKeys(config.fieldKey, config.indexKey)
const pool = openPool(config.databaseUrl, 6)
const db = openDatabase(pool)
const files = diskStore(join(config.home, 'files'))
const work = { db, files, clock: () => Date.now() }
const rounds = startRounds(work, (fault) => console.error('round', fault))
const mail = config.smtp && smtpAdapter(config.smtp, new URL(config.publicUrl).hostname)
const rules = { isProduction: config.isProduction, hosts: config.hookHosts }
const hook = hookAdapter(rules, work.clock)
const text = config.sms && textAdapter(config.sms, rules, work.clock)
const relay = startRelay({ ...work, publicUrl: config.publicUrl, adapters: { mail, hook, text } }, (fault) =>
  console.error('relay', fault),
)
const sealing = startSealing(work, (fault) => console.error('sealing', fault))

/** Waits for a database that is away instead of ending: whoever starts processes again does it slower each time. */
async function whenThere<T>(start: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await start()
    } catch (fault) {
      console.error('worker', fault instanceof Error ? fault.message : fault)
      // whoever stops us ends the process; nothing is begun any more
      if (ending.signal.aborted) await new Promise(() => {})
      await sleep(1_000)
    }
  }
}

const ending = new AbortController()
let runner: Runner | undefined
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, () => void stop())
runner = await whenThere(() =>
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
for (const ring of [ringRunning, ringBulks, ringExports, ringRosters]) await whenThere(() => ring(work))
process.send?.({ ready: true })
// A queue that has given up is started anew with the process.
await runner.promise.catch((fault: unknown) => console.error('queue', fault))
if (!ending.signal.aborted) process.exit(1)

async function stop(): Promise<void> {
  if (ending.signal.aborted) return
  ending.abort()
  await Promise.all([rounds.stop(), relay.stop(), sealing.stop()])
  mail?.close()
  await runner?.stop()
  await pool.end()
  process.exit(0)
}
