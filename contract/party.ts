import { z } from 'zod'
import { capacities, partyKinds, partyRoles, sides } from '#domain/party/party.ts'
import { matterLink } from './desk.ts'
import { id, instant, page, text } from './fields.ts'
import type { Route } from './route.ts'

const matterId = z.object({ id })

export const partyView = z.object({
  id,
  /** Of the matter, so that its story can name a party without naming anybody. */
  no: z.number().int(),
  side: z.enum(sides),
  kind: z.enum(partyKinds),
  role: z.enum(partyRoles),
  isRepresentative: z.boolean(),
  isConfidential: z.boolean(),
  /** Null where the reader may not see who it is, and so are capacity and contact. */
  name: z.string().nullable(),
  /** Masked, as the name of a person is; an organisation stands with its name. */
  phone: z.string().nullable(),
  contactName: z.string().nullable(),
  /** An address is never shown in part: a house number away is still a house. */
  hasAddress: z.boolean(),
  capacity: z.enum(capacities).nullable(),
  needsGuardian: z.boolean(),
  actsFor: z.array(z.object({ id, no: z.number().int(), name: z.string().nullable() })),
  appealId: id.nullable(),
  mayReveal: z.boolean(),
  version: z.number().int(),
  changedAt: instant,
})
export type PartyView = z.output<typeof partyView>

/** What a party was called and where it could be reached, in one of its versions. */
const known = z.object({
  name: z.string(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  contactName: z.string().nullable(),
})

export const partyRoutes = {
  listParties: {
    method: 'GET',
    path: '/api/matters/:id/parties',
    session: 'staff',
    needs: 'matter.read',
    params: matterId,
    query: page,
    answer: z.object({
      /** Side by side, representatives first, then as they came. */
      rows: z.array(partyView),
      /** Who was taken out, with the first page only; why stands in the story. */
      removed: z.array(partyView),
      next: z.string().nullable(),
      counts: z.record(z.enum(sides), z.number().int()),
      representatives: z.record(z.enum(sides), z.number().int()),
      /** The voices that are parties already. */
      taken: z.array(id),
    }),
  },
  revealParty: {
    method: 'POST',
    path: '/api/matters/:id/parties/:partyId/reveal',
    session: 'staff',
    needs: 'contact.reveal',
    params: z.object({ id, partyId: id }),
    body: z.object({ commandId: id, purpose: text(200) }),
    /** Shown for `seconds`, on record, with what stood there before. */
    answer: known.extend({
      seconds: z.number().int(),
      before: z.array(known.extend({ at: instant })),
    }),
  },
  /** Which open matters the number of a party stands in beside this one; no number goes in or out. */
  listPartyElsewhere: {
    method: 'POST',
    path: '/api/matters/:id/parties/elsewhere',
    session: 'staff',
    needs: 'contact.reveal',
    params: matterId,
    body: z.object({}),
    answer: z.object({
      parties: z.array(z.object({ partyId: id, rows: z.array(matterLink), more: z.number().int() })),
    }),
  },
} as const satisfies Record<string, Route>
