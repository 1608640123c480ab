import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '#domain/calendar/days.ts'
import { differencesBetween, withDifferences } from '#domain/evaluation/differences.ts'
import {
  type Class,
  classesOf,
  classesOfVoices,
  classOfAsking,
  classOfRuns,
  type EvaluationLine,
  figuresOf,
  type Run,
  sumOf,
} from '#domain/evaluation/measures.ts'
import { monthOf } from '#domain/evaluation/month.ts'
import type { Satisfaction } from '#domain/matter/matter.ts'
import { district } from '#test/factory.ts'
import { fillMatters } from '#test/fill.ts'
import { fillEvaluation } from '#test/fill-evaluation.ts'
import { startServer, type TestServer } from '#test/server.ts'
import { inScope, scopeOf } from '../db/scope.ts'
import { freezeRound } from './freeze.ts'
import { frozenLines, type LineRow, presentLines } from './lines.ts'
import { figuresOfLines, frozenFigures } from './store.ts'

const month = '2026-10'
let server: TestServer
beforeAll(async () => {
  server = await startServer()
  await fillMatters(server, 1_400)
  await fillEvaluation(server)
}, 60_000)
afterAll(() => server.close())

const reading = <T>(work: Parameters<typeof inScope<T>>[2]) =>
  inScope(server.platform.db, scopeOf({ kind: 'system', districtId: district }), work)
const keyed = (lines: readonly (readonly [string, string, string, string, Class])[]) =>
  lines.map((line) => line.join(' ')).sort()
const rowsNow = () =>
  reading(async (tx) => {
    const { rows } = await presentLines({ district, month, now: server.now }).execute(tx)
    return rows
  })
const ids = ({ measure, unit_id, matter_id, voice_id, class: one }: LineRow) =>
  [measure, unit_id, matter_id, voice_id, one] as const
const lineOf = (row: LineRow): EvaluationLine => ({
  ...{ measure: row.measure, unitId: row.unit_id, matterId: row.matter_id, voiceId: row.voice_id },
  ...{ class: row.class, isExcluded: row.exclusion_id !== null },
})

type Closed = {
  id: string
  unit_id: string
  closed_at: Date
  closure_kind: string
  solved: boolean | null
  satisfied: Satisfaction | null
  revisit_tries: number
  has_contact: boolean
}
const isUncounted = ['withdrawn', 'notAccepted', 'joined', 'voided']

/** The lines of October as the domain counts them, out of the rows as they lie there. */
async function linesByDomain() {
  const { rows: matters } = await server.owner.query<Closed>(
    `select id, coalesce(handling_id, centre_id) unit_id, closed_at, closure_kind, solved, satisfied, revisit_tries, has_contact
      from matter where closed_at is not null and state = 'closed'`,
  )
  const { rows: appeals } = await server.owner.query<{
    id: string
    matter_id: string
    satisfied: Satisfaction | null
  }>('select id, matter_id, satisfied from appeal order by received_at, id')
  const { rows: clocks } = await server.owner.query<
    Pick<Run, 'outcome'> & {
      kind: string
      matter_id: string
      unit_id: string
      due_at: Date
      stopped_at: Date | null
    }
  >(
    `select kind, matter_id, unit_id, due_at, stopped_at, outcome from clock where kind in ('contact', 'handle')`,
  )
  const asked = matters
    .filter((m) => monthOf(dayOf(+m.closed_at)) === month && !isUncounted.includes(m.closure_kind))
    .map((m) => ({ ...m, revisitTries: m.revisit_tries, hasContact: m.has_contact }))
  const voices = asked.flatMap((m) => {
    const own = appeals.filter((voice) => voice.matter_id === m.id)
    return classesOfVoices(
      m,
      own.map((voice) => voice.satisfied),
    ).map((one, i) => ['satisfaction', m.unit_id, m.id, own[i]?.id ?? '', one] as const)
  })
  const runs = Map.groupBy(
    clocks.filter((clock) => monthOf(dayOf(+clock.due_at)) === month),
    ({ kind, unit_id, matter_id }) => `${kind} ${unit_id} ${matter_id}`,
  )
  const timed = [...runs.values()].flatMap((group) => {
    const [first] = group
    const one = classOfRuns(
      group.map(({ outcome, stopped_at }) => ({ outcome, stopped: stopped_at !== null })),
    )
    const measure = first?.kind === 'contact' ? 'response' : 'onTime'
    return first && one ? [[measure, first.unit_id, first.matter_id, first.matter_id, one] as const] : []
  })
  return [
    ...asked.map((m) => ['solution', m.unit_id, m.id, m.id, classOfAsking(m)] as const),
    ...voices,
    ...timed,
  ]
}

