import { z } from 'zod'
import { methods } from '#domain/mediation/mediation.ts'
import { id, instant } from './fields.ts'
import type { Route } from './route.ts'

const precedent = z.object({
  id,
  matterId: id,
  number: z.string(),
  matterTitle: z.string(),
  committeeName: z.string(),
  /** Of the very category; else of its class. */
  isSameCategory: z.boolean(),
  closedAt: instant,
  /** From being opened to the agreement, the first day counted. */
  days: z.number().int(),
  /** Sessions held. */
  held: z.number().int(),
  parties: z.number().int(),
  methods: z.array(z.enum(methods)),
  /** Money agreed, in fen. */
  fen: z.number().int(),
  form: z.enum(['written', 'oral']).nullable(),
  performance: z.enum(['whole', 'part', 'none']).nullable(),
  /** What was agreed; nothing where it is not for the reader. */
  clauses: z.array(z.string()),
})
export type Precedent = z.output<typeof precedent>

export const precedentRoutes = {
  /** Settled mediations of the same kind of dispute, the very category first, then the newest: how others came to an agreement. */
  listPrecedents: {
    method: 'GET',
    path: '/api/matters/:id/mediations/:mediationId/precedents',
    session: 'staff',
    needs: 'matter.read',
    params: z.object({ id, mediationId: id }),
    answer: z.object({ rows: z.array(precedent) }),
  },
} as const satisfies Record<string, Route>
