import { z } from 'zod'
import { relations } from '#domain/intake/hand-over.ts'
import { clockKinds } from '#domain/matter/clocks.ts'
import { id, instant } from './fields.ts'

/** What is handed to a person on paper. The code is null for who may not see who said it. */
export const slip = z.object({
  matterId: id,
  appealId: id,
  number: z.string(),
  queryCode: z.string().nullable(),
  placeText: z.string(),
  registeredAt: instant,
  /** The unit at whose desk it was registered. */
  unitName: z.string(),
  /** Who has it now. */
  holderName: z.string(),
  /** The first thing the person may expect, and by when. */
  expect: z.object({ kind: z.enum(clockKinds), dueAt: instant }).nullable(),
  onBehalf: z.enum(relations).nullable(),
  /** Whether the voice was added to a matter that was here before. */
  isJoined: z.boolean(),
})
export type SlipView = z.output<typeof slip>

/** What registering answers: the number for everybody, the code for the person, the slip for the printer. */
export const registered = z.object({ id, number: z.string(), queryCode: z.string(), slip })
