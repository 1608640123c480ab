import { type RawBuilder, sql } from 'kysely'
import type { ExclusionPage, ExclusionView, exclusionRoutes } from '#contract/exclusion.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import {
  type Exclusion,
  type ExclusionReason,
  type ExclusionState,
  type ExclusionVote,
  exclusionStepNames,
  isOfDistrict,
  whyNotExclusion,
} from '#domain/evaluation/exclusion.ts'
import type { RateName } from '#domain/evaluation/measures.ts'
import { reachOf } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { ExclusionRow } from '../db/tables.gen.ts'
import { sendFile } from '../files/routes.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { fileViewOf, iso, isoOrNull } from '../matter/views.ts'
import { listTold } from './log.ts'
import { findPaper, listPapers } from './papers.ts'
import { reachIn } from './reach.ts'

export type SeatRow = { unit_id: string; name: string; vote: ExclusionVote | null; voted_by: string | null }
/** An exclusion with the names on it and its seats; the title only where the second lock opens the matter. */
export type ExclusionLine = ExclusionRow & { unit_name: string; title: string | null; seats: SeatRow[] }

const unitsOf = (actor: StaffActor) => [...new Set(actor.seats.map((seat) => seat.unitId))]
const isRuler = (actor: StaffActor) =>
  actor.seats.some(
    (seat) => reachOf(seat, 'evaluation.rule') !== undefined && isOfDistrict(seat, actor.districtId),
  )

/** Whom an exclusion concerns: the asking unit, the panel, the centre of the district, and whoever watches over the area. */
function isFor(actor: StaffActor): RawBuilder<unknown> {
  const units = unitsOf(actor)
  const { areas } = reachIn(actor, 'evaluation.read')
  return sql`(e.unit_id = any (${units}::uuid[]) or ${isRuler(actor)} or exists (select from unnest(${areas}::text[]) a
      where starts_with(e.unit_path, a)) or e.deciders && ${units}::uuid[])`
}

async function readExclusions(
  tx: Tx,
  actor: StaffActor,
  condition: RawBuilder<unknown>,
  limit = 1,
): Promise<ExclusionLine[]> {
  const { rows } = await sql<ExclusionLine>`select e.*, u.name unit_name,
      (select m.title from matter m where m.district_id = e.district_id and m.id = e.matter_id) title,
      (select coalesce(json_agg(json_build_object('unit_id', s.unit_id, 'name', p.name, 'vote', s.vote, 'voted_by', s.voted_by)
          order by p.path), '[]') from exclusion_seat s join unit p on p.district_id = s.district_id and p.id = s.unit_id
        where s.district_id = e.district_id and s.exclusion_id = e.id) seats
    from exclusion e join unit u on u.district_id = e.district_id and u.id = e.unit_id
    where e.district_id = ${actor.districtId} and ${condition} order by e.id desc limit ${limit}`.execute(tx)
  return rows
}

/** One exclusion. Throws the refusal `notFound`. */
export async function findExclusion(tx: Tx, actor: StaffActor, id: string): Promise<ExclusionLine> {
  const [row] = await readExclusions(tx, actor, sql`e.id = ${id} and ${isFor(actor)}`)
  if (!row) throw new Refused(refuse('notFound'))
  return row
}

/** The facts of which its rules speak. */
export const factsOf = (row: ExclusionLine): Exclusion => ({
  ...{ state: row.state as ExclusionState, unitId: row.unit_id, askedBy: row.asked_by },
  ...{ voteBy: row.vote_by, appealBy: row.appeal_by },
  seats: row.seats.map((seat) => ({ unitId: seat.unit_id, vote: seat.vote, votedBy: seat.voted_by })),
})

const votes = (row: ExclusionLine, vote: ExclusionVote) =>
  row.seats.filter((seat) => seat.vote === vote).length

const viewOf = (row: ExclusionLine): ExclusionView => ({
  ...{ id: row.id, matter: { id: row.matter_id, number: row.number, title: row.title } },
  unit: { id: row.unit_id, name: row.unit_name },
  reason: row.reason as ExclusionReason,
  measures: row.measures as RateName[],
  state: row.state as ExclusionState,
  ...{ askedAt: iso(row.asked_at), voteBy: row.vote_by },
  ...{ decidedAt: isoOrNull(row.decided_at), appealBy: row.appeal_by },
  votes: { seats: row.seats.length, exclude: votes(row, 'exclude'), keep: votes(row, 'keep') },
})

/** One exclusion with what happened, and what its reader may do. Throws the refusal `notFound`. */
export async function exclusionPageOf(
  tx: Tx,
  actor: StaffActor,
  id: string,
  now: number,
): Promise<ExclusionPage> {
  const row = await findExclusion(tx, actor, id)
  const told = await listTold(tx, actor.districtId, id)
  const papers = await listPapers(
    tx,
    actor.districtId,
    told.map((line) => line.id),
  )
  const facts = factsOf(row)
  return {
    ...viewOf(row),
    seats: row.seats.map((seat) => ({ unit: { id: seat.unit_id, name: seat.name }, vote: seat.vote })),
    story: told.map((line) => ({
      ...{ id: line.id, at: iso(line.at), verb: line.verb, unitName: line.unit_name, role: line.role },
      ...{ vote: line.payload.vote ?? null, text: line.text },
      files: papers.filter((paper) => paper.exclusion_deed_id === line.id).map(fileViewOf),
    })),
    may: exclusionStepNames.filter((step) => !whyNotExclusion(step, facts, actor, dayOf(now))),
  }
}

export const getExclusion = ({ tx, actor, params, now }: Call<typeof exclusionRoutes.getExclusion>) =>
  exclusionPageOf(tx, actor, params.id, now)

/** A paper that was handed in with an exclusion, for whom it concerns. Refusal: `notFound`. */
export async function readExclusionFile(
  call: Call<typeof exclusionRoutes.readExclusionFile>,
): Promise<unknown> {
  const { tx, actor, params, query, platform, reply } = call
  const { id } = await findExclusion(tx, actor, params.id)
  const paper = await findPaper(tx, {
    district: actor.districtId,
    exclusionId: id,
    fileId: params.fileId,
  })
  return paper ? sendFile(platform.files, reply, paper, query.size) : refuse('notFound')
}

/** The exclusions of a box, the newest first. */
export async function listExclusions({ tx, actor, query }: Call<typeof exclusionRoutes.listExclusions>) {
  const units = unitsOf(actor)
  const voters = actor.seats
    .filter((seat) => reachOf(seat, 'evaluation.vote') !== undefined)
    .map((seat) => seat.unitId)
  const boxes = {
    toVote: sql`e.state = 'voting' and e.unit_id <> all (${units}::uuid[]) and e.deciders && ${voters}::uuid[]
      and exists (select from exclusion_seat s where s.district_id = e.district_id and s.exclusion_id = e.id
        and s.unit_id = any (${voters}::uuid[]) and s.vote is null)`,
    mine: sql`e.unit_id = any (${units}::uuid[])`,
    toRule: sql`e.state = 'appealed' and ${isRuler(actor)}`,
    all: isFor(actor),
  }
  const isBehind = query.cursor === undefined ? sql`true` : sql`e.id < ${query.cursor}`
  const rows = await readExclusions(tx, actor, sql`${boxes[query.box]} and ${isBehind}`, query.limit + 1)
  const shown = rows.slice(0, query.limit)
  return {
    rows: shown.map(viewOf),
    next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
  }
}
