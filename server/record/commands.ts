import type { recordRoutes } from '#contract/record.ts'
import { mostInRegister } from '#domain/record/retention.ts'
import { refuse } from '#domain/refusal.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { once } from '../org/deed.ts'
import { getRules } from '../org/rules.ts'
import { asArchive, decides, getRegisterView } from './queries.ts'
import { findRegister, insertRegister, listOverdue, writeDecision, writeKept } from './store.ts'

/** Draws up a register of what is over its period. Refusals: `nothingOverdue`, `registerOpen`, `commandReused`. */
export async function drawRegister(call: Call<typeof recordRoutes.drawRegister>) {
  const { tx, actor, body, now } = call
  const { districtId: district, accountId } = actor
  const { commandId, id, reason } = body
  const deed = { commandId, verb: 'drawRegister', subject: id, payload: { reason } } as const
  const work = async () => {
    const { profile } = await getRules(tx, district)
    await asArchive(tx, district)
    const files = await listOverdue(tx, district, profile.retention, now, mostInRegister)
    if (files.length === 0) throw new Refused(refuse('nothingOverdue'))
    const isNew = await insertRegister(tx, { district, id, reason, accountId, now }, files)
    if (!isNew) throw new Refused(refuse('registerOpen'))
  }
  await once(call, deed, work, true)
  return getRegisterView(tx, actor, id)
}

/** A register that may still be changed. Throws the refusals `notFound`, `registerDecided`. */
async function findDrawn({
  tx,
  actor,
  params,
}: Pick<Call<typeof recordRoutes.keepFile>, 'tx' | 'actor' | 'params'>) {
  const row = await findRegister(tx, actor.districtId, params.id)
  if (!row) throw new Refused(refuse('notFound'))
  if (row.state !== 'drawn') throw new Refused(refuse('registerDecided'))
  return row
}

/** Keeps a file back from destruction, with why; an empty why puts it in again. Refusals: `notFound`, `registerDecided`, `commandReused`. */
export async function keepFile(call: Call<typeof recordRoutes.keepFile>) {
  const { tx, actor, params, body } = call
  const { commandId, matterId, why } = body
  const deed = {
    commandId,
    verb: 'keepFile',
    subject: params.id,
    payload: { matterId, reason: why },
  } as const
  const work = async () => {
    await findDrawn(call)
    const at = { district: actor.districtId, registerId: params.id, matterId }
    if (!(await writeKept(tx, at, why === '' ? null : why))) throw new Refused(refuse('notFound'))
  }
  await once(call, deed, work, true)
  return getRegisterView(tx, actor, params.id)
}

/**
 * Approves a register, whose files are destroyed by the worker, or sends it back. Refusals: `notDistrictPost`, `notFound`,
 * `registerDecided`, `ownRegister`, `missingField` (sent back without a reason), `commandReused`.
 */
export async function decideRegister(call: Call<typeof recordRoutes.decideRegister>) {
  const { tx, actor, params, body, now } = call
  if (!decides(actor)) return refuse('notDistrictPost')
  const { commandId, approves, why } = body
  if (!approves && why === '') return refuse('missingField', { field: 'why' }, 'why')
  const deed = {
    commandId,
    verb: 'decideRegister',
    subject: params.id,
    payload: { approves, reason: why },
  } as const
  const work = async () => {
    const row = await findDrawn(call)
    if (row.drawn_by === actor.accountId) throw new Refused(refuse('ownRegister'))
    const state = approves ? 'approved' : 'rejected'
    const of = { district: actor.districtId, id: params.id, accountId: actor.accountId }
    await writeDecision(tx, { ...of, state, why, now })
  }
  await once(call, deed, work, true)
  return getRegisterView(tx, actor, params.id)
}
