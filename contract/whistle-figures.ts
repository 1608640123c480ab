import { z } from 'zod'
import { id, instant } from './fields.ts'

/** How many, of how many. */
const share = z.object({ n: z.number().int(), of: z.number().int() })
const count = z.number().int()
const mark = z.object({ satisfied: count, basically: count, unsatisfied: count })

/** The indicators of a month for both sides; only of units with a case, and never in an order of merit. */
export const whistleFigures = z.object({
  month: z.string(),
  at: instant,
  blowers: z.array(
    z.object({
      ...{ unitId: id, unitName: z.string(), blown: count, lines: count },
      ...{ accurate: share, released: share, confirmed: share, misused: share, calledOff: share },
    }),
  ),
  units: z.array(
    z.object({
      ...{ unitId: id, unitName: z.string(), called: count },
      ...{ sign: share, contact: share, arrive: share, finish: share, finished: share, overruled: share },
      ...{ rated: share, ratings: z.object({ speed: mark, help: mark, result: mark }) },
    }),
  ),
})
export type WhistleFigures = z.output<typeof whistleFigures>
