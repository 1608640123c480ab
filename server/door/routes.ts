import type { doorRoutes } from '#contract/door.ts'
import type { partnerRoutes } from '#contract/partner.ts'
import type { Call, Functions } from '../http/bind.ts'
import { iso } from '../matter/views.ts'
import { findUnit } from '../org/queries.ts'
import { addPartner, addPartnerKey, extendPartner, revokePartnerKey } from './admin-commands.ts'
import { listPartners } from './admin-queries.ts'
import { putOrderFile } from './files.ts'
import { addOrderMessage } from './notes.ts'
import { openApi } from './openapi.ts'
import { getOrder, listChangedOrders } from './order-queries.ts'
import { putOrder } from './orders.ts'

export const partnerFunctions: Functions<typeof partnerRoutes> = {
  listPartners,
  addPartner,
  extendPartner,
  addPartnerKey,
  revokePartnerKey,
}

/** Who one is here and what one may do: the first thing to try with a new key. */
async function doorPing({ tx, actor, now }: Call<typeof doorRoutes.doorPing>) {
  const { name, channel, scopes, unitId, districtId } = actor
  const unit = await findUnit(tx, districtId, unitId, now)
  return { partner: name, channel, area: unit?.name ?? '', scopes: [...scopes], at: iso(now) }
}

export const doorFunctions: Functions<typeof doorRoutes> = {
  doorPing,
  doorOpenApi: async ({ platform }) => openApi(platform.publicUrl),
  putOrder,
  putOrderFile,
  addOrderMessage,
  getOrder,
  listChangedOrders,
}
