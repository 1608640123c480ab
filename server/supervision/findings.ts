import { type RawBuilder, sql } from 'kysely'
import type { FindingView, supervisionRoutes } from '#contract/supervision.ts'
import type { Seat, StaffActor } from '#domain/actor.ts'
import type { State } from '#domain/matter/matter.ts'
import { reachOf } from '#domain/org/grants.ts'
import { isWithin } from '#domain/org/tree.ts'
import { refuse } from '#domain/refusal.ts'
import {
  type Evidence,
  type FindingState,
  findingStepNames,
  findingSteps,
} from '#domain/supervision/failings.ts'
import type { Tx } from '../db/scope.ts'
import type { SupervisionFindingRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { findMatter } from '../matter/queries.ts'
import { iso, isoOrNull } from '../matter/views.ts'
import { findUnit } from '../org/queries.ts'
import { getRules } from '../org/rules.ts'
import { lookThrough } from './find.ts'
import { listLines, record, wasDone } from './log.ts'
import { reachIn, toldView } from './queries.ts'
import { tellUnits } from './tell.ts'

type FindingLine = SupervisionFindingRow & {
  unit_name: string
  unit_path: string
  place_path: string
  number: string
  title: string
  matter_state: State
}

/** Findings of matters in reach that fulfil a condition on `f`. */
async function readFindings(
  tx: Tx,
  actor: StaffActor,
  condition: RawBuilder<unknown>,
  limit = 100,
): Promise<FindingLine[]> {
  const { areas, units } = reachIn(actor, 'supervision.read')
  const area = areas.join(',')
  const { rows } =
    await sql<FindingLine>`select f.*, u.name unit_name, u.path unit_path, m.place_path, m.number, m.title, m.state matter_state
    from supervision_finding f
    join matter m on m.district_id = f.district_id and m.id = f.matter_id
    join unit u on u.district_id = f.district_id and u.id = f.unit_id
    where f.district_id = ${actor.districtId} and ${condition}
      and (f.unit_id = any (${units}::uuid[]) or is_within_any(u.path, ${area}) or is_within_any(m.place_path, ${area}))
    order by f.id desc limit ${limit}`.execute(tx)
  return rows
}

/** The post by which somebody decides about a finding: over the area, and not of the unit it is about. */
const decidingSeat = (actor: StaffActor, row: FindingLine): Seat | undefined =>
  actor.seats.find(
    (seat) =>
      reachOf(seat, 'supervision.decide') !== undefined &&
      seat.unitId !== row.unit_id &&
      (isWithin(row.unit_path, seat.servesPath) || isWithin(row.place_path, seat.servesPath)),
  )

async function viewsOf(tx: Tx, actor: StaffActor, rows: readonly FindingLine[]): Promise<FindingView[]> {
  const lines = await listLines(
    tx,
    actor.districtId,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const { seq, clockKind, mediationId, since, day, count } = row.evidence as Evidence
    return {
      ...{
        id: row.id,
        failing: row.failing as FindingView['failing'],
        rule: row.rule as FindingView['rule'],
      },
      state: row.state as FindingState,
      matter: { id: row.matter_id, number: row.number, title: row.title, state: row.matter_state },
      unit: { id: row.unit_id, name: row.unit_name },
      foundAt: iso(row.found_at),
      evidence: {
        ...{ seq: seq ?? null, clockKind: clockKind ?? null, mediationId: mediationId ?? null },
        ...{ since: isoOrNull(since ?? null), day: day ?? null, count: count ?? null },
      },
      story: lines.filter(({ subject_id }) => subject_id === row.id).map(toldView),
      may: decidingSeat(actor, row)
        ? findingStepNames.filter((step) => findingSteps[step].from === row.state)
        : [],
    }
  })
}

