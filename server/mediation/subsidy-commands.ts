import type { subsidyRoutes } from '#contract/subsidy.ts'
import type { StaffActor } from '#domain/actor.ts'
import { daysBetween } from '#domain/calendar/days.ts'
import { mostFigureDays } from '#domain/mediation/figures.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { once } from '../org/deed.ts'
import { findUnit } from '../org/queries.ts'
import { getRules } from '../org/rules.ts'
import { askedOf, changesNow, getListLine, linesNow, reachesUnit, saidIn } from './subsidy-draw.ts'
import { subsidyViewOf } from './subsidy-queries.ts'
import {
  insertSubsidy,
  type ListLine,
  listLineRows,
  type Said,
  writeLines,
  writeSubsidyState,
} from './subsidy-store.ts'

const refused = (...args: Parameters<typeof refuse>): never => {
  throw new Refused(refuse(...args))
}

const viewNow = async (tx: Tx, actor: StaffActor, id: string) =>
  subsidyViewOf(await getListLine(tx, actor, id), actor)

/**
 * Draws up a list of what a unit, with everything below it, has filed or ended in some days. Refusals: `badSpan`, `notFound` (no
 * such unit in reach), `subsidyTooLong`, `commandReused`.
 */
export async function drawSubsidy(call: Call<typeof subsidyRoutes.drawSubsidy>) {
  const { tx, actor, body, now } = call
  const { districtId: district, accountId } = actor
  const { commandId, id, unitId, from, to } = body
  const days = daysBetween(from, to)
  if (days < 0 || days > mostFigureDays) return refuse('badSpan', { day: from }, 'to')
  const unit = await findUnit(tx, district, unitId, now)
  if (!unit || !reachesUnit(actor, 'subsidy.draw', unit.path)) return refuse('notFound')
  const deed = { commandId, verb: 'drawSubsidy', subject: id, payload: { unitId, from, to } } as const
  const work = async () => {
    const { profileVersion } = await getRules(tx, district)
    const list = { district, id, unitId, from, to, profileVersion, accountId, now }
    if (!(await insertSubsidy(tx, list))) refused('commandReused')
    const asked = { id, unitPath: unit.path, from, to, profileVersion }
    const lines = await linesNow(tx, district, asked, new Map())
    await writeLines(tx, { district, listId: id }, lines)
  }
  await once(call, deed, work, true)
  return viewNow(tx, actor, id)
}

type Kept = Pick<Call<typeof subsidyRoutes.redrawSubsidy>, 'tx' | 'actor' | 'params'>

/** A list that its reader may change. Throws the refusals `notFound`, `notYours`, `subsidyFixed`. */
async function findOpen({ tx, actor, params }: Kept, states: readonly string[]): Promise<ListLine> {
  const row = await getListLine(tx, actor, params.id)
  if (!reachesUnit(actor, 'subsidy.draw', row.unit_path)) refused('notYours')
  if (!states.includes(row.state)) refused('subsidyFixed')
  return row
}

async function redraw(tx: Tx, row: ListLine, said: ReadonlyMap<string, Said>): Promise<void> {
  const district = row.district_id
  await writeLines(tx, { district, listId: row.id }, await linesNow(tx, district, askedOf(row), said))
}

/**
 * Says how hard a case was, or takes it out; with `ofMediator` every case of the same mediator is taken out, or put in again,
 * alike. Refusals: `notFound`, `notYours`, `subsidyFixed`, `commandReused`.
 */
