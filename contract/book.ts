import { z } from 'zod'
import { id, refusalShape } from './fields.ts'

/** A workbook taken in; without `apply` it is only said what would be done. */
export const bookQuery = z.object({
  commandId: id,
  name: z.string().max(200).default(''),
  apply: z.enum(['0', '1']).default('0'),
})
export const bookBytes = 5 * 1024 * 1024

export const bookResult = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  badCount: z.number().int(),
  /** The first of the rows that could not be taken. */
  bad: z.array(
    z.object({
      rowNumber: z.number().int(),
      cells: z.record(z.string(), z.string()),
      problem: refusalShape,
    }),
  ),
  /** All of them as a workbook with the reasons, in base64. */
  badBook: z.string().nullable(),
})
