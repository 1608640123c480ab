import { z } from 'zod'
import { facts } from '#domain/insight/facts.ts'
import { periods } from '#domain/insight/periods.ts'
import { channels, closureKinds } from '#domain/matter/matter.ts'
import { levels } from '#domain/org/roles.ts'
import { day, instant } from './fields.ts'
import type { Route } from './route.ts'

const count = z.number().int()

/** The first numbers of the reader's own area. Counts are of matters; `voices` of the people behind them. */
export const startNumbers = z.object({
  period: z.enum(periods),
  from: day,
  to: day,
  at: instant,
  /** The names of the areas and units the numbers are of. */
  areas: z.array(z.string()),
  facts: z.record(z.enum(facts), count),
  receivedVoices: count,
  byChannel: z.array(z.object({ channel: z.enum(channels), matters: count, voices: count })),
  byClosure: z.array(z.object({ closureKind: z.enum(closureKinds), matters: count })),
  byLevel: z.array(z.object({ level: z.enum(levels), matters: count })),
})
export type StartNumbers = z.output<typeof startNumbers>

export const insightRoutes = {
  getStartNumbers: {
    method: 'GET',
    path: '/api/insight/start',
    session: 'staff',
    needs: 'matter.read',
    query: z.object({ period: z.enum(periods).default('thisMonth') }),
    answer: startNumbers,
  },
} as const satisfies Record<string, Route>
