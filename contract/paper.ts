import { z } from 'zod'
import { clockKinds } from '#domain/matter/clocks.ts'
import { channels, closureKinds, kinds, routes, states, urgencies } from '#domain/matter/matter.ts'
import { levels } from '#domain/org/roles.ts'
import { type Paper, paperNames } from '#domain/paper/paper.ts'
import { id, instant, text } from './fields.ts'
import type { Route } from './route.ts'

const name = z.enum(paperNames as [Paper, ...Paper[]])

/** Everything that any of the papers says; what does not concern one is left out by the page that draws it. */
export const paperView = z.object({
  id,
  paper: name,
  number: z.string(),
  state: z.enum(states),
  districtName: z.string(),
  /** The office that issues it, who prints it and when. */
  centreName: z.string(),
  printedBy: z.string(),
  printedAt: instant,
  /** Where the person can follow it; the query code is not part of it. */
  trackUrl: z.string(),
  title: z.string(),
  words: z.string(),
  place: z.string(),
  channel: z.enum(channels),
  kind: z.enum(kinds),
  category: z.string().nullable(),
  urgency: z.enum(urgencies),
  level: z.enum(levels),
  receivedAt: instant,
  acceptedAt: instant.nullable(),
  acceptedBy: z.string().nullable(),
  /** Who raised it, masked unless it was printed on record with it. */
  person: z.object({
    appealId: id,
    name: z.string().nullable(),
    phone: z.string().nullable(),
    /** `open`: in full; `masked`; `secret`: not on this paper; `none`: nothing was left. */
    shown: z.enum(['open', 'masked', 'secret', 'none']),
    mayOpen: z.boolean(),
  }),
  /** All who raised it, the first first. */
  people: z.array(z.object({ appealId: id, label: z.string().nullable(), at: instant })),
  dispatch: z
    .object({
      unitName: z.string(),
      fromUnit: z.string().nullable(),
      byUnit: z.string(),
      byName: z.string().nullable(),
      at: instant,
      instruction: z.string(),
      returnReason: z.string().nullable(),
      limits: z.array(z.object({ kind: z.enum(clockKinds), dueAt: instant })),
    })
    .nullable(),
  reply: z
    .object({ unitName: z.string(), handlerName: z.string().nullable(), at: instant, result: z.string() })
    .nullable(),
  refusal: z.object({ route: z.enum(routes), reason: z.string(), at: instant }).nullable(),
  closureKind: z.enum(closureKinds).nullable(),
})
export type PaperView = z.output<typeof paperView>

const params = z.object({ id, paper: name })

export const paperRoutes = {
  /** A paper as it would look, with the person masked. */
  getPaper: {
    method: 'GET',
    path: '/api/matters/:id/papers/:paper',
    session: 'staff',
    needs: 'matter.read',
    params,
    query: z.object({ appealId: id.optional() }),
    answer: paperView,
  },
  /** The paper to be printed: who printed it, what for, and whether with the person's name, is put on record. */
  printPaper: {
    method: 'POST',
    path: '/api/matters/:id/papers/:paper',
    session: 'staff',
    needs: 'matter.read',
    params,
    body: z.object({
      commandId: id,
      appealId: id.optional(),
      withContact: z.boolean().default(false),
      purpose: text(100),
    }),
    answer: paperView,
  },
} as const satisfies Record<string, Route>
