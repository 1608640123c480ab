import { z } from 'zod'
import { finishOutcomes, marks, rulings } from '#domain/whistle/whistle.ts'
import { day, id, optionalText, text } from './fields.ts'

const reason = { reason: text(500) }
const note = { note: optionalText(500) }
const mark = z.enum(marks)

const command = { commandId: id }
const ofLine = { ...command, lineId: id }

/** A step of a whistle, or of one called department, with what is handed in. */
export const whistleMove = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('second'), ...command, ...note }),
  z.object({ verb: z.literal('decline'), ...command, ...reason }),
  z.object({ verb: z.literal('sign'), ...ofLine, ...note }),
  /** With whom of the street it was spoken (Yixing: one of the four elements of an answer). */
  z.object({ verb: z.literal('contact'), ...ofLine, withWhom: text(60), ...note }),
  /** The record on site: who came, what was found; where, only if somebody wants to say so, and never a photo. */
  z.object({
    ...{ verb: z.literal('arrive'), ...ofLine },
    ...{ who: text(100), found: text(1000), place: optionalText(200) },
  }),
  z.object({ verb: z.literal('plan'), ...ofLine, what: text(1000), until: day }),
  z.object({ verb: z.literal('finish'), ...ofLine, outcome: z.enum(finishOutcomes), result: text(1000) }),
  z.object({ verb: z.literal('object'), ...ofLine, ...reason }),
  z.object({
    ...{ verb: z.literal('rule'), ...ofLine, ruling: z.enum(rulings), ...reason },
    /** `other`: whose it is. */
    unitId: id.optional(),
  }),
  z.object({ verb: z.literal('confirm'), ...ofLine, ...note }),
  z.object({ verb: z.literal('sendBack'), ...ofLine, ...reason }),
  z.object({
    ...{ verb: z.literal('rate'), ...ofLine, speed: mark, help: mark, result: mark },
    /** Asked for where something was not good. */
    reason: optionalText(500),
  }),
  z.object({ verb: z.literal('rateBack'), ...ofLine, accurate: z.boolean(), reason: optionalText(500) }),
  z.object({ verb: z.literal('upgrade'), ...command, ...reason }),
  z.object({ verb: z.literal('callOff'), ...command, ...reason }),
  z.object({ verb: z.literal('misuse'), ...command, ...reason }),
])
export type WhistleMove = z.output<typeof whistleMove>
export type WhistleMoveGiven = z.input<typeof whistleMove>
