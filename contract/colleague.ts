import { z } from 'zod'
import { roles } from '#domain/org/roles.ts'
import { id } from './fields.ts'
import type { Route } from './route.ts'

export const colleague = z.object({
  accountId: id,
  name: z.string(),
  role: z.enum(roles),
  unitName: z.string(),
})

export const colleagueRoutes = {
  /** Who else may see a matter, by name or pinyin: whom a note may name. */
  listColleagues: {
    method: 'GET',
    path: '/api/matters/:id/colleagues',
    session: 'staff',
    needs: 'matter.note',
    params: z.object({ id }),
    query: z.object({ q: z.string().max(40).default('') }),
    answer: z.object({ rows: z.array(colleague) }),
  },
} as const satisfies Record<string, Route>
