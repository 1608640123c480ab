import { z } from 'zod'
import { id, instant } from './fields.ts'

const share = z.object({ n: z.number().int(), of: z.number().int() })
const count = z.number().int()
const mark = z.object({ satisfied: count, basically: count, unsatisfied: count })

/** The figures of a month for both sides; only of units and teams with a case, and never in an order of merit. */
export const aidFigures = z.object({
  month: z.string(),
  at: instant,
  orderers: z.array(
    z.object({
      ...{ unitId: id, unitName: z.string(), posted: count },
      ...{ dispatched: share, helped: share, declined: share, withdrawn: share, confirmed: share },
    }),
  ),
  asked: z.array(
    z.object({
      ...{ id, name: z.string(), isTeam: z.boolean(), asked: count },
      ...{ accept: share, plan: share, finish: share, refused: share, confirmed: share, rated: share },
      ratings: z.object({ speed: mark, result: mark }),
    }),
  ),
})
export type AidFigures = z.output<typeof aidFigures>