/** What was found, the newest first. Refusal: `notFound` (no such unit). */
export async function listFindings({ tx, actor, query, now }: Call<typeof supervisionRoutes.listFindings>) {
  const { state, failing, cursor, limit } = query
  const unit = query.unit === undefined ? undefined : await findUnit(tx, actor.districtId, query.unit, now)
  if (query.unit !== undefined && !unit) return refuse('notFound', undefined, 'unit')
  const condition = sql`f.state = ${state} ${failing === undefined ? sql`` : sql`and f.failing = ${failing}`}
    ${unit === undefined ? sql`` : sql`and starts_with(u.path, ${unit.path})`}
    ${cursor === undefined ? sql`` : sql`and f.id < ${cursor}`}`
  const rows = await readFindings(tx, actor, condition, limit + 1)
  const shown = rows.slice(0, limit)
  const { rows: looked } = await sql<{ at: number }>`select looked_at at from supervision_round
    where district_id = ${actor.districtId}`.execute(tx)
  return {
    rows: await viewsOf(tx, actor, shown),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    unitName: unit?.name ?? null,
    lookedAt: isoOrNull(looked[0]?.at ?? null),
  }
}

export const findingsOfMatter = async (tx: Tx, actor: StaffActor, matterId: string) =>
  viewsOf(tx, actor, await readFindings(tx, actor, sql`f.matter_id = ${matterId}`))

/** Looks through one matter now. Refusals: `notFound`, `notYours`, `commandReused`. */
export async function lookForFindings({
  tx,
  actor,
  params,
  body,
  now,
}: Call<typeof supervisionRoutes.lookForFindings>) {
  const { districtId: district, accountId } = actor
  const row = await findMatter(tx, district, params.id)
  if (!row) return refuse('notFound')
  const seat = actor.seats.find(
    (one) => reachOf(one, 'supervision.decide') && isWithin(row.place_path, one.servesPath),
  )
  if (!seat) return refuse('notYours')
  const deed = { district, id: body.commandId, accountId, verb: 'look', subjectId: row.id, payload: {} }
  if (await wasDone(tx, deed, null)) return { found: 0 }
  await record(tx, deed, { now, seat, matterId: row.id, text: null })
  const { calendar } = await getRules(tx, district)
  return { found: await lookThrough(tx, { district, now, calendar }, [row.id]) }
}

/**
 * Confirms or dismisses a finding, or says that it was made good, each with a reason. Refusals: `notFound`, `notYours`, `findingNotNow`,
 * `commandReused`.
 */
export async function decideFinding({
  tx,
  actor,
  params,
  body,
  now,
}: Pick<Call<typeof supervisionRoutes.decideFinding>, 'tx' | 'actor' | 'params' | 'body' | 'now'>) {
  const { districtId: district, accountId } = actor
  const { commandId, step, text } = body
  await sql`select 1 from supervision_finding where district_id = ${district} and id = ${params.id} for update`.execute(
    tx,
  )
  const read = async () => {
    const [row] = await readFindings(tx, actor, sql`f.id = ${params.id}`, 1)
    if (!row) throw new Refused(refuse('notFound'))
    return row
  }
  const row = await read()
  const view = async () => {
    const [one] = await viewsOf(tx, actor, [await read()])
    return one ?? refuse('notFound')
  }
  const deed = { district, id: commandId, accountId, verb: step, subjectId: row.id, payload: {} }
  if (await wasDone(tx, deed, text)) return view()
  const seat = decidingSeat(actor, row)
  if (!seat) return refuse('notYours')
  if (findingSteps[step].from !== row.state) return refuse('findingNotNow')
  await sql`update supervision_finding set state = ${findingSteps[step].to}, changed_at = ${new Date(now)}
    where district_id = ${district} and id = ${row.id}`.execute(tx)
  await record(tx, deed, { now, seat, matterId: row.matter_id, text })
  // a finding that is only proposed is not told: whoever confirms it stands for it
  const unitIds = step === 'confirm' ? [row.unit_id] : []
  await tellUnits(tx, {
    ...{ district, now, matterId: row.matter_id, actorId: accountId },
    to: [{ kind: 'supervisionSettled', unitIds }],
  })
  return view()
}
