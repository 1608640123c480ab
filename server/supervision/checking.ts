import { type RawBuilder, sql } from 'kysely'
import type { closureSampleRoutes, SampleLine } from '#contract/closure-sample.ts'
import type { Seat, StaffActor } from '#domain/actor.ts'
import { reachOf } from '#domain/org/grants.ts'
import { isWithin } from '#domain/org/tree.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { whyNotCheck } from '#domain/supervision/sample.ts'
import type { Tx } from '../db/scope.ts'
import type { ClosureCheckRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { iso, isoOrNull } from '../matter/views.ts'
import { openWords } from './bound.ts'
import { record, wasDone } from './log.ts'
import { findSample } from './samples.ts'
import { tellUnits } from './tell.ts'

type CheckLine = ClosureCheckRow & {
  unit_name: string
  closed_unit_name: string
  checker_name: string | null
  number: string
  title: string
  closure_kind: SampleLine['matter']['closureKind']
  place_path: string
  centre_id: string
  text_id: string | null
  sealed: Buffer | null
}

/** The matters of a sample as far as the reader may see them, in the order of the draw. */
async function readLines(
  tx: Tx,
  at: { district: number; sampleId: string },
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<CheckLine[]> {
  const { rows } =
    await sql<CheckLine>`select k.*, u.name unit_name, c.name closed_unit_name, h.name checker_name, m.number, m.title, m.closure_kind,
      m.place_path, m.centre_id, t.id text_id, t.sealed
    from closure_check k join matter m on m.district_id = k.district_id and m.id = k.matter_id
    join unit u on u.district_id = k.district_id and u.id = k.unit_id
    join unit c on c.district_id = k.district_id and c.id = k.closed_unit_id
    left join unit h on h.district_id = k.district_id and h.id = k.checker_unit_id
    left join supervision_text t on t.district_id = k.district_id and t.subject_id = k.sample_id and t.matter_id = k.matter_id
    where k.district_id = ${at.district} and k.sample_id = ${at.sampleId} and ${condition} order by k.no limit ${limit}`.execute(
      tx,
    )
  return rows
}

/** The post by which somebody may check: over the place, and of a unit that neither handled nor closed it. */
function checkingSeat(actor: StaffActor, row: CheckLine): Seat | Refusal {
  const seats = actor.seats.filter(
    (seat) => reachOf(seat, 'supervision.check') !== undefined && isWithin(row.place_path, seat.servesPath),
  )
  const closure = { closedUnitId: row.closed_unit_id, handlingUnitId: row.handling_unit_id ?? row.unit_id }
  const free = seats.find((seat) => whyNotCheck(closure, seat.unitId) === undefined)
  const [first] = seats
  return free ?? (first && whyNotCheck(closure, first.unitId)) ?? refuse('notYours')
}

function viewOf(row: CheckLine, actor: StaffActor): SampleLine {
  return {
    no: row.no,
    matter: { id: row.matter_id, number: row.number, title: row.title, closureKind: row.closure_kind },
    ...{ unitName: row.unit_name, closedUnitName: row.closed_unit_name, closedAt: iso(row.closed_at) },
    ...{ outcome: row.outcome as SampleLine['outcome'], way: row.way as SampleLine['way'] },
    ...{ checkerUnitName: row.checker_name, checkedAt: isoOrNull(row.checked_at), proposes: row.proposes },
    text:
      row.sealed === null || row.text_id === null
        ? null
        : openWords({ district_id: row.district_id, id: row.text_id, sealed: row.sealed }),
    mayCheck: row.outcome === null && !('refused' in checkingSeat(actor, row)),
  }
}

/** A page of a sample. Refusal: `notFound`. */
export async function listSampleLines({
  tx,
  actor,
  params,
  query,
}: Call<typeof closureSampleRoutes.listSampleLines>) {
  const sample = await findSample(tx, actor, params.id)
  const at = { district: actor.districtId, sampleId: sample.id }
  const rows = await readLines(tx, at, sql`k.no > ${query.after}`, query.limit + 1)
  const shown = rows.slice(0, query.limit)
  return {
    rows: shown.map((row) => viewOf(row, actor)),
    next: rows.length > query.limit ? (shown.at(-1)?.no ?? null) : null,
  }
}

/**
 * Writes down what was found when it was asked again; a proposal to reopen is told to the centre of the matter, where a person decides.
 * Refusals: `notFound`, `notYours`, `ownClosure`, `checkedBefore`, `commandReused`.
 */
export async function checkClosure({
  tx,
  actor,
  params,
  body,
  now,
}: Pick<Call<typeof closureSampleRoutes.checkClosure>, 'tx' | 'actor' | 'params' | 'body' | 'now'>) {
  const { districtId: district, accountId } = actor
  const { commandId, outcome, way, text } = body
  const sample = await findSample(tx, actor, params.id)
  const at = { district, sampleId: sample.id }
  await sql`select 1 from closure_check where district_id = ${district} and sample_id = ${sample.id}
    and matter_id = ${params.matterId} for update`.execute(tx)
  const read = async () => (await readLines(tx, at, sql`k.matter_id = ${params.matterId}`, 1))[0]
  const row = await read()
  if (!row) return refuse('notFound')
  const proposes = body.proposes && (outcome === 'false' || outcome === 'unsolved')
  const payload = { matterId: row.matter_id, outcome, way, proposes }
  const deed = { district, id: commandId, accountId, verb: 'check', subjectId: sample.id, payload }
  if (await wasDone(tx, deed, text)) return viewOf(row, actor)
  if (row.outcome !== null) return refuse('checkedBefore')
  const seat = checkingSeat(actor, row)
  if ('refused' in seat) return seat
  await sql`update closure_check set outcome = ${outcome}, way = ${way}, checker_unit_id = ${seat.unitId},
      checked_at = ${new Date(now)}, proposes = ${proposes}
    where district_id = ${district} and sample_id = ${sample.id} and matter_id = ${row.matter_id}`.execute(tx)
  await record(tx, deed, { now, seat, matterId: row.matter_id, text })
  await tellUnits(tx, {
    ...{ district, now, matterId: row.matter_id, actorId: accountId },
    to: [{ kind: 'reopenProposed', unitIds: proposes ? [row.centre_id] : [] }],
  })
  const after = await read()
  return after ? viewOf(after, actor) : refuse('notFound')
}
