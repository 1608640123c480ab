import { z } from 'zod'
import { permissions } from '#domain/org/grants.ts'
import { roles, unitKinds } from '#domain/org/roles.ts'
import { day, id, instant } from './fields.ts'
import type { Gate, Route } from './route.ts'

const gates: readonly Gate[] = ['factor', 'password', 'setUp']

export const me = z.object({
  districtId: z.number().int(),
  districtName: z.string(),
  accountId: id,
  login: z.string(),
  name: z.string(),
  isDemo: z.boolean(),
  /** The password was for one use or has grown old: nothing else is answered until it is replaced. */
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
  /** What has to be done before anything else is answered. */
  gate: z.enum(['factor', 'password', 'setUp']).nullable(),
  /** How the second step can be taken, while it is owed. */
  ways: z.array(z.enum(['code', 'passkey'])),
})
export type Me = z.output<typeof me>

/** The answer to signing in. `ended`: the device that was signed out for it, where there were too many. */
export const signedIn = me.extend({ ended: z.object({ device: z.string() }).nullable() })
export type SignedIn = z.output<typeof signedIn>

/** What a browser's passkey answered, as the library takes it; its parts are checked there. */
export const passkeyAnswer = z
  .object({
    id: z.string().max(1500),
    rawId: z.string().max(1500),
    type: z.literal('public-key'),
    response: z.record(z.string(), z.unknown()),
    clientExtensionResults: z.record(z.string(), z.unknown()),
    authenticatorAttachment: z.string().max(40).optional(),
  })
  .refine((value) => JSON.stringify(value).length < 20_000, { error: 'passkey' })

export const passkeyOptions = z.object({ options: z.record(z.string(), z.unknown()) })

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
    answer: signedIn,
  },
  /** The second step: the code of an authenticator, or a recovery code. */
  giveFactor: {
    method: 'POST',
    path: '/api/session/factor',
    session: 'staff',
    before: ['factor'],
    body: z.object({ code: z.string().trim().min(1).max(40) }),
    answer: signedIn,
  },
  askPasskey: {
    method: 'POST',
    path: '/api/session/passkey/challenge',
    session: 'none',
    answer: passkeyOptions,
  },
  /** A passkey is both at once: what one has, and the finger or number that opens it. */
  signInByPasskey: {
    method: 'POST',
    path: '/api/session/passkey',
    session: 'none',
    body: z.object({ answer: passkeyAnswer }),
    answer: signedIn,
  },
  /** Shows once more who it is, by the strongest way the account has. */
  prove: {
    method: 'POST',
    path: '/api/session/proof',
    session: 'staff',
    before: ['setUp'],
    body: z
      .object({
        password: z.string().min(1).max(200).optional(),
        code: z.string().trim().min(1).max(40).optional(),
        answer: passkeyAnswer.optional(),
      })
      .strict(),
    answer: z.object({ done: z.literal(true) }),
  },
  getMe: { method: 'GET', path: '/api/session', session: 'staff', before: gates, answer: me },
  signOut: {
    method: 'DELETE',
    path: '/api/session',
    session: 'staff',
    before: gates,
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
    before: ['password'],
    body: z.object({ old: z.string().min(1).max(200), new: z.string().min(1).max(200) }),
    answer: z.object({ done: z.literal(true) }),
  },
  /** Nudges only: `{kind, id, version}`; the reader fetches the record through its ordinary route. */
  live: { method: 'GET', path: '/api/live', session: 'staff', quiet: true, raw: true },
} as const satisfies Record<string, Route>
