import { sql } from 'kysely'
import type { exclusionRoutes, Panel } from '#contract/exclusion.ts'
import type { StaffActor } from '#domain/actor.ts'
import { fewestDeciders, isOfDistrict, mayFreeze } from '#domain/evaluation/exclusion.ts'
import { reachOf } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { iso } from '../matter/views.ts'
import { findPanel, insertPanel } from './exclusion-store.ts'
import { record, wasDone } from './log.ts'

async function panelOf(tx: Tx, actor: StaffActor): Promise<Panel> {
  const panel = await findPanel(tx, actor.districtId)
  const { rows } = await sql<{ id: string; name: string }>`select u.id, u.name from unit u
    where u.district_id = ${actor.districtId} and u.id = any (${panel?.unit_ids ?? []}::uuid[]) order by u.path`.execute(
    tx,
  )
  return {
    ...{ units: rows, setAt: panel ? iso(panel.set_at) : null },
    ...{ maySet: mayFreeze(actor), fewest: fewestDeciders },
  }
}

export const getPanel = ({ tx, actor }: Call<typeof exclusionRoutes.getPanel>) => panelOf(tx, actor)

/** Names the units that decide from now on; what was asked before keeps its panel. Refusals: `notYours`, `notFound` (a unit), `panelTooSmall`, `commandReused`. */
export async function setPanel({
  tx,
  actor,
  body,
  now,
}: Pick<Call<typeof exclusionRoutes.setPanel>, 'tx' | 'actor' | 'body' | 'now'>) {
  const { districtId: district, accountId } = actor
  if (!mayFreeze(actor)) return refuse('notYours')
  await sql`select pg_advisory_xact_lock(hashtext('evaluation_panel'), ${district})`.execute(tx)
  const unitIds = [...new Set(body.unitIds)]
  const payload = { unitIds }
  const deed = {
    district,
    id: body.commandId,
    accountId,
    verb: 'setPanel',
    subjectId: body.commandId,
    payload,
  }
  if (await wasDone(tx, deed)) return panelOf(tx, actor)
  const { rows } = await sql<{ n: number }>`select count(*)::int n from unit where district_id = ${district}
    and id = any (${unitIds}::uuid[]) and valid_to is null`.execute(tx)
  if (rows[0]?.n !== unitIds.length) return refuse('notFound', undefined, 'unitIds')
  if (unitIds.length < fewestDeciders)
    return refuse('panelTooSmall', { least: fewestDeciders, count: unitIds.length }, 'unitIds')
  const before = await findPanel(tx, district)
  await insertPanel(tx, { district, version: (before?.version ?? 0) + 1, unitIds, accountId, now })
  const seat = actor.seats.find(
    (one) => reachOf(one, 'evaluation.freeze') !== undefined && isOfDistrict(one, district),
  )
  await record(tx, deed, { now, seat: seat ?? null, matterId: null })
  return panelOf(tx, actor)
}
