import { z } from 'zod'
import { kinds, urgencies } from '#domain/matter/matter.ts'
import { justiceLines } from '#domain/triage/category.ts'
import { bookBytes, bookQuery, bookResult } from './book.ts'
import { day, id, optionalText, text } from './fields.ts'
import type { Route } from './route.ts'

const code = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[0-9A-Z]{2,8}$/, { error: 'code' })
const known = z.object({ code: z.string() })
const line = optionalText(2000).transform((typed) => typed ?? '')

const outerCode = z
  .string()
  .trim()
  .max(12)
  .nullable()
  .transform((typed) => typed || null)

/** What an administrator writes of a category; its code and the class it belongs to never change. */
const facts = {
  nameZh: text(40),
  nameEn: text(80),
  kind: z.enum(kinds).nullable(),
  mediable: z.boolean(),
  sure: line,
  likely: line,
  hint: line,
  governanceCode: outerCode,
  oldCode: outerCode,
  justiceLine: z.enum(justiceLines).nullable(),
}

/** A new category; its code and its class never change afterwards. */
export const categoryBody = z.object({ code, parentCode: z.string().nullable(), ...facts })

const row = z.object({
  code: z.string(),
  parentCode: z.string().nullable(),
  nameZh: z.string(),
  nameEn: z.string(),
  kind: z.enum(kinds).nullable(),
  /** No longer offered; matters that have it keep it. */
  isClosed: z.boolean(),
})

const fullRow = row.extend({
  mediable: z.boolean(),
  sure: z.string(),
  likely: z.string(),
  hint: z.string(),
  governanceCode: z.string().nullable(),
  oldCode: z.string().nullable(),
  justiceLine: z.string().nullable(),
  /** The last day on which it is offered. */
  lastOn: day.nullable(),
  version: z.number().int(),
})
export type CategoryView = z.output<typeof fullRow>

const edit = { session: 'staff', needs: 'rules.edit', params: known, answer: fullRow } as const
const seen = { commandId: id, version: z.number().int().min(1) }

export const categoryRoutes = {
  /** Every category that was ever offered, in the district's order, for pickers and names. */
  listCategories: {
    method: 'GET',
    path: '/api/categories',
    session: 'staff',
    answer: z.object({ rows: z.array(row) }),
  },
  /** The same with all that an administrator keeps of it. */
  readCategories: {
    method: 'GET',
    path: '/api/categories/whole',
    session: 'staff',
    answer: z.object({ rows: z.array(fullRow) }),
  },
  addCategory: {
    method: 'POST',
    path: '/api/categories',
    session: 'staff',
    needs: 'rules.edit',
    body: categoryBody.extend({ commandId: id }),
    answer: fullRow,
  },
  editCategory: {
    method: 'PUT',
    path: '/api/categories/:code',
    ...edit,
    body: z.object({ ...seen, ...facts }),
  },
  /** Past its neighbour among those of the same class. */
  moveCategory: {
    method: 'POST',
    path: '/api/categories/:code/move',
    ...edit,
    body: z.object({ commandId: id, to: z.enum(['up', 'down']) }),
  },
  /** `lastOn` null: offered again. A class takes its members along. */
  closeCategory: {
    method: 'POST',
    path: '/api/categories/:code/close',
    ...edit,
    body: z.object({ ...seen, lastOn: day.nullable() }),
  },
  exportCategories: {
    method: 'GET',
    path: '/api/categories/book',
    session: 'staff',
    needs: 'rules.edit',
    raw: true,
  },
  importCategories: {
    method: 'PUT',
    path: '/api/categories/book',
    session: 'staff',
    needs: 'rules.edit',
    query: bookQuery,
    file: { maxBytes: bookBytes },
    answer: bookResult,
  },
  /** What would be proposed for a sentence, and because of which words. Nothing is kept. */
  tryWords: {
    method: 'POST',
    path: '/api/categories/try',
    session: 'staff',
    body: z.object({ text: text(3000) }),
    answer: z.object({
      categoryCode: z.string().nullable(),
      kind: z.enum(kinds).nullable(),
      urgency: z.enum(urgencies).nullable(),
      because: z.array(z.string()),
    }),
  },
} as const satisfies Record<string, Route>
