import { type RawBuilder, sql } from 'kysely'
import type { closureSampleRoutes, SamplePage, SampleRow } from '#contract/closure-sample.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { isWithin } from '#domain/org/tree.ts'
import { refuse } from '#domain/refusal.ts'
import { type Counted, fewest, shownCounts } from '#domain/supervision/sample.ts'
import type { Tx } from '../db/scope.ts'
import type { ClosureSampleRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { iso } from '../matter/views.ts'
import { reachIn } from './queries.ts'

export type SampleOf = ClosureSampleRow & {
  unit_name: string
  unit_path: string
  drawn: number
  checked: number
}

/** Samples of the area, and those that the area is part of. */
async function readSamples(
  tx: Tx,
  actor: StaffActor,
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<SampleOf[]> {
  const { areas } = reachIn(actor, 'supervision.read')
  const { rows } = await sql<SampleOf>`select s.*, u.name unit_name, u.path unit_path, n.drawn, n.checked
    from closure_sample s join unit u on u.district_id = s.district_id and u.id = s.unit_id
    cross join lateral (select count(*)::int drawn, (count(k.outcome))::int checked from closure_check k
      where k.district_id = s.district_id and k.sample_id = s.id) n
    where s.district_id = ${actor.districtId} and ${condition}
      and exists (select from unnest(${areas}::text[]) a where starts_with(u.path, a) or starts_with(a, u.path))
    order by s.id desc limit ${limit}`.execute(tx)
  return rows
}

/** One sample. Throws the refusal `notFound`. */
export async function findSample(tx: Tx, actor: StaffActor, id: string): Promise<SampleOf> {
  const [row] = await readSamples(tx, actor, sql`s.id = ${id}`, 1)
  if (!row) throw new Refused(refuse('notFound'))
  return row
}

const sampleRow = (row: SampleOf): SampleRow => ({
  ...{ id: row.id, unit: { id: row.unit_id, name: row.unit_name }, month: row.month },
  ...{ share: row.share, minimum: row.minimum, seed: row.seed },
  ...{ drawnAt: iso(row.drawn_at), drawn: row.drawn, checked: row.checked },
})

const mostUnits = 200

/** The samples of the area, the newest first, and for which units one may be drawn. */
export async function listClosureSamples({
  tx,
  actor,
  query,
}: Call<typeof closureSampleRoutes.listClosureSamples>) {
  const { cursor, limit } = query
  const condition = cursor === undefined ? sql`true` : sql`s.id < ${cursor}`
  const rows = await readSamples(tx, actor, condition, limit + 1)
  const shown = rows.slice(0, limit)
  const { areas } = reachIn(actor, 'supervision.decide')
  const { rows: units } = await sql<{ id: string; name: string }>`select u.id, u.name from unit u
    where u.district_id = ${actor.districtId} and u.kind in ('district','street')
      and exists (select from unnest(${areas}::text[]) a where starts_with(u.path, a)) order by u.path limit ${mostUnits}`.execute(
    tx,
  )
  return {
    rows: shown.map(sampleRow),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    units,
  }
}

type StratumLine = Counted & { id: string; name: string; path: string }

/** A sample with its numbers, unit by unit; of units outside the reader's area nothing that is under five. */
export async function samplePageOf(tx: Tx, actor: StaffActor, id: string): Promise<SamplePage> {
  const row = await findSample(tx, actor, id)
  const { rows } =
    await sql<StratumLine>`select u.id, u.name, u.path, t.closed, count(k.matter_id)::int drawn,
      count(k.outcome)::int checked, (count(*) filter (where k.outcome = 'solved'))::int solved,
      (count(*) filter (where k.outcome = 'unsolved'))::int unsolved,
      (count(*) filter (where k.outcome = 'unreachable'))::int unreachable,
      (count(*) filter (where k.outcome = 'false'))::int "false"
    from closure_stratum t join unit u on u.district_id = t.district_id and u.id = t.unit_id
    left join closure_check k on k.district_id = t.district_id and k.sample_id = t.sample_id and k.unit_id = t.unit_id
    where t.district_id = ${actor.districtId} and t.sample_id = ${id}
    group by u.id, u.name, u.path, t.closed order by u.path`.execute(tx)
  const { areas } = reachIn(actor, 'supervision.read')
  const isIn = (path: string) => areas.some((area) => isWithin(path, area))
  const none: Counted = { closed: 0, drawn: 0, checked: 0, solved: 0, unsolved: 0, unreachable: 0, false: 0 }
  const keys = Object.keys(none) as (keyof Counted)[]
  const whole = rows.reduce(
    (sum, one) => {
      for (const key of keys) sum[key] += one[key]
      return sum
    },
    { ...none },
  )
  // whoever watches over the whole area of the sample sees all of it
  const isOver = isIn(row.unit_path)
  const units = rows.map((one) => ({
    ...shownCounts(one, isOver || isIn(one.path)),
    unit: { id: one.id, name: one.name },
  }))
  return { ...sampleRow(row), whole: wholeCounts(whole, units, isOver), units }
}

/** The numbers of all units; not where what is hidden of some could be reckoned out of them. */
function wholeCounts(whole: Counted, units: readonly { judged: number | null }[], isOver: boolean) {
  const counts = shownCounts(whole, isOver)
  const shown = units.reduce((sum, { judged }) => sum + (judged ?? 0), 0)
  const hidden = whole.checked - whole.unreachable - shown
  const isHidden = units.some(({ judged }) => judged === null) && hidden < fewest
  return isHidden ? { ...counts, judged: null, outcomes: null } : counts
}

export const getClosureSample = ({ tx, actor, params }: Call<typeof closureSampleRoutes.getClosureSample>) =>
  samplePageOf(tx, actor, params.id)

/** Whether a month is over. In: its first day. */
export const isOver = (month: string, now: number): boolean => month.slice(0, 7) < dayOf(now).slice(0, 7)
