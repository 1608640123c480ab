import { z } from 'zod'
import { isCalendarDay } from '#domain/calendar/days.ts'
import { isUuidv7 } from '#domain/id.ts'
import { refusalCodes } from '#domain/refusal.ts'

/** A UUID version 7 made by the client. */
export const id = z.string().refine(isUuidv7, { error: 'uuid' })

const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** Control characters other than line breaks go, and so does half of a sign that was cut in two. */
const cleaned = z
  .string()
  .transform((s) => s.replace(unwanted, '').toWellFormed().replaceAll('\ufffd', '').trim())

/** A text a person wrote: cleaned and trimmed, at least one and at most `max` characters. */
export const text = (max: number) => cleaned.pipe(z.string().min(1).max(max))

/** The same, but it may be left out or empty. */
export const optionalText = (max: number) => cleaned.pipe(z.string().max(max)).optional()

/** A day of the calendar, 'YYYY-MM-DD'; a 30 February is none. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isCalendarDay, { error: 'day' })

/** An instant on the wire: ISO 8601 in UTC. */
export const instant = z.string()
export const districtId = z.coerce.number().int().min(1).max(999_999)

/** Full-width digits to half, spaces and dashes out: people paste telephone numbers in every shape. */
export const phone = z
  .string()
  .max(60)
  .transform((s) =>
    s
      .normalize('NFKC')
      .replace(/[\s\-—–()]/g, '')
      .replace(/^(\+|00)86/, ''),
  )
  .pipe(z.string().regex(/^\d{5,16}$/, { error: 'phone' }))

/** A refusal as part of an answer: what was not done, or may not be, and why. */
export const refusalShape = z.object({
  refused: z.enum(refusalCodes),
  field: z.string().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

export const page = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})

export const lngLat = {
  lng: z.number().min(-180).max(180).nullable(),
  lat: z.number().min(-90).max(90).nullable(),
}
