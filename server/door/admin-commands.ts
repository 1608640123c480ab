import type { partnerRoutes } from '#contract/partner.ts'
import type { StaffActor } from '#domain/actor.ts'
import { whyNotKey, whyNotSpan } from '#domain/door/partner.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { findUnit } from '../org/queries.ts'
import { findPartner } from './admin-queries.ts'
import { oncePartner } from './deed.ts'
import { makeKey } from './entry.ts'
import { insertKey, insertPartner, writePartnerEnd, writeRevoked } from './store.ts'

type Inside = { tx: Tx; actor: StaffActor; now: number }

async function getPartner({ tx, actor, now }: Inside, id: string) {
  const partner = await findPartner(tx, actor.districtId, id, now)
  if (!partner) throw new Refused(refuse('notFound'))
  return partner
}

/** Lets another system come to the door. Refusals: `badSpan`, `closedUnit`, `notFound` (unit). */
export async function addPartner(call: Call<typeof partnerRoutes.addPartner>) {
  const { tx, actor, now, body } = call
  const { commandId, id, ...payload } = body
  const district = actor.districtId
  await oncePartner(call, { commandId, verb: 'addPartner', partnerId: id, payload }, async () => {
    insist(whyNotSpan(body))
    const unit = await findUnit(tx, district, body.unitId, now)
    if (!unit) throw new Refused(refuse('notFound', undefined, 'unitId'))
    if (unit.isClosed) throw new Refused(refuse('closedUnit', { unit: unit.name }, 'unitId'))
    const scopes = [...new Set(payload.scopes)]
    if (!(await insertPartner(tx, { ...payload, scopes, district, id, now })))
      throw new Refused(refuse('commandReused'))
  })
  return getPartner(call, id)
}

/** Sets or takes away the last day. Refusal: `badSpan`. */
export async function extendPartner(call: Call<typeof partnerRoutes.extendPartner>) {
  const { tx, actor, params, body } = call
  const { commandId, validTo } = body
  const deed = { commandId, verb: 'extendPartner', partnerId: params.id, payload: { validTo } } as const
  const { validFrom } = await getPartner(call, params.id)
  await oncePartner(call, deed, async () => {
    insist(whyNotSpan({ validFrom, validTo }))
    await writePartnerEnd(tx, actor.districtId, params.id, validTo)
  })
  return getPartner(call, params.id)
}

/** Makes a key, told once. Refusal: `tooManyKeys`. */
export async function addPartnerKey(call: Call<typeof partnerRoutes.addPartnerKey>) {
  const { tx, actor, now, params, body } = call
  const district = actor.districtId
  const { commandId, keyId } = body
  const { key, prefix, hash } = makeKey(district)
  await getPartner(call, params.id)
  const deed = { commandId, verb: 'addKey', partnerId: params.id, payload: { keyId } } as const
  const isNew = await oncePartner(call, deed, async () => {
    const { keys } = await getPartner(call, params.id)
    insist(whyNotKey(keys.filter(({ state }) => state !== 'revoked').length))
    if (!(await insertKey(tx, { district, id: keyId, partnerId: params.id, prefix, hash, now })))
      throw new Refused(refuse('commandReused'))
  })
  return { ...(await getPartner(call, params.id)), key: isNew ? key : null }
}

/** Revokes a key: it opens nothing from this moment on. */
export async function revokePartnerKey(call: Call<typeof partnerRoutes.revokePartnerKey>) {
  const { tx, actor, now, params, body } = call
  const { id: partnerId, keyId } = params
  const { keys } = await getPartner(call, partnerId)
  if (!keys.some((key) => key.id === keyId)) return refuse('notFound')
  const deed = { commandId: body.commandId, verb: 'revokeKey', partnerId, payload: { keyId } } as const
  await oncePartner(call, deed, () => writeRevoked(tx, actor.districtId, keyId, now))
  return getPartner(call, partnerId)
}
