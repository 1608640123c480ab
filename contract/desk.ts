import { z } from 'zod'
import { handOverChannels } from '#domain/intake/hand-over.ts'
import { states } from '#domain/matter/matter.ts'
import { id, instant, phone } from './fields.ts'
import { dutyHint, target } from './matter.ts'
import { moveInputs } from './moves.ts'
import type { Route } from './route.ts'
import { registered, slip } from './slip.ts'

/** Another matter as it is named beside a form or a page. */
export const matterLink = z.object({
  id,
  number: z.string(),
  title: z.string(),
  state: z.enum(states),
  placeText: z.string(),
  receivedAt: instant,
  /** How many people raised it. */
  appeals: z.number().int(),
})
export type MatterLink = z.output<typeof matterLink>

export const similarMatter = matterLink.extend({
  /** 0 to 100, by `domain/triage/similar.ts`. */
  score: z.number().int(),
  reasons: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['samePlace', 'nearPlace', 'sameCommunity', 'sameCategory']) }),
      z.object({ kind: z.literal('sameWords'), words: z.array(z.string()) }),
      z.object({ kind: z.literal('days'), days: z.number().int() }),
    ]),
  ),
})
export type SimilarMatter = z.output<typeof similarMatter>

/** Other matters with the same telephone number; `more`: how many beyond those named. */
const saidElsewhere = z.object({ rows: z.array(matterLink), more: z.number().int() })

const matterId = z.object({ id })

export const deskRoutes = {
  /** What may be the same thing as what is being typed; words stay out of addresses. */
  findSimilar: {
    method: 'POST',
    path: '/api/desk/similar',
    session: 'staff',
    needs: 'matter.receive',
    body: z.object({
      words: z.string().max(3000),
      placeUnitId: id.optional(),
      categoryCode: z.string().max(8).optional(),
      /** The sender's number: whether it is here already. */
      paper: z.object({ channel: z.enum(handOverChannels), externalNo: z.string().max(60) }).optional(),
    }),
    answer: z.object({
      rows: z.array(similarMatter),
      /** The matter that this number became; null when there is none, or none that the reader may see. */
      paper: matterLink.nullable(),
      /** Whether the number is here at all. */
      isPaperKnown: z.boolean(),
    }),
  },
  listSimilar: {
    method: 'GET',
    path: '/api/matters/:id/similar',
    session: 'staff',
    needs: 'matter.triage',
    params: matterId,
    answer: z.object({ rows: z.array(similarMatter) }),
  },
  /** Who would likely handle what lies there, before there is a matter. */
  listLikely: {
    method: 'GET',
    path: '/api/desk/likely',
    session: 'staff',
    needs: 'matter.receive',
    query: z.object({
      placeUnitId: id,
      categoryCode: z.string().max(8).optional(),
      q: z.string().max(40).optional(),
    }),
    /** `mayDispatch`: whether the reader may accept, triage and dispatch what they register there. */
    answer: z.object({
      mayDispatch: z.boolean(),
      rows: z.array(target),
      duty: dutyHint.nullable(),
    }),
  },
  /** What was said before with a telephone number that is being typed; on record. */
  findSaid: {
    method: 'POST',
    path: '/api/desk/said',
    session: 'staff',
    needs: 'matter.receive',
    body: z.object({ commandId: id, phone }),
    answer: saidElsewhere,
  },
  /** What the people of a matter said elsewhere, by voice; no number goes in or out. */
  listElsewhere: {
    method: 'POST',
    path: '/api/matters/:id/elsewhere',
    session: 'staff',
    needs: 'contact.reveal',
    params: matterId,
    body: z.object({}),
    answer: z.object({ voices: z.array(saidElsewhere.extend({ appealId: id })) }),
  },
  /** One more voice for a matter that is here; it gets a code of its own. */
  joinVoice: {
    method: 'POST',
    path: '/api/matters/:id/voices',
    session: 'staff',
    needs: 'matter.receive',
    params: matterId,
    body: z.object({
      appealId: id,
      commandId: id,
      input: moveInputs.receive.omit({ kind: true, urgency: true, title: true, placeUnitId: true }),
    }),
    answer: registered,
  },
  /** Prints the slip of a voice once more, on record. */
  printSlip: {
    method: 'POST',
    path: '/api/matters/:id/slip',
    session: 'staff',
    needs: 'matter.receive',
    params: matterId,
    body: z.object({ commandId: id, appealId: id }),
    answer: slip,
  },
} as const satisfies Record<string, Route>
