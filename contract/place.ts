import { z } from 'zod'
import { id } from './fields.ts'
import type { Route } from './route.ts'

export const placeRoutes = {
  /** The stairwell codes below a unit, to print and put up. */
  listPlaces: {
    method: 'GET',
    path: '/api/places',
    session: 'staff',
    needs: 'place.read',
    query: z.object({
      under: id.optional(),
      cursor: z.string().max(20).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(60),
    }),
    answer: z.object({
      rows: z.array(
        z.object({ code: z.string(), label: z.string(), communityName: z.string(), url: z.string() }),
      ),
      next: z.string().nullable(),
    }),
  },
  health: {
    method: 'GET',
    path: '/api/health',
    session: 'none',
    answer: z.object({
      ok: z.boolean(),
      database: z.boolean(),
      workerSeconds: z.number().int().nullable(),
      /** A demonstration: the sign-in page says where its accounts stand. */ isDemo: z.boolean().optional(),
      /** How the identity platform is called through which one may sign in, where there is one. */
      provider: z.string().optional(),
    }),
  },
} as const satisfies Record<string, Route>
