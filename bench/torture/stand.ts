import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { defaultProfile } from '#domain/profile/profile.ts'
import { migrate } from '#server/db/migrate.ts'
import { getFreePort } from '#server/embedded/ports.ts'
import { type EmbeddedServer, startEmbedded } from '#server/embedded/postgres.ts'
import { readSecrets } from '#server/embedded/secrets.ts'
import { useKeys } from '#server/secrets.ts'
import { type LaidDistrict, layDistrict } from '../district.ts'

/** A process that is started again whenever it ends, as the service manager of an installation does. */
export type Kept = { name: string; kill(): void; stop(): Promise<void>; setClock(shiftMs: number): void }

export type Stand = LaidDistrict & {
  home: string
  url: string
  /** The addresses of the web processes. */
  bases: string[]
  webs: Kept[]
  workers: Kept[]
  database: {
    kill(): Promise<void>
    /** Starts it again where it has gone down by itself. */
    revive(): Promise<void>
    hold(ms: number): Promise<void>
  }
  /** Marks of clocks that were told before their time. */
  toldEarly: number
  stop(): Promise<void>
}

/** Until a process that ended is started again: soon, and slower while it ends at once (milliseconds). */
const [soonest, slowest, steadyAfter] = [200, 2_000, 3_000]

const falseClock = new URL('./false-clock.ts', import.meta.url).href

function keep(name: string, file: string, env: NodeJS.ProcessEnv): Kept {
  let child: ChildProcess | undefined
  let isStopping = false
  let wait = soonest
  const run = () => {
    // one that ended just before the stop is not started again after it
    if (isStopping) return
    const began = Date.now()
    child = spawn(
      process.execPath,
      ['--import', falseClock, fileURLToPath(new URL(`../../server/${file}`, import.meta.url))],
      {
        env,
        // what a process says while its database is away is expected here; the last line of the run stays its only answer
        stdio: [
          'ignore',
          ...(process.env['TORTURE_LOUD'] ? ([2, 2] as const) : (['ignore', 'ignore'] as const)),
          'ipc',
        ],
      },
    )
    child.on('exit', () => {
      wait = Date.now() - began > steadyAfter ? soonest : Math.min(wait * 2, slowest)
      setTimeout(run, wait)
    })
  }
  run()
  return {
    name,
    kill: () => void child?.kill('SIGKILL'),
    setClock(shiftMs) {
      // one that has just died is started with the right time
      if (child?.connected) child.send({ shiftMs }, () => undefined)
    },
    async stop() {
      isStopping = true
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      const late = setTimeout(() => child?.kill('SIGKILL'), 10_000)
      await gone
      clearTimeout(late)
    },
  }
}

/** The processes that PostgreSQL has started, and itself. */
function processesOf(pid: number): number[] {
  const children = readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false
    try {
      const stat = readFileSync(join('/proc', name, 'stat'), 'utf8')
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid
    } catch {
      return false
    }
  })
  return [pid, ...children.map(Number)]
}

/** Limits of minutes instead of days, so that clocks pass their marks while everything breaks around them. */
async function hurry(url: string, district: number): Promise<void> {
  const quick = { accept: 1, dispatch: 1, sign: 1, contact: 2, handle: 2 }
  const limits = Object.entries(quick).map(([clock, amount]) => ({
    clock,
    limit: { amount, unit: 'minutes' },
  }))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('update profile set data = $1 where district_id = $2', [
    { ...defaultProfile, limits: [...limits, ...defaultProfile.limits] },
    district,
  ])
  await client.end()
}

/** The whole product for one run: durable PostgreSQL, two web processes, two workers, an invented district in a hurry. */
export async function startStand(home: string): Promise<Stand> {
  let server: EmbeddedServer = await startEmbedded(home)
  const kept: Kept[] = []
  const stop = async () => {
    await Promise.all(kept.map((one) => one.stop()))
    await server.stop()
  }
  try {
    return await furnish()
  } catch (fault) {
    await stop()
    throw fault
  }

  async function furnish(): Promise<Stand> {
    const { url } = server
    await migrate(url)
    const { fieldKey, indexKey } = readSecrets(home)
    useKeys(fieldKey, indexKey)
    const laid = await layDistrict(url)
    await hurry(url, laid.district)
    const env = {
      ...process.env,
      ...{ DATABASE_URL: url, MAPLE_HOME: home, MAPLE_FIELD_KEY: fieldKey, MAPLE_INDEX_KEY: indexKey },
      ...{ MAPLE_RATE_LIMITS: 'off', HOST: '127.0.0.1' },
    }
    const ports = [await getFreePort(), await getFreePort()]
    const webs = ports.map((port, i) => keep(`web ${i + 1}`, 'main.ts', { ...env, PORT: String(port) }))
    const workers = [1, 2].map((i) => keep(`worker ${i}`, 'worker.ts', env))
    kept.push(...webs, ...workers)
    const bases = ports.map((port) => `http://127.0.0.1:${port}`)
    await Promise.all(bases.map((base) => answers(base)))
    return {
      ...laid,
      ...{ home, url, bases, webs, workers, toldEarly: 0 },
      database: {
        async kill() {
          process.kill(server.pid, 'SIGKILL')
          server = await startEmbedded(home)
        },
        async revive() {
          server = await startEmbedded(home)
        },
        async hold(ms) {
          const held = processesOf(server.pid)
          for (const pid of held) process.kill(pid, 'SIGSTOP')
          await sleep(ms)
          for (const pid of held)
            try {
              process.kill(pid, 'SIGCONT')
            } catch {} // one that ended meanwhile
        },
      },
      stop,
    }
  }
}

/** Waits until a web process answers that it is well. */
export async function answers(base: string, limitMs = 60_000): Promise<void> {
  const end = Date.now() + limitMs
  for (;;) {
    try {
      const answer = await fetch(`${base}/api/health`, { signal: AbortSignal.timeout(2_000) })
      if (answer.ok) return
    } catch {} // not there yet
    if (Date.now() > end) throw new Error(`${base} does not answer`)
    await sleep(100)
  }
}
