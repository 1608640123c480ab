import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openDatabase, openPool } from '#server/db/pool.ts'
import { inScope, scopeOf } from '#server/db/scope.ts'
import { readSecrets } from '#server/embedded/secrets.ts'
import { diskStore } from '#server/files/file-store.ts'
import { goRound } from '#server/jobs/rounds.ts'
import { recomputeClocks } from '#server/matter/reckon.ts'
import { sweepClocks, toldAtOnce } from '#server/matter/sweep.ts'
import { forgetRules } from '#server/org/rules.ts'
import { type Bed, makeBed } from './bed.ts'
import { signIn } from './client.ts'
import { adminLogin } from './district.ts'
import type { Figure } from './figure.ts'
import { median, round } from './measure.ts'
import { fill } from './volumes.ts'

const clocks = Number(process.env['BENCH_CLOCKS'] ?? 1_000_000)
/** Further clocks that a matter in hand has beside that of its handling. */
const beside = ['contact', 'verify', 'approve']
const due = 10_000

/**
 * A million running clocks: a sweep that finds nothing; ten thousand that fall due at once, told by one process and by a worker
 * that is killed on the way; all of them reckoned anew after a holiday was entered. `BENCH_CLOCKS` names another number.
 */
export async function clockFigures(): Promise<Figure[]> {
  const bed = await makeBed()
  const owner = new pg.Client({ connectionString: bed.url })
  await owner.connect()
  const pool = openPool(bed.url, 4)
  const db = openDatabase(pool)
  const work = { db, files: diskStore(bed.home), clock: () => Date.now() }
  const scope = scopeOf({ kind: 'system', districtId: bed.district })
  const sweep = () => inScope(db, scope, (tx) => sweepClocks(tx, bed.district, Date.now()))
  try {
    await lay(bed, owner)
    const idle: number[] = []
    const rounds: number[] = []
    for (let i = 0; i < 25; i++) {
      idle.push(await timed(sweep))
      rounds.push(await timed(() => goRound(work)))
    }
    const swept: number[] = []
    for (let turn = 0; turn < 3; turn++) {
      await fallDue(owner, turn)
      swept.push(
        await timed(async () => {
          while ((await sweep()) === toldAtOnce);
        }),
      )
      await insist(owner)
    }
    await fallDue(owner, 3)
    const killed = await sweepWithKill(bed, owner)
    await insist(owner)
    const reckoned = await reckonAll(bed, owner, () =>
      inScope(db, scope, (tx) => recomputeClocks(tx, bed.district, Date.now())),
    )
    return [
      {
        figure: 'clocks-idle',
        ...{ value: round(median(idle)), unit: 'ms', whole_round_ms: round(median(rounds)), clocks },
      },
      {
        figure: 'clocks-due',
        value: round(median(swept) / 1000, 2),
        unit: 's',
        told: due,
        missed: 0,
        clocks,
      },
      {
        figure: 'clocks-due-killed',
        value: round(killed / 1000, 2),
        unit: 's',
        told: due,
        missed: 0,
        clocks,
      },
      { figure: 'clocks-reckoned', ...reckoned },
    ]
  } finally {
    await owner.end()
    await db.destroy()
    await bed.stop()
  }
}

async function timed(what: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await what()
  return performance.now() - from
}

/** Matters in hand with four clocks each, none of which has anything to say for weeks. */
async function lay(bed: Bed, owner: pg.Client): Promise<void> {
  await fill(bed.url, bed.district, Math.ceil(clocks / (beside.length + 1)), 0, 1)
  await owner.query(
    `insert into clock (district_id, id, matter_id, kind, unit_id, started_at, amount, measure, calendar_version)
      select district_id, gen_random_uuid(), matter_id, k, unit_id, started_at, amount, measure, calendar_version
      from clock, unnest($1::text[]) k where district_id = $2`,
    [beside, bed.district],
  )
  await owner.query(
    `update clock set warn_at = now() + interval '20 days' + random() * interval '40 days',
      due_at = now() + interval '70 days' + random() * interval '20 days',
      over_at = now() + interval '100 days', told = 0, calendar_version = v.version
      from (select coalesce(sum(version), 0)::int version from calendar_year where district_id = $1) v
      where district_id = $1`,
    [bed.district],
  )
  await owner.query('update clock set next_at = warn_at where district_id = $1', [bed.district])
  await owner.query('vacuum analyze clock')
}

