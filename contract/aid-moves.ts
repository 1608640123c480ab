import { z } from 'zod'
import { mostAsked } from '#domain/aid/limits.ts'
import { marks } from '#domain/whistle/whistle.ts'
import { day, id, optionalText, text } from './fields.ts'

const command = { commandId: id }
const ofLine = { ...command, lineId: id }
const reason = { reason: text(500) }
const note = { note: optionalText(500) }
const mark = z.enum(marks)

/** A unit or a project team. */
export const aidTarget = z.discriminatedUnion('is', [
  z.object({ is: z.literal('unit'), id }),
  z.object({ is: z.literal('team'), id }),
])
export type AidTargetGiven = z.output<typeof aidTarget>

/** What is ordered, as it is written when it is posted and when it is posted again. */
export const aidNeed = {
  need: text(1000),
  place: optionalText(200),
  /** By which day, and how many people. */
  neededBy: day.nullable(),
  people: z.number().int().min(1).max(1000).nullable(),
}

/** A step of an order for help, or of one of those who were asked, with what is handed in. */
export const aidMove = z.discriminatedUnion('verb', [
  z.object({
    ...{ verb: z.literal('dispatch'), ...command, ...note },
    targets: z.array(aidTarget).min(1).max(mostAsked),
  }),
  z.object({ verb: z.literal('back'), ...command, ...reason }),
  /** A refusal names the remedy: who else can help. */
  z.object({ verb: z.literal('decline'), ...command, ...reason, remedy: text(500) }),
  z.object({ verb: z.literal('passUp'), ...command, ...reason }),
  z.object({ verb: z.literal('again'), ...command, ...aidNeed }),
  z.object({ verb: z.literal('withdraw'), ...command, ...reason }),
  z.object({ verb: z.literal('accept'), ...ofLine, ...note }),
  z.object({ verb: z.literal('refuse'), ...ofLine, ...reason }),
  z.object({ verb: z.literal('plan'), ...ofLine, on: day, who: text(200), what: text(1000) }),
  z.object({ verb: z.literal('finish'), ...ofLine, done: text(1000) }),
  z.object({
    ...{ verb: z.literal('confirm'), ...ofLine, speed: mark, result: mark },
    /** Asked for where something was not good. */
    reason: optionalText(500),
  }),
  z.object({ verb: z.literal('notDone'), ...ofLine, ...reason }),
  z.object({ verb: z.literal('handOver'), ...ofLine, to: aidTarget, ...reason }),
  z.object({ verb: z.literal('takeBack'), ...ofLine, ...reason }),
])
export type AidMove = z.output<typeof aidMove>
export type AidMoveGiven = z.input<typeof aidMove>
