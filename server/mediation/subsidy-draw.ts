import type { StaffActor } from '#domain/actor.ts'
import type { Day } from '#domain/calendar/days.ts'
import {
  assess,
  mostInSubsidy,
  type SubsidyCase,
  type SubsidyTier,
  subsidyChanges,
  type TakenOut,
} from '#domain/mediation/subsidy.ts'
import { type Permission, reachOf } from '#domain/org/grants.ts'
import { isWithin } from '#domain/org/tree.ts'
import { refuse } from '#domain/refusal.ts'
import { scopeOf, setScope, type Tx } from '../db/scope.ts'
import { Refused } from '../http/refused.ts'
import { getProfile } from '../org/rules.ts'
import {
  findSubsidy,
  type ListLine,
  lineOf,
  listDisputes,
  listLineRows,
  listOver,
  listPaid,
  type NewLine,
  type Said,
} from './subsidy-store.ts'

/** The areas in which somebody may do something with lists, as paths. */
export const areasWith = (actor: StaffActor, permission: Permission): string[] =>
  actor.seats.flatMap((seat) => {
    const reach = reachOf(seat, permission)
    return reach === 'all' ? [`/${actor.districtId}/`] : reach === 'subtree' ? [seat.servesPath] : []
  })
export const reachesUnit = (actor: StaffActor, permission: Permission, path: string) =>
  areasWith(actor, permission).some((area) => isWithin(path, area))

/**
 * A list is of everything that was over, also where it is not for whoever draws it up to read: from here on the transaction sees
 * the district, and only numbers and reasons leave it.
 */
const asPaymaster = (tx: Tx, district: number) =>
  setScope(tx, scopeOf({ kind: 'system', districtId: district }))

/** A list in reach. Throws the refusal `notFound`. */
export async function getListLine(tx: Tx, actor: StaffActor, id: string): Promise<ListLine> {
  const row = await findSubsidy(tx, actor.districtId, id)
  if (!row || !reachesUnit(actor, 'subsidy.read', row.unit_path)) throw new Refused(refuse('notFound'))
  return row
}

type Asked = { id: string; unitPath: string; from: Day; to: Day; profileVersion: number }
export const askedOf = (row: ListLine): Asked => ({
  ...{ id: row.id, unitPath: row.unit_path, from: row.from_on, to: row.to_on },
  profileVersion: row.profile_version,
})

export type SaidOf = ReadonlyMap<string, Said>
const nothingSaid: Said = { tier: null, takenOut: null }

/** The lines of a list as the record gives them now, with what was said about the cases. Throws the refusal `subsidyTooLong`. */
export async function linesNow(tx: Tx, district: number, asked: Asked, said: SaidOf): Promise<NewLine[]> {
  await asPaymaster(tx, district)
  const over = await listOver(tx, district, { ...asked, limit: mostInSubsidy + 1 })
  if (over.length > mostInSubsidy) throw new Refused(refuse('subsidyTooLong', { max: mostInSubsidy }, 'to'))
  const disputes = await listDisputes(
    tx,
    district,
    over.map(({ matter_id }) => matter_id),
  )
  const all = [...new Set([...disputes.values()].flat())]
  const paid = await listPaid(tx, district, all, asked.id)
  const { subsidy } = await getProfile(tx, district, asked.profileVersion)
  const saidOf = (id: string) => said.get(id) ?? nothingSaid
  const cases = over.map(
    (one): SubsidyCase => ({
      ...{ m: one.facts, level: one.level, closedOn: one.closed_on },
      dispute: disputes.get(one.matter_id) ?? [one.matter_id],
      tier: saidOf(one.facts.id).tier ?? undefined,
      takenOut: saidOf(one.facts.id).takenOut,
    }),
  )
  const byId = new Map(over.map((one) => [one.facts.id, one]))
  return assess(cases, subsidy, paid).map((line) => ({
    ...line,
    closedOn: byId.get(line.mediationId)?.closed_on ?? asked.to,
    leadId: byId.get(line.mediationId)?.lead_id ?? '',
    said: saidOf(line.mediationId),
  }))
}

/** What was said about the cases of a list. */
export async function saidIn(tx: Tx, district: number, listId: string): Promise<Map<string, Said>> {
  const rows = await listLineRows(tx, { district, listId })
  return new Map(
    rows.map((row) => [
      row.mediation_id,
      { tier: row.said_tier as SubsidyTier | null, takenOut: row.taken_out as TakenOut | null },
    ]),
  )
}

/** How the record differs now from what stands in a list. */
export async function changesNow(tx: Tx, district: number, row: ListLine) {
  const there = await listLineRows(tx, { district, listId: row.id })
  const now = await linesNow(tx, district, askedOf(row), await saidIn(tx, district, row.id))
  return subsidyChanges(there.map(lineOf), now)
}
