import { mkdtemp, rm } from 'node:fs/promises'
import { globalAgent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { randomFrom } from '#server/demo/random.ts'
import { newId } from '#server/ids.ts'
import { startHookReceiver } from '#test/receivers.ts'
import { post, signIn } from './client.ts'
import { adminLogin } from './district.ts'
import { median, percentile, round } from './measure.ts'
import { count } from './torture/count.ts'
import { harmsOf, type Spike, smallDisk } from './torture/harms.ts'
import { type Load, startLoad } from './torture/load.ts'
import { answers, type Stand, startStand } from './torture/stand.ts'

const help = `Breaks a running product on purpose, under load, and counts what was lost. It makes everything it needs and removes it.

  npm run torture -- --minutes 10 [--seed 7] [--json]

      Ends after so many minutes at the latest three minutes later. Without --json it tells what it does as it goes.
      The last line is always one line of JSON. Exit code 1 when anything was lost, doubled or wrong, or when an answer owned to
      a defect (a 5xx other than 503) where only the surroundings were broken. TORTURE_LOUD=1: with all that the processes say.
`

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const minutes = Number(values.minutes)
if (values.help || !(minutes > 0 && minutes <= 600)) {
  process.stderr.write(help)
  process.exit(values.help ? 0 : 2)
}
const lanes = 6
/** Quiet between two harms, so that each meets a product at work (milliseconds). */
const [leastPause, mostPause] = [1_500, 4_000]
const say = (text: string) => void (values.json || process.stderr.write(`${text}\n`))

/** The same seed breaks the same things in the same order. */
const random = randomFrom(Number(values.seed))

async function addOutlet(stand: Stand, url: string): Promise<void> {
  const [base = ''] = stand.bases
  const verbs = ['receive', 'accept', 'triage', 'dispatch', 'sign']
  const outlet = { commandId: newId(Date.now()), id: newId(Date.now()), name: '对方系统', url, verbs }
  await post(globalAgent, `${base}/api/outlets`, outlet, await signIn({ base }, adminLogin))
}

/** Waits until something is acknowledged that was not before. Out: how long it took (milliseconds). */
async function recovery(load: Load, from: number): Promise<number> {
  while (load.lastAt() <= from) {
    if (Date.now() - from > 120_000) throw new Error('it did not come back within two minutes')
    await sleep(5)
  }
  return load.lastAt() - from
}

/** Lets the workers finish: nothing waits in the outbox, no clock stands at a mark that has passed. */
async function settle(stand: Stand): Promise<void> {
  const client = new pg.Client({ connectionString: stand.url })
  await client.connect()
  const end = Date.now() + 150_000
  for (;;) {
    const { rows } = await client.query<{ waits: number }>(
      `select (select count(*) from outbox where done_at is null)::int
        + (select count(*) from clock where stopped_at is null and next_at < now())::int waits`,
    )
    if (rows[0]?.waits === 0 || Date.now() > end) break
    // what failed while the other system was down waits for its next try, which is not what is measured
    await client.query('update outbox set next_at = now() where done_at is null and next_at > now()')
    await sleep(1_000)
  }
  await client.end()
}

const home = await mkdtemp(join(tmpdir(), 'maple-torture-'))
const takeAway = smallDisk(home, 1_500)
const receiver = await startHookReceiver()
const began = Date.now()
let isWell = false
let stand: Stand | undefined
try {
  stand = await startStand(home)
  await addOutlet(stand, receiver.url)
  const load = await startLoad(stand, lanes)
  const spikes: Spike[] = []
  const harms = harmsOf(stand, receiver, takeAway !== undefined, spikes)
  if (!takeAway) say('no disk of its own can be made here: a full disk is not tried')
  const recoveries = new Map<string, number[]>()
  const end = Date.now() + minutes * 60_000
  for (let next: typeof harms = []; Date.now() < end; ) {
    await sleep(random.int(leastPause, mostPause))
    // each once in an order of chance, then anew
    if (next.length === 0) next = random.shuffled(harms)
    const harm = next.shift()
    if (!harm) break
    await harm.do()
    const took = await recovery(load, Date.now())
    recoveries.set(harm.name, [...(recoveries.get(harm.name) ?? []), took])
    say(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${harm.name}: again after ${took} ms`)
  }
  await load.stop()
  await Promise.all(stand.bases.map((base) => answers(base)))
  await settle(stand)
  const found = await count(stand, load.acknowledged, receiver.received)
  for (const said of found.said) process.stderr.write(`${said}\n`)
  for (const said of load.defects.slice(0, 20)) process.stderr.write(`defect: ${said}\n`)
  const times = [...recoveries.values()].flat()
  const defects = load.defects.length + spikes.reduce((sum, one) => sum + one.defects, 0)
  isWell = found.lost + found.doubled + found.wrongClocks + defects === 0
  const line = {
    acknowledged: load.acknowledged.commands.size + load.acknowledged.files.length,
    lost: found.lost,
    doubled: found.doubled,
    wrong_clocks: found.wrongClocks,
    defects,
    recovery_ms: Math.max(0, ...times),
    recovery_p50_ms: times.length > 0 ? round(median(times), 0) : 0,
    recovery_p99_ms: times.length > 0 ? round(percentile(times, 0.99), 0) : 0,
    harms: times.length,
    matters: found.matters,
    sent_again_under_the_same_id: found.resent,
    setbacks: Object.fromEntries(load.setbacks),
    spikes,
    disk_full: takeAway !== undefined,
    seed: Number(values.seed),
    seconds: round((Date.now() - began) / 1000, 0),
  }
  say(
    `acknowledged ${line.acknowledged} · lost ${line.lost} · doubled ${line.doubled} · wrong clocks ${line.wrong_clocks} · ` +
      `defects ${defects} · recovery ${line.recovery_p50_ms} ms median, ${line.recovery_ms} ms at most, after ${line.harms} harms`,
  )
  process.stdout.write(`${JSON.stringify(line)}\n`)
} catch (fault) {
  console.error(fault)
} finally {
  await stand?.stop()
  await receiver.close()
  takeAway?.()
  await rm(home, { recursive: true, force: true })
}
process.exit(isWell ? 0 : 1)
