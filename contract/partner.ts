import { z } from 'zod'
import { keyStates, partnerChannels, partnerScopes } from '#domain/door/partner.ts'
import { day, id, instant, page, text } from './fields.ts'
import { unitRef } from './matter.ts'
import type { Route } from './route.ts'

const keyView = z.object({
  id,
  /** The first eight signs after the district: enough to tell two keys apart, useless to a thief. */
  prefix: z.string(),
  createdAt: instant,
  usedAt: instant.nullable(),
  state: z.enum(keyStates),
})

export const partnerView = z.object({
  id,
  name: z.string(),
  channel: z.enum(partnerChannels),
  unit: unitRef,
  scopes: z.array(z.enum(partnerScopes)),
  validFrom: day,
  validTo: day.nullable(),
  /** Those not revoked first. */
  keys: z.array(keyView),
  orders: z.number().int(),
  /** Requests of the last thirty days by outcome (`ok`, `fault` or the code of a refusal), the most frequent first. */
  uses: z.array(z.object({ outcome: z.string(), count: z.number().int() })),
})
export type PartnerView = z.output<typeof partnerView>

const partnerId = z.object({ id })
const administered = { session: 'staff', needs: 'org.edit' } as const
/** The key, told once; null when the same command is repeated. */
const withKey = partnerView.extend({ key: z.string().nullable() })

export const partnerRoutes = {
  listPartners: {
    method: 'GET',
    path: '/api/partners',
    ...administered,
    /** The cursor is the id of the last partner of the page before. */
    query: page.extend({ cursor: id.optional() }),
    answer: z.object({ rows: z.array(partnerView), next: z.string().nullable() }),
  },
  addPartner: {
    method: 'POST',
    path: '/api/partners',
    ...administered,
    body: z.object({
      commandId: id,
      id,
      name: text(40),
      channel: z.enum(partnerChannels),
      unitId: id,
      scopes: z.array(z.enum(partnerScopes)).min(1).max(partnerScopes.length),
      validFrom: day,
      validTo: day.nullable(),
    }),
    answer: partnerView,
  },
  /** Sets the last day, or takes it away. */
  extendPartner: {
    method: 'POST',
    path: '/api/partners/:id/extend',
    ...administered,
    params: partnerId,
    body: z.object({ commandId: id, validTo: day.nullable() }),
    answer: partnerView,
  },
  addPartnerKey: {
    method: 'POST',
    path: '/api/partners/:id/keys',
    ...administered,
    params: partnerId,
    body: z.object({ commandId: id, keyId: id }),
    answer: withKey,
  },
  /** At once. */
  revokePartnerKey: {
    method: 'POST',
    path: '/api/partners/:id/keys/:keyId/revoke',
    ...administered,
    params: z.object({ id, keyId: id }),
    body: z.object({ commandId: id }),
    answer: partnerView,
  },
} as const satisfies Record<string, Route>
