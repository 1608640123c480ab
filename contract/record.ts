import { z } from 'zod'
import { destructionStates } from '#domain/record/retention.ts'
import { day, id, instant, text } from './fields.ts'
import type { Route } from './route.ts'

const who = z.object({ name: z.string(), at: instant })

const register = z.object({
  id,
  state: z.enum(destructionStates),
  reason: z.string(),
  drawn: who,
  /** Who decided, and what was said to it. */
  decided: who.extend({ why: z.string() }).nullable(),
  doneAt: instant.nullable(),
  /** Files in it, of these kept back, and destroyed until now. */
  count: z.number().int(),
  kept: z.number().int(),
  destroyed: z.number().int(),
  mayEdit: z.boolean(),
  mayDecide: z.boolean(),
})
export type RegisterView = z.output<typeof register>

const file = z.object({
  matterId: id,
  number: z.string(),
  /** Null: locked, and not for the reader. */
  title: z.string().nullable(),
  categoryCode: z.string().nullable(),
  archivedOn: day,
  retention: z.string(),
  years: z.number().int(),
  /** Since when it may be destroyed. */
  from: day,
  /** Why it is kept back; null: it is to be destroyed. */
  keptWhy: z.string().nullable(),
  destroyedAt: instant.nullable(),
})
export type RegisterFile = z.output<typeof file>

const one = { session: 'staff', needs: 'record.read', params: z.object({ id }) } as const

export const recordRoutes = {
  /** The registers of destruction, the newest first, and how many files are over their period and in none. */
  listRegisters: {
    method: 'GET',
    path: '/api/registers',
    session: 'staff',
    needs: 'record.read',
    query: z.object({ cursor: id.optional(), limit: z.coerce.number().int().min(1).max(50).default(20) }),
    answer: z.object({
      rows: z.array(register),
      next: z.string().nullable(),
      /** Counted up to `mostInRegister` and one more. */
      overdue: z.number().int(),
      mayDraw: z.boolean(),
    }),
  },
  /** Draws up a register of the files that are over their period the longest. */
  drawRegister: {
    method: 'POST',
    path: '/api/registers',
    session: 'staff',
    needs: 'record.draw',
    body: z.object({ commandId: id, id, reason: text(200) }),
    answer: register,
  },
  getRegister: { method: 'GET', path: '/api/registers/:id', ...one, answer: register },
  listRegisterFiles: {
    method: 'GET',
    path: '/api/registers/:id/files',
    ...one,
    query: z.object({ cursor: id.optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
    answer: z.object({ rows: z.array(file), next: z.string().nullable() }),
  },
  /** Keeps a file back, with why, or puts it in again. */
  keepFile: {
    method: 'POST',
    path: '/api/registers/:id/kept',
    session: 'staff',
    needs: 'record.draw',
    params: z.object({ id }),
    body: z.object({ commandId: id, matterId: id, why: z.string().trim().max(200) }),
    answer: register,
  },
  /** Somebody else approves the register, and its files are destroyed; or sends it back with why. */
  decideRegister: {
    method: 'POST',
    path: '/api/registers/:id/decision',
    session: 'staff',
    needs: 'record.approve',
    fresh: true,
    params: z.object({ id }),
    body: z.object({ commandId: id, approves: z.boolean(), why: z.string().trim().max(200) }),
    answer: register,
  },
} as const satisfies Record<string, Route>
