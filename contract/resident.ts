import { z } from 'zod'
import { closureKinds, states } from '#domain/matter/matter.ts'
import { districtId, id, instant, phone } from './fields.ts'
import { moveAnswer } from './moves.ts'
import { tracking } from './public.ts'
import type { Route } from './route.ts'
import { languages } from './words/language.ts'

/** How residents get their code here: by text message, shown on the page of a demonstration, or not at all. */
export const doorWays = ['text', 'demo', 'off'] as const
export type DoorWay = (typeof doorWays)[number]

const district = z.object({ district: districtId })
const one = z.object({ district: districtId, id })

/** One appeal that stands with the number, in one line: what it is, whose turn it is, what is asked of the person. */
export const ownAppeal = z.object({
  id,
  number: z.string(),
  title: z.string(),
  submittedAt: instant,
  state: z.enum(states),
  closureKind: z.enum(closureKinds).nullable(),
  holderName: z.string(),
  dueAt: instant.nullable(),
  /** What the person is asked for now. */
  asked: z.enum(['answer', 'rate']).nullable(),
  isReopenAsked: z.boolean(),
  rating: z.object({ solved: z.boolean() }).nullable(),
})
export type OwnAppeal = z.output<typeof ownAppeal>

/** Residents who show by a code that they hold a telephone number (decision 23). The number travels in bodies only. */
export const callerRoutes = {
  /** Whether and how residents sign in by telephone in this district. */
  findDoor: {
    method: 'GET',
    path: '/api/public/:district/my',
    session: 'none',
    params: district,
    answer: z.object({ way: z.enum(doorWays) }),
  },
  /** Sends a code; the same id again sends none. The answer is the same whether or not any appeal stands with the number. */
  askCode: {
    method: 'POST',
    path: '/api/public/:district/my/codes',
    session: 'none',
    params: district,
    body: z.object({ id, phone, language: z.enum(languages).default('zh') }),
    answer: z.object({
      /** Until the next may be asked for, and until this one ends (seconds). */
      nextSeconds: z.number().int(),
      lifeSeconds: z.number().int(),
      /** The code itself, in a demonstration that can send nothing. */
      shownCode: z.string().nullable(),
    }),
  },
  /** Signs this device in with the code that was asked for under the id. */
  giveCode: {
    method: 'POST',
    path: '/api/public/:district/my/session',
    session: 'none',
    params: district,
    body: z.object({ id, phone, code: z.string().max(40) }),
    answer: z.object({ phone: z.string(), expiresAt: instant }),
  },
  listOwn: {
    method: 'GET',
    path: '/api/my/:district/appeals',
    session: 'resident',
    params: district,
    query: z.object({
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    answer: z.object({
      /** Masked. */
      phone: z.string(),
      /** When this device is signed out by itself. */
      expiresAt: instant,
      rows: z.array(ownAppeal),
      next: z.string().nullable(),
    }),
  },
  openOwn: {
    method: 'GET',
    path: '/api/my/:district/appeals/:id',
    session: 'resident',
    params: one,
    answer: tracking,
  },
  readOwnFile: {
    // not GET: a browser would keep the picture after its person has signed out
    method: 'POST',
    path: '/api/my/:district/appeals/:id/file',
    session: 'resident',
    params: one,
    body: z.object({ fileId: id, size: z.enum(['full', 'small']).default('small') }),
    raw: true,
  },
  moveOwn: {
    method: 'POST',
    path: '/api/my/:district/appeals/:id/moves',
    session: 'resident',
    params: one,
    body: z.object({
      commandId: id,
      verb: z.enum(['answer', 'rate', 'askReopen', 'withdraw']),
      input: z.unknown(),
    }),
    answer: moveAnswer,
  },
  leave: {
    method: 'DELETE',
    path: '/api/my/:district/session',
    session: 'resident',
    params: district,
    answer: z.object({ done: z.literal(true) }),
  },
  /** Ends every session of the number and forgets the devices. */
  leaveEverywhere: {
    method: 'POST',
    path: '/api/my/:district/session/everywhere',
    session: 'resident',
    params: district,
    answer: z.object({ ended: z.number().int() }),
  },
} as const satisfies Record<string, Route>
