import { z } from 'zod'
import { auditKinds } from '#domain/org/audit.ts'
import { roles } from '#domain/org/roles.ts'
import { day, id, instant } from './fields.ts'
import type { Route } from './route.ts'

const auditRow = z.object({
  id,
  at: instant,
  kind: z.enum(auditKinds),
  /** What was done: an outcome at the door, a verb of administration, or how something was read. */
  verb: z.string(),
  /** Who did it, or at whose account it was tried; null: a resident, who has no account and whose number is told to nobody. */
  by: z.object({ accountId: id, name: z.string(), login: z.string() }).nullable(),
  /**
   * Whom or what it was done to, by name where it has one. Of a resident `phone:` and the mark of the number: the same number
   * has the same mark until the index key is changed, and no number can be had from one.
   */
  subject: z.string(),
  /** The role of a post that was given or ended. */
  role: z.enum(roles).nullable(),
  /** The reason or the purpose that was given. */
  reason: z.string(),
  way: z.enum(['password', 'code', 'recovery', 'passkey', 'provider', 'none']).nullable(),
  device: z.string().nullable(),
  address: z.string().nullable(),
})
export type AuditRow = z.output<typeof auditRow>

export const auditRoutes = {
  /** What was done, tried and read, newest first. */
  listAudit: {
    method: 'GET',
    path: '/api/audit',
    session: 'staff',
    needs: 'audit.read',
    query: z.object({
      kind: z.enum(auditKinds).optional(),
      /** Of one account only. */
      account: id.optional(),
      from: day.optional(),
      to: day.optional(),
      /** The `next` of the page before. */
      cursor: z
        .string()
        .regex(/^\d{1,15}\.[0-9a-f-]{36}$/)
        .optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    answer: z.object({ rows: z.array(auditRow), next: z.string().nullable() }),
  },
  /** Accounts whose records can be asked for, by name or login: also disabled ones. */
  listAudited: {
    method: 'GET',
    path: '/api/audit/accounts',
    session: 'staff',
    needs: 'audit.read',
    query: z.object({ q: z.string().trim().min(1).max(40) }),
    answer: z.object({ rows: z.array(z.object({ id, name: z.string(), login: z.string() })) }),
  },
} as const satisfies Record<string, Route>
