import { z } from 'zod'
import { clockKinds } from '#domain/matter/clocks.ts'
import { id, instant } from './fields.ts'
import type { Route } from './route.ts'

export const noticeKinds = ['clockNearing', 'clockLate', 'clockFarOver'] as const

export const noticeView = z.object({
  id,
  kind: z.enum(noticeKinds),
  clock: z.enum(clockKinds),
  unitName: z.string(),
  matter: z.object({ id, number: z.string(), title: z.string() }),
  createdAt: instant,
  isNew: z.boolean(),
})

export const noticeRoutes = {
  /** What the clocks told my units in the last fortnight, newest first; only of matters I may see. */
  listNotices: {
    method: 'GET',
    path: '/api/notices',
    session: 'staff',
    needs: 'matter.read',
    answer: z.object({ rows: z.array(noticeView), fresh: z.number().int() }),
  },
  /** Marks everything up to now as seen by me. */
  seeNotices: {
    method: 'POST',
    path: '/api/notices/seen',
    session: 'staff',
    needs: 'matter.read',
    answer: z.object({ done: z.literal(true) }),
  },
} as const satisfies Record<string, Route>
