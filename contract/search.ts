import { z } from 'zod'
import { states } from '#domain/matter/matter.ts'
import { roles, unitKinds } from '#domain/org/roles.ts'
import { id } from './fields.ts'
import type { Route } from './route.ts'

const matterHit = z.object({
  id,
  number: z.string(),
  title: z.string(),
  state: z.enum(states),
  /** How it was found; `person`: by the whole name, its pinyin or the telephone number of somebody who raised it. */
  by: z.enum(['number', 'words', 'person']),
})

export const suggestions = z.object({
  matters: z.array(matterHit),
  units: z.array(z.object({ id, name: z.string(), kind: z.enum(unitKinds), names: z.array(z.string()) })),
  staff: z.array(
    z.object({
      accountId: id,
      name: z.string(),
      role: z.enum(roles).nullable(),
      unitName: z.string().nullable(),
    }),
  ),
})
export type Suggestions = z.output<typeof suggestions>

export const searchRoutes = {
  /** By POST, since a name or a number must not stand in an address. */
  suggest: {
    method: 'POST',
    path: '/api/suggestions',
    session: 'staff',
    needs: 'matter.read',
    body: z.object({ q: z.string().trim().min(1).max(100) }),
    answer: suggestions,
  },
} as const satisfies Record<string, Route>