/** Lets ten thousand that were not yet due run out, in ten minutes of the past. */
async function fallDue(owner: pg.Client, turn: number): Promise<void> {
  await owner.query('delete from notice')
  await owner.query(
    `update clock c set warn_at = ends - interval '1 day', due_at = ends, next_at = ends, told = 1
      from (select id, now() - random() * interval '10 minutes' as ends from clock
        where told = 0 order by md5(id::text || $1) limit ${due}) d where c.id = d.id`,
    [String(turn)],
  )
}

/** Every one of them was told to its unit, once: the filled matters are held by the centre, so that there is one notice each. */
async function insist(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query(
    `select (select count(*)::int from clock where told = 1) untold, count(*)::int notices,
      count(distinct (matter_id, facts->>'clock'))::int clocks from notice where kind = 'clockLate'`,
  )
  const [{ untold, notices, clocks: told }] = rows
  if (untold !== 0 || notices !== due || told !== due)
    throw new Error(`untold ${untold}, told ${told} of ${due} in ${notices} notices`)
}

/** A worker of the product is killed once it has told a third; another one does the rest. Out: ms from the first one's start. */
async function sweepWithKill(bed: Bed, owner: pg.Client): Promise<number> {
  const untold = async () =>
    Number((await owner.query('select count(*) n from clock where told = 1')).rows[0].n)
  const from = performance.now()
  let worker = startWorker(bed)
  let wasKilled = false
  for (;;) {
    const left = await untold()
    if (left === 0) break
    if (!wasKilled && left < (due * 2) / 3) {
      worker.kill('SIGKILL')
      await once(worker, 'exit')
      worker = startWorker(bed)
      wasKilled = true
    }
    if (performance.now() - from > 120_000) throw new Error(`${left} are not told after two minutes`)
    await sleep(20)
  }
  const ms = performance.now() - from
  worker.kill('SIGTERM')
  await once(worker, 'exit')
  if (!wasKilled) throw new Error('the worker was done before it could be killed')
  return ms
}

function startWorker(bed: Bed): ChildProcess {
  const { fieldKey, indexKey } = readSecrets(bed.home)
  return fork(new URL('../server/worker.ts', import.meta.url), {
    env: {
      ...process.env,
      ...{ DATABASE_URL: bed.url, MAPLE_HOME: bed.home },
      ...{ MAPLE_FIELD_KEY: fieldKey, MAPLE_INDEX_KEY: indexKey },
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

/** The administrator enters a day off; what she waits for, then what is done behind her, and the longest piece of it. */
async function reckonAll(bed: Bed, owner: pg.Client, some: () => Promise<number>) {
  const cookie = await signIn(bed, adminLogin)
  const at = `${bed.base}/api/calendar/${new Date().getFullYear()}`
  const calendar = (await (await fetch(at, { headers: { cookie } })).json()) as {
    version: number
    days: { day: string }[]
  }
  const day = `${new Date().getFullYear()}-12-30`
  const body = {
    ...{ version: calendar.version, status: 'provisional', source: 'bench' },
    days: [...calendar.days.filter((d) => d.day !== day), { day, name: 'bench', isWorking: false }],
  }
  const headers = { cookie, 'content-type': 'application/json', 'x-maple': '1' }
  const saved = await timed(async () => {
    const answer = await fetch(at, { method: 'PUT', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  })
  forgetRules(bed.district)
  const pieces: number[] = []
  const from = performance.now()
  for (;;) {
    const begun = performance.now()
    if ((await some()) === 0) break
    pieces.push(performance.now() - begun)
  }
  const seconds = (performance.now() - from) / 1000
  const { rows } = await owner.query(
    'select looked, finished_at from calendar_change order by version desc limit 1',
  )
  if (rows[0].looked !== clocks || rows[0].finished_at === null)
    throw new Error(`reckoned ${rows[0].looked} of ${clocks}, finished ${rows[0].finished_at}`)
  return {
    ...{ value: round(clocks / seconds, 0), unit: 'clocks/s', seconds: round(seconds), clocks },
    ...{ saved_ms: round(saved), p50_ms: round(median(pieces)), longest_ms: round(Math.max(...pieces)) },
  }
}
