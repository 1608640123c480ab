import { z } from 'zod'
import { states } from '#domain/matter/matter.ts'
import { relationsSeen } from '#domain/nearby/links.ts'
import { ranges } from '#domain/nearby/metres.ts'
import { unitKinds } from '#domain/org/roles.ts'
import { matterLink } from './desk.ts'
import { id, instant } from './fields.ts'
import type { Route } from './route.ts'

const matterId = z.object({ id })

export const linkView = z.object({
  /** Null of what follows from a split. */
  linkId: id.nullable(),
  /** What the other is to this one. */
  relation: z.enum(relationsSeen),
  other: matterLink,
  at: instant,
})
export type LinkView = z.output<typeof linkView>

export const nearbyMatter = z.object({
  id,
  number: z.string(),
  title: z.string(),
  state: z.enum(states),
  categoryCode: z.string().nullable(),
  isSameCategory: z.boolean(),
  /** Metres to the east and to the north of this matter. */
  east: z.number(),
  north: z.number(),
  metres: z.number().int(),
})
export type NearbyMatter = z.output<typeof nearbyMatter>

export const nearbyRoutes = {
  /** What hangs together with a matter; only what the reader may see, and nothing else is counted. */
  listLinks: {
    method: 'GET',
    path: '/api/matters/:id/links',
    session: 'staff',
    needs: 'matter.read',
    params: matterId,
    answer: z.object({ rows: z.array(linkView) }),
  },
  /** The open matters around one, the nearest first. */
  listNearby: {
    method: 'GET',
    path: '/api/matters/:id/nearby',
    session: 'staff',
    needs: 'matter.read',
    params: matterId,
    query: z.object({ within: z.enum(ranges).default('300') }),
    answer: z.object({
      within: z.number().int(),
      /** Whether it is known where the matter is. */
      isPlaced: z.boolean(),
      rows: z.array(nearbyMatter),
      /** Whether there are more than are named. */
      hasMore: z.boolean(),
      /** Outlines of units there, in metres east and north of the matter. */
      outlines: z.array(
        z.object({
          id,
          name: z.string(),
          kind: z.enum(unitKinds),
          isOwn: z.boolean(),
          rings: z.array(z.array(z.tuple([z.number(), z.number()]))),
        }),
      ),
    }),
  },
} as const satisfies Record<string, Route>
