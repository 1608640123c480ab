import { z } from 'zod'
import { permissions } from '#domain/org/grants.ts'
import { roles, unitKinds } from '#domain/org/roles.ts'
import { day, id, instant } from './fields.ts'
import type { Route } from './route.ts'

export const me = z.object({
  districtId: z.number().int(),
  districtName: z.string(),
  accountId: id,
  login: z.string(),
  name: z.string(),
  isDemo: z.boolean(),
  /** The password was for one use: nothing else is answered until it is replaced. */
  mustChangePassword: z.boolean(),
  seats: z.array(
    z.object({
      postId: id,
      role: z.enum(roles),
      unitId: id,
      unitName: z.string(),
      unitKind: z.enum(unitKinds),
      /** Whose post it is while its holder is away. */
      standsInFor: z.object({ name: z.string(), toOn: day }).optional(),
    }),
  ),
  permissions: z.array(z.enum(permissions)),
  /** I am away today, until when, and who stands in. */
  absence: z.object({ toOn: day, substituteName: z.string() }).nullable(),
})
export type Me = z.output<typeof me>

export const sessionView = z.object({
  id,
  device: z.string(),
  createdAt: instant,
  seenAt: instant,
  isThis: z.boolean(),
})

export const sessionRoutes = {
  signIn: {
    method: 'POST',
    path: '/api/session',
    session: 'none',
    body: z.object({
      login: z.string().trim().toLowerCase().min(1).max(60),
      password: z.string().min(1).max(200),
    }),
    answer: me,
  },
  getMe: { method: 'GET', path: '/api/session', session: 'staff', beforePassword: true, answer: me },
  signOut: {
    method: 'DELETE',
    path: '/api/session',
    session: 'staff',
    beforePassword: true,
    answer: z.object({ done: z.literal(true) }),
  },
  listSessions: {
    method: 'GET',
    path: '/api/sessions',
    session: 'staff',
    answer: z.object({ rows: z.array(sessionView) }),
  },
  /** Ends every session of mine but this one. */
  signOutEverywhere: {
    method: 'DELETE',
    path: '/api/sessions',
    session: 'staff',
    answer: z.object({ ended: z.number().int() }),
  },
  endSession: {
    method: 'DELETE',
    path: '/api/sessions/:id',
    session: 'staff',
    params: z.object({ id }),
    answer: z.object({ done: z.literal(true) }),
  },
  changePassword: {
    method: 'POST',
    path: '/api/session/password',
    session: 'staff',
    beforePassword: true,
    body: z.object({ old: z.string().min(1).max(200), new: z.string().min(1).max(200) }),
    answer: z.object({ done: z.literal(true) }),
  },
  /** Nudges only: `{kind, id, version}`; the reader fetches the record through its ordinary route. */
  live: { method: 'GET', path: '/api/live', session: 'staff', raw: true },
} as const satisfies Record<string, Route>
