import { type ChildProcess, spawnSync } from 'node:child_process'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { HookReceiver } from '#test/receivers.ts'
import { isDefect } from './load.ts'
import type { Stand } from './stand.ts'

export type Harm = { name: string; do(): Promise<void> }

/** How many requests a spike sends at once, far more than a web process lets in. */
const spikeOf = 3000

/** Everything that is done to a running product on purpose. `isBounded`: the home is a small disk of its own, to be filled. */
export function harmsOf(stand: Stand, receiver: HookReceiver, isBounded: boolean, spikes: Spike[]): Harm[] {
  const kill = (list: 'webs' | 'workers', index: number): Harm => ({
    name: `kill -9 ${list === 'webs' ? 'web' : 'worker'} ${index + 1}`,
    do: async () => stand[list][index]?.kill(),
  })
  const harms: Harm[] = [
    kill('webs', 0),
    kill('workers', 0),
    { name: 'kill -9 database', do: () => stand.database.kill() },
    kill('webs', 1),
    { name: 'database stands still', do: () => stand.database.hold(4_000) },
    { name: 'database away for long', do: () => stand.database.hold(12_000) },
    kill('workers', 1),
    {
      name: 'receiver down',
      async do() {
        receiver.status = 503
        await sleep(6_000)
        receiver.status = 200
      },
    },
    {
      name: 'everything at once',
      async do() {
        for (const one of [...stand.webs, ...stand.workers]) one.kill()
        await stand.database.kill()
      },
    },
    { name: 'the clock leaps ahead', do: () => leapAhead(stand) },
    { name: 'a spike', do: async () => void spikes.push(await spike(stand)) },
  ]
  if (isBounded) harms.push({ name: 'disk full', do: () => fillDisk(stand) })
  return harms
}

export type Spike = {
  sent: number
  served: number
  busy: number
  defects: number
  other: number
  slowestMs: number
}

/** Far more readers than there is room for: each is served or told to come back, soon. */
async function spike(stand: Stand): Promise<Spike> {
  const seen: Spike = { sent: spikeOf, served: 0, busy: 0, defects: 0, other: 0, slowestMs: 0 }
  await Promise.all(
    Array.from({ length: spikeOf }, async (_, i) => {
      const from = performance.now()
      try {
        const path = `/api/public/${stand.district}/places/${stand.places[i % stand.places.length]}`
        const answer = await fetch(`${stand.bases[i % stand.bases.length]}${path}`, {
          signal: AbortSignal.timeout(20_000),
        })
        await answer.arrayBuffer()
        if (answer.status === 200) seen.served++
        else if (answer.status === 429 || answer.status === 503) seen.busy++
        else if (isDefect(answer.status)) seen.defects++
        else seen.other++
      } catch {
        seen.other++
      }
      seen.slowestMs = Math.max(seen.slowestMs, performance.now() - from)
    }),
  )
  return seen
}

/** The clock of the machine is twenty minutes ahead for a while: nothing may be told before its time. */
async function leapAhead(stand: Stand): Promise<void> {
  const all = [...stand.webs, ...stand.workers]
  for (const one of all) one.setClock(20 * 60_000)
  const client = new pg.Client({ connectionString: stand.url })
  await client.connect()
  // a round of a worker takes place in it: one that was just killed is not back yet
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(200)) {
    const { rowCount } = await client.query(`select from heartbeat where (facts->>'aheadMs')::float8 > 0`)
    if (rowCount) break
  }
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int n from clock where stopped_at is null and (told >= 1 and warn_at > now()
      or told >= 2 and due_at > now() or told >= 3 and over_at > now())`,
  )
  await client.end()
  stand.toldEarly += rows[0]?.n ?? 0
  for (const one of all) one.setClock(0)
}

/** Takes every free block of the disk for a while. The database may go down over it; it has to come back with everything. */
async function fillDisk(stand: Stand): Promise<void> {
  const balloon = join(stand.home, 'balloon')
  const block = Buffer.alloc(1024 * 1024)
  const began = Date.now()
  while (Date.now() - began < 5_000) {
    const { bavail, bsize } = statfsSync(stand.home)
    if (bavail * bsize >= block.length) writeFileSync(balloon, block, { flag: 'a' })
    else {
      try {
        writeFileSync(balloon, block.subarray(0, 4096), { flag: 'a' })
      } catch {} // full
      await sleep(20)
    }
  }
  rmSync(balloon, { force: true })
  await stand.database.revive()
}

/** A small disk of its own at a folder, where the system lets us make one. Out: how to take it away, or undefined. */
export function smallDisk(folder: string, megabytes: number): (() => void) | undefined {
  const run = (command: string, ...args: string[]): ChildProcess['exitCode'] =>
    spawnSync(command, args, { stdio: 'ignore' }).status
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  if (run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'maple-torture', folder) !== 0)
    return undefined
  return () => void run('umount', folder)
}