export async function editSubsidyLine(call: Call<typeof subsidyRoutes.editSubsidyLine>) {
  const { tx, actor, params, body } = call
  const { commandId, ...payload } = body
  const { mediationId, tier, takenOut, ofMediator } = body
  const deed = { commandId, verb: 'editSubsidy', subject: params.id, payload } as const
  const work = async () => {
    const row = await findOpen(call, ['drawn'])
    const lines = await listLineRows(tx, { district: actor.districtId, listId: row.id })
    const line = lines.find((one) => one.mediation_id === mediationId) ?? refused('notFound')
    const said = await saidIn(tx, actor.districtId, row.id)
    if (ofMediator)
      for (const one of lines.filter(({ lead_id }) => lead_id === line.lead_id))
        said.set(one.mediation_id, { tier: said.get(one.mediation_id)?.tier ?? null, takenOut })
    said.set(mediationId, { tier, takenOut })
    await redraw(tx, row, said)
  }
  await once(call, deed, work, true)
  return viewNow(tx, actor, params.id)
}

/** Reads the record anew; one that was looked through is open again. Refusals: `notFound`, `notYours`, `subsidyFixed`, `subsidyTooLong`, `commandReused`. */
export async function redrawSubsidy(call: Call<typeof subsidyRoutes.redrawSubsidy>) {
  const { tx, actor, params, body, now } = call
  const deed = { commandId: body.commandId, verb: 'redrawSubsidy', subject: params.id, payload: {} } as const
  const work = async () => {
    const row = await findOpen(call, ['drawn', 'checked'])
    const at = { district: actor.districtId, listId: row.id }
    if (row.state === 'checked') await writeSubsidyState(tx, at, 'drawn', actor.accountId, now)
    await redraw(tx, row, await saidIn(tx, actor.districtId, row.id))
  }
  await once(call, deed, work, true)
  return viewNow(tx, actor, params.id)
}

/** Refuses where the record says something else than the list by now: nobody signs what was not shown. */
async function holdAgainstRecord(tx: Tx, row: ListLine): Promise<void> {
  const changes = await changesNow(tx, row.district_id, row)
  if (changes.length > 0) refused('subsidyChanged', { count: changes.length })
}

/** Looked through. Refusals: `notFound`, `notYours`, `subsidyFixed`, `subsidyChanged` (facts: count), `commandReused`. */
export async function checkSubsidy(call: Call<typeof subsidyRoutes.checkSubsidy>) {
  const { tx, actor, params, body, now } = call
  const deed = { commandId: body.commandId, verb: 'checkSubsidy', subject: params.id, payload: {} } as const
  const work = async () => {
    const row = await findOpen(call, ['drawn'])
    await holdAgainstRecord(tx, row)
    const at = { district: actor.districtId, listId: row.id }
    await writeSubsidyState(tx, at, 'checked', actor.accountId, now)
  }
  await once(call, deed, work, true)
  return viewNow(tx, actor, params.id)
}

/**
 * Approves a list that was looked through, which freezes it, or sends it back. Refusals: `notFound`, `notYours`, `subsidyFixed`,
 * `subsidyUnchecked`, `ownSubsidy` (who drew it up, looked it through, or is paid by it), `subsidyChanged`, `commandReused`.
 */
export async function decideSubsidy(call: Call<typeof subsidyRoutes.decideSubsidy>) {
  const { tx, actor, params, body, now } = call
  const { commandId, approves } = body
  const deed = { commandId, verb: 'decideSubsidy', subject: params.id, payload: { approves } } as const
  const work = async () => {
    const row = await getListLine(tx, actor, params.id)
    if (!reachesUnit(actor, 'subsidy.approve', row.unit_path)) refused('notYours')
    if (row.state === 'approved') refused('subsidyFixed')
    if (row.state === 'drawn') refused('subsidyUnchecked')
    const at = { district: actor.districtId, listId: row.id }
    if (approves) {
      const me = actor.accountId
      const lines = await listLineRows(tx, at)
      const isMine = lines.some(({ lead_id, fen }) => lead_id === me && Number(fen) > 0)
      if (row.drawn_by === me || row.checked_by === me || isMine) refused('ownSubsidy')
      await holdAgainstRecord(tx, row)
    }
    await writeSubsidyState(tx, at, approves ? 'approved' : 'drawn', actor.accountId, now)
  }
  await once(call, deed, work, true)
  return viewNow(tx, actor, params.id)
}
