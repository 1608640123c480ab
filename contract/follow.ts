import { z } from 'zod'
import { id } from './fields.ts'
import type { Route } from './route.ts'

const matter = { session: 'staff', needs: 'matter.read', params: z.object({ id }) } as const
const followed = z.object({ isFollowed: z.boolean() })

export const followRoutes = {
  /** I have the matter before me, in this version: it counts as opened, and what changed until then as seen. */
  openMatter: {
    method: 'POST',
    path: '/api/matters/:id/opened',
    ...matter,
    body: z.object({ version: z.number().int().min(0).max(2_000_000_000) }),
    answer: followed,
  },
  followMatter: { method: 'PUT', path: '/api/matters/:id/follow', ...matter, answer: followed },
  unfollowMatter: { method: 'DELETE', path: '/api/matters/:id/follow', ...matter, answer: followed },
} as const satisfies Record<string, Route>
