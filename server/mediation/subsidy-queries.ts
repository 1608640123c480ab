import { sql } from 'kysely'
import type { SubsidyLineView, SubsidyListView, subsidyRoutes } from '#contract/subsidy.ts'
import type { StaffActor } from '#domain/actor.ts'
import { fileNumber } from '#domain/mediation/number.ts'
import type { SubsidyState } from '#domain/mediation/subsidy.ts'
import type { Tx } from '../db/scope.ts'
import type { SubsidyLineRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { iso } from '../matter/views.ts'
import { areasWith, changesNow, getListLine, reachesUnit } from './subsidy-draw.ts'
import { type ListLine, lineOf, listLineRows, listSubsidyRows } from './subsidy-store.ts'

const whoOf = (name: string | null, at: number | null) =>
  at === null ? null : { name: name ?? '', at: iso(at) }

/** A list as its reader sees it. */
export function subsidyViewOf(row: ListLine, actor: StaffActor): SubsidyListView {
  const mine = [row.drawn_by, row.checked_by].includes(actor.accountId)
  return {
    ...{ id: row.id, unit: { id: row.unit_id, name: row.unit_name }, from: row.from_on, to: row.to_on },
    state: row.state as SubsidyState,
    drawn: { name: row.drawn_name, at: iso(row.drawn_at) },
    checked: whoOf(row.checked_name, row.checked_at),
    approved: whoOf(row.approved_name, row.approved_at),
    ...{ count: row.count, paid: row.paid, fen: Number(row.fen) },
    mayEdit: row.state !== 'approved' && reachesUnit(actor, 'subsidy.draw', row.unit_path),
    mayApprove: row.state === 'checked' && !mine && reachesUnit(actor, 'subsidy.approve', row.unit_path),
  }
}

const mostUnits = 1000

/** The units for which somebody may draw a list up: whoever mediates, and the areas above them. */
async function listDrawable(tx: Tx, actor: StaffActor) {
  const areas = areasWith(actor, 'subsidy.draw')
  const { rows } = await sql<{
    id: string
    name: string
    path: string
  }>`select u.id, u.name, u.path from unit u
    where u.district_id = ${actor.districtId} and u.kind in ('district','street','community','committee','studio')
      and exists (select from unnest(${[...areas]}::text[]) a where starts_with(u.path, a))
    order by u.path limit ${mostUnits}`.execute(tx)
  return rows.map(({ id, name, path }) => ({ id, name, depth: path.split('/').length - 3 }))
}

/** The lists of the units in reach, the newest first. */
export async function listSubsidies({ tx, actor, query }: Call<typeof subsidyRoutes.listSubsidies>) {
  const areas = areasWith(actor, 'subsidy.read')
  const rows = await listSubsidyRows(tx, actor.districtId, areas, query.cursor, query.limit + 1)
  const shown = rows.slice(0, query.limit)
  return {
    rows: shown.map((row) => subsidyViewOf(row, actor)),
    next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
    units: await listDrawable(tx, actor),
  }
}

/** One list. Refusal: `notFound`. */
export const getSubsidy = async ({ tx, actor, params }: Call<typeof subsidyRoutes.getSubsidy>) =>
  subsidyViewOf(await getListLine(tx, actor, params.id), actor)

type Called = { number: string; committee: string; lead: string }

/** What the mediations of a list are called, and who led them. No title: it may be for few. */
async function namesFor(tx: Tx, district: number, ids: readonly string[]): Promise<Map<string, Called>> {
  const { rows } = await sql<{ id: string; year: number; no: number; committee: string; lead: string }>`
    select d.id, d.year, d.no, u.name committee, p.name lead from mediation d
    join unit u on u.district_id = d.district_id and u.id = d.committee_id
    join account a on a.district_id = d.district_id and a.id = d.lead_id
    join person p on p.district_id = a.district_id and p.id = a.person_id
    where d.district_id = ${district} and d.id = any (${[...ids]}::uuid[])`.execute(tx)
  return new Map(
    rows.map(({ id, year, no, committee, lead }) => [
      id,
      { number: fileNumber({ year, no }, committee), committee, lead },
    ]),
  )
}

/** The lines of a list with their names. */
export async function linesWithNames(tx: Tx, rows: readonly SubsidyLineRow[]): Promise<SubsidyLineView[]> {
  const [first] = rows
  if (!first) return []
  const names = await namesFor(
    tx,
    first.district_id,
    rows.map(({ mediation_id }) => mediation_id),
  )
  return rows.map((row) => {
    const called = names.get(row.mediation_id)
    return {
      ...lineOf(row),
      ...{ no: row.no, number: called?.number ?? '', committeeName: called?.committee ?? '' },
      ...{ leadName: called?.lead ?? '', closedOn: row.closed_on },
      saidTier: row.said_tier as SubsidyLineView['saidTier'],
      takenOut: row.taken_out as SubsidyLineView['takenOut'],
    }
  })
}

/** The lines of a list, a page at a time. Refusal: `notFound`. */
export async function listSubsidyLines({
  tx,
  actor,
  params,
  query,
}: Call<typeof subsidyRoutes.listSubsidyLines>) {
  const list = await getListLine(tx, actor, params.id)
  const at = { district: actor.districtId, listId: list.id }
  const rows = await listLineRows(tx, at, query.after, query.limit + 1)
  const shown = rows.slice(0, query.limit)
  return {
    rows: await linesWithNames(tx, shown),
    next: rows.length > query.limit ? (shown.at(-1)?.no ?? null) : null,
  }
}

/** What the record says differently now. Refusal: `notFound`. */
export async function listSubsidyChanges({
  tx,
  actor,
  params,
}: Call<typeof subsidyRoutes.listSubsidyChanges>) {
  const list = await getListLine(tx, actor, params.id)
  const changes = await changesNow(tx, actor.districtId, list)
  const names = await namesFor(
    tx,
    actor.districtId,
    changes.map(({ mediationId }) => mediationId),
  )
  return {
    rows: changes.map(({ mediationId, matterId, kind, was, is }) => ({
      ...{ mediationId, matterId, number: names.get(mediationId)?.number ?? '', kind },
      was: was && { fen: was.fen, reasons: [...was.reasons] },
      is: is && { fen: is.fen, reasons: [...is.reasons] },
    })),
  }
}
