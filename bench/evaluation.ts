import { Agent } from 'node:http'
import pg from 'pg'
import { dayOf } from '#domain/calendar/days.ts'
import { firstOf, type Month, monthBefore, monthOf } from '#domain/evaluation/month.ts'
import { openDatabase, openPool } from '#server/db/pool.ts'
import { inScope, scopeOf } from '#server/db/scope.ts'
import { writeMonth } from '#server/evaluation/store.ts'
import { readByIndex } from '#server/insight/conditions.ts'
import { type Bed, makeBed } from './bed.ts'
import { get, signIn } from './client.ts'
import { leaderLogin } from './district.ts'
import type { Figure } from './figure.ts'
import { drive, percentile, round } from './measure.ts'
import { fill } from './volumes.ts'

const matters = Number(process.env['BENCH_LARGE'] ?? 1_000_000)
const opens = 20

/**
 * The page of a month of a district with three years of matters, every closed one with its two clocks and its voice, as a leader of
 * the district opens it: counted anew, then frozen, then compared with what the record says since. `BENCH_LARGE` names another number.
 */
export async function evaluation(): Promise<Figure[]> {
  const bed = await makeBed()
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  const owner = new pg.Client({ connectionString: bed.url })
  await owner.connect()
  try {
    await fill(bed.url, bed.district, matters)
    await layMonths(bed, owner)
    const month = monthBefore(monthOf(dayOf(Date.now())))
    const cookie = await signIn(bed, leaderLogin)
    const at = `evaluation/months/${month}`
    const beside = ['evaluation/units', 'evaluation/months']
    const page = (paths: readonly string[]) => openPage(agent, bed, cookie, paths)
    const counted = await page([at, ...beside])
    const { lines, seconds } = await freeze(bed, month)
    await insist(owner, month, lines)
    const sizes = { lines, matters }
    return [
      { figure: 'evaluation-counted', ...counted, ...sizes },
      { figure: 'evaluation-freeze', value: round(seconds, 2), unit: 's', ...sizes },
      { figure: 'evaluation-frozen', ...(await page([at, ...beside])), ...sizes },
      { figure: 'evaluation-compared', ...(await page([`${at}/differences`])), ...sizes },
    ]
  } finally {
    agent.destroy()
    await owner.end()
    await bed.stop()
  }
}

/** Gives what is closed its clocks at its community and at a department, and a voice; two in three were asked what they think. */
async function layMonths(bed: Bed, owner: pg.Client): Promise<void> {
  const clock = (kind: string, unit: string, hours: number) =>
    owner.query(
      `insert into clock (district_id, id, matter_id, kind, unit_id, started_at, amount, measure, calendar_version, due_at, stopped_at, outcome)
        select district_id, gen_random_uuid(), id, $2, ${unit}, received_at, 5, 'workDays', 1, received_at + make_interval(hours => $3),
          received_at + make_interval(hours => $3 + case when is_late then 5 else -5 end), case when is_late then 'late' else 'met' end
        from (select *, substr(number, 6)::int i, substr(number, 6)::int % 13 = 0 is_late from matter) m
        where district_id = $1 and state = 'closed'`,
      unit === 'holder_id' ? [bed.district, kind, hours] : [bed.district, kind, hours, bed.handlers],
    )
  await clock('contact', 'holder_id', 24)
  await clock('handle', '($4::uuid[])[1 + i % cardinality($4::uuid[])]', 72)
  await owner.query(
    `insert into appeal (district_id, id, matter_id, channel, words, is_anonymous, query_index, query_sealed, submitted_at, received_at, solved, satisfied)
      select district_id, gen_random_uuid(), id, channel, story, false, decode(md5(id::text), 'hex'), '\\x00', received_at, received_at,
        (array[true, true, false, null])[1 + i % 4], (array['satisfied', 'basically', 'unsatisfied', null])[1 + i % 4]
      from (select *, substr(number, 6)::int i from matter) m where district_id = $1 and state = 'closed'`,
    [bed.district],
  )
  await owner.query('vacuum analyze')
}

/** Opens a page by what it asks for, one answer after the other. Out: its times in milliseconds. */
async function openPage(agent: Agent, bed: Bed, cookie: string, paths: readonly string[]) {
  const times: number[] = []
  const look = async () => {
    const from = performance.now()
    for (const path of paths) await get(agent, `${bed.base}/api/${path}`, cookie)
    times.push(performance.now() - from)
  }
  await drive(1, 3, look)
  times.length = 0
  await drive(1, opens, look)
  return {
    ...{ value: round(percentile(times, 0.95)), unit: 'ms p95' },
    ...{ p50_ms: round(percentile(times, 0.5)), least_ms: round(percentile(times, 0)) },
  }
}

/** Freezes the month as the worker does. Out: how many lines it has, and how long it took. */
async function freeze(bed: Bed, month: Month): Promise<{ lines: number; seconds: number }> {
  const pool = openPool(bed.url, 1)
  const db = openDatabase(pool)
  try {
    const from = performance.now()
    const { district } = bed
    const lines = await inScope(db, scopeOf({ kind: 'system', districtId: district }), async (tx) => {
      await readByIndex(tx)
      return writeMonth(tx, { district, month, profileVersion: 1, accountId: null, now: Date.now() })
    })
    return { lines, seconds: (performance.now() - from) / 1000 }
  } finally {
    await db.destroy()
  }
}

/** What was measured is a whole month: all that was closed in it is in its figures, and all four rates have lines. */
async function insist(owner: pg.Client, month: Month, lines: number): Promise<void> {
  const { rows } = await owner.query(
    `select (select count(*)::int from matter where closed_at >= $1::date::timestamp at time zone 'Asia/Shanghai'
        and closed_at < ($1::date + interval '1 month') at time zone 'Asia/Shanghai' and state = 'closed') closed,
      (select sum(counted)::int from evaluation_figure where measure = 'solution') solution,
      (select sum(counted + excluded)::int from evaluation_figure) counted,
      (select count(distinct measure)::int from evaluation_figure) measures`,
    [firstOf(month)],
  )
  const [{ closed, solution, counted, measures }] = rows
  if (closed === 0 || solution !== closed || counted !== lines || measures < 4)
    throw new Error(`${solution} of ${closed} closed, ${counted} of ${lines} lines, ${measures} measures`)
}
