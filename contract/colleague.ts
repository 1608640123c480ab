import { z } from 'zod'
import { type Verb, verbs } from '#domain/matter/moves.ts'
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
  /**
   * Says that a screen has the matter open, and in which form somebody writes; answers who else has it open. Kept for half a
   * minute and nowhere written down.
   */
  signPresence: {
    method: 'POST',
    path: '/api/matters/:id/presence',
    session: 'staff',
    needs: 'matter.read',
    params: z.object({ id }),
    body: z.object({
      screenId: id,
      verb: z.enum(verbs as [Verb, ...Verb[]]).nullable(),
      isLeaving: z.boolean().default(false),
    }),
    answer: z.object({
      rows: z.array(
        z.object({ accountId: id, name: z.string(), verb: z.enum(verbs as [Verb, ...Verb[]]).nullable() }),
      ),
    }),
  },
} as const satisfies Record<string, Route>
