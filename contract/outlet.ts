import { z } from 'zod'
import { verbs } from '#domain/matter/moves.ts'
import { id, instant, text } from './fields.ts'
import type { Route } from './route.ts'

/** Why something in the outbox was not sent any more. */
export const droppedWhy = [
  ...(['accountDisabled', 'noAddress', 'unitClosed', 'nothingToSee', 'outletOff', 'codeOver'] as const),
] as const
export type Dropped = (typeof droppedWhy)[number]

export const outletView = z.object({
  id,
  name: z.string(),
  url: z.string(),
  verbs: z.array(z.enum(verbs)),
  isOn: z.boolean(),
  version: z.number().int(),
  /** When something last arrived there. */
  sentAt: instant.nullable(),
  waiting: z.number().int(),
  dead: z.number().int(),
})
/** The secret for checking signatures, told once; null when the same command is repeated. */
const withSecret = outletView.extend({ secret: z.string().nullable() })

const given = {
  commandId: id,
  name: text(40),
  url: z.string().trim().min(1).max(500),
  verbs: z.array(z.enum(verbs)).min(1).max(verbs.length),
}
const one = { session: 'staff', needs: 'org.edit', params: z.object({ id }) } as const
const done = z.object({ done: z.literal(true) })
const commandOnly = z.object({ commandId: id })

export const outboxStates = ['waiting', 'dead', 'dropped', 'sent'] as const

const outboxView = z.object({
  id,
  topic: z.enum(['mail', 'code', 'hook', 'text']),
  /** The name of the outlet or of the person. */
  to: z.string(),
  state: z.enum(outboxStates),
  attempts: z.number().int(),
  createdAt: instant,
  nextAt: instant.nullable(),
  doneAt: instant.nullable(),
  /** A code, never a text of a stranger. */
  why: z.string().nullable(),
})

export const outletRoutes = {
  listOutlets: {
    method: 'GET',
    path: '/api/outlets',
    session: 'staff',
    needs: 'org.edit',
    answer: z.object({ rows: z.array(outletView) }),
  },
  addOutlet: {
    method: 'POST',
    path: '/api/outlets',
    session: 'staff',
    needs: 'org.edit',
    body: z.object({ ...given, id }),
    answer: withSecret,
  },
  editOutlet: {
    method: 'PUT',
    path: '/api/outlets/:id',
    ...one,
    body: z.object({ ...given, isOn: z.boolean(), version: z.number().int().min(0) }),
    answer: outletView,
  },
  renewSecret: {
    method: 'POST',
    path: '/api/outlets/:id/secret',
    ...one,
    body: commandOnly,
    answer: withSecret,
  },
  removeOutlet: {
    method: 'POST',
    path: '/api/outlets/:id/remove',
    ...one,
    body: commandOnly,
    answer: done,
  },
  /** Puts an event named `test` into the outbox. */
  testOutlet: { method: 'POST', path: '/api/outlets/:id/test', ...one, body: commandOnly, answer: done },
  listOutbox: {
    method: 'GET',
    path: '/api/outbox',
    session: 'staff',
    needs: 'org.edit',
    query: z.object({
      state: z.enum(outboxStates).default('dead'),
      cursor: id.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    answer: z.object({ rows: z.array(outboxView), next: z.string().nullable() }),
  },
  /** Tries once more what was given up. */
  sendAgain: { method: 'POST', path: '/api/outbox/:id/again', ...one, body: commandOnly, answer: done },
} as const satisfies Record<string, Route>
