import { z } from 'zod'
import { clockKinds, clockOutcomes } from '#domain/matter/clocks.ts'
import { partOutcomes } from '#domain/matter/matter.ts'
import { id, instant } from './fields.ts'

/** What waits for a decision, with who asked for it. */
export const requestView = z.object({
  kind: z.enum(['hold', 'extend', 'void']),
  at: instant,
  byName: z.string().nullable(),
  why: z.string().nullable(),
  /** Days of a hold; how much the limit grows, in its measure. */
  amount: z.number().int().nullable(),
})

export const partView = z.object({
  unitId: id,
  unitName: z.string(),
  task: z.string(),
  askedAt: instant,
  outcome: z.enum(partOutcomes).nullable(),
  text: z.string().nullable(),
  answeredAt: instant.nullable(),
})

/** Another matter by its number, where the reader may see it. */
export const matterRef = z.object({ id, number: z.string(), title: z.string(), mayRead: z.boolean() })

export const clockView = z.object({
  id,
  kind: z.enum(clockKinds),
  unitName: z.string(),
  startedAt: instant,
  amount: z.number().int(),
  measure: z.enum(['minutes', 'workMinutes', 'days', 'workDays']),
  /** Whose practice or which rule the limit follows, as the profile's line says. */
  source: z.string().nullable(),
  /** In the clock's own measure. */
  extensions: z.array(z.number().int()),
  /** Spans in which it stood still; the last without an end while it still does. */
  pauses: z.array(z.object({ fromAt: instant, toAt: instant.nullable() })),
  /** What changes of the calendar did to its due time: when, and from what to what; the oldest first. */
  shifts: z.array(z.object({ at: instant, was: instant.nullable(), is: instant.nullable() })),
  warnAt: instant.nullable(),
  dueAt: instant.nullable(),
  stoppedAt: instant.nullable(),
  outcome: z.enum(clockOutcomes).nullable(),
  /** What is left or over, in the clock's own measure; null when it has stopped. */
  remaining: z
    .object({ late: z.boolean(), unit: z.enum(['minutes', 'workDays', 'days']), amount: z.number().int() })
    .nullable(),
})