test('the database classes every line of a month as the domain does, and no line stands twice', async () => {
  const found = (await rowsNow()).map(ids)
  const rated = found.filter(([measure]) => measure !== 'returned' && measure !== 'reopened')
  expect(keyed(rated)).toEqual(keyed(await linesByDomain()))
  expect(new Set(found.map((line) => line.slice(0, 4).join(' '))).size).toBe(found.length)
  for (const [measure, , , , one] of found) expect(classesOf[measure]).toContain(one)
  const seen = new Set(rated.map(([measure, , , , one]) => `${measure} ${one}`))
  for (const measure of ['response', 'solution', 'satisfaction', 'onTime'] as const)
    for (const one of classesOf[measure]) expect(seen).toContain(`${measure} ${one}`)
})

test('a month that runs counts nothing that is not due yet, done or not', async () => {
  const now = Date.UTC(2026, 9, 12)
  const { rows } = await reading((tx) =>
    presentLines({ district, month, now }, ['response', 'onTime']).execute(tx),
  )
  const { rows: due } = await server.owner.query<{ n: number }>(
    `select count(distinct (kind, unit_id, matter_id))::int n from clock where kind in ('contact', 'handle')
      and due_at >= '2026-09-30 16:00Z' and due_at < $1 and outcome is distinct from 'dropped'`,
    [new Date(now)],
  )
  expect(rows).toHaveLength(due[0]?.n ?? -1)
})

test('frozen rows are the lines of their day, and with what differs later they are the figures of today', async () => {
  expect(await freezeRound(server.platform.db, district, server.now)).toEqual([month])
  expect(await freezeRound(server.platform.db, district, server.now)).toEqual([])
  const before = await rowsNow()
  const frozen = async () => {
    const { rows } = await reading((tx) => frozenLines({ district, month }).execute(tx))
    return rows
  }
  expect(keyed((await frozen()).map(ids))).toEqual(keyed(before.map(ids)))
  const everywhere = sql`true`
  const kept = () => reading((tx) => frozenFigures(tx, district, month, everywhere))
  const now = () =>
    reading((tx) =>
      figuresOfLines(tx, district, presentLines({ district, month, now: server.now }), everywhere),
    )
  const whole = (units: Awaited<ReturnType<typeof kept>>) => sumOf(units.map(({ figures }) => figures))
  expect(await kept()).toEqual(await now())
  // what comes after: answers, work done late, matters that leave, a voice that is new
  await server.owner.query(`update matter set solved = true, satisfied = 'satisfied' where solved is null and substr(number, 6)::int % 13 = 0
    and number like 'fill-%'`)
  await server.owner.query(`update clock set stopped_at = now(), outcome = 'late' where kind = 'handle' and stopped_at is null
    and get_byte(uuid_send(id), 0) % 3 = 0`)
  await server.owner.query(`update matter set closed_at = null, closure_kind = null, state = 'handling' where number like 'fill-%'
    and state = 'closed' and substr(number, 6)::int % 17 = 0`)
  const after = await rowsNow()
  const found = differencesBetween((await frozen()).map(lineOf), after.map(lineOf))
  expect(found.length).toBeGreaterThan(20)
  const sum = withDifferences(whole(await kept()), found)
  const present = figuresOf(after.map(lineOf))
  for (const measure of ['response', 'solution', 'satisfaction', 'onTime', 'returned', 'reopened'] as const)
    for (const one of classesOf[measure])
      expect(sum[measure]?.[one] ?? { counted: 0, excluded: 0 }).toEqual(
        present[measure]?.[one] ?? { counted: 0, excluded: 0 },
      )
  const told: unknown[] = []
  let cursor: string | undefined
  do {
    const page = await server
      .as('leader')
      .ok('listDifferences', { params: { month }, query: { limit: 100, ...(cursor ? { cursor } : {}) } })
    told.push(...page.rows)
    cursor = page.next ?? undefined
    expect(page.count).toBeGreaterThanOrEqual(page.rows.length)
  } while (cursor)
  expect(told).toHaveLength(found.length)
})

test('a frozen month is not changed, taken away or added to, not by the owner of the tables either', async () => {
  const statements = [
    `update evaluation_month set lines = 0`,
    `delete from evaluation_month`,
    `update evaluation_line set class = 'met'`,
    `delete from evaluation_line`,
    `update evaluation_figure set counted = counted + 1`,
    `insert into evaluation_line select district_id, month, measure, unit_id, matter_id, gen_random_uuid(), class, null
      from evaluation_line limit 1`,
    `insert into evaluation_figure select district_id, month, unit_id, 'onTime', 'x', 1, 0 from evaluation_figure limit 1`,
    `insert into evaluation_month select * from evaluation_month`,
  ]
  for (const statement of statements)
    await expect(server.owner.query(statement), statement).rejects.toThrow(/frozen|duplicate/)
})
