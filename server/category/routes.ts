import type { categoryRoutes } from '#contract/category.ts'
import { classify } from '#domain/triage/classify.ts'
import type { Functions } from '../http/bind.ts'
import { exportCategories, importCategories } from './book.ts'
import { addCategory, closeCategory, editCategory, moveCategory } from './commands.ts'
import { listCategories, readCategories } from './queries.ts'
import { getTriageTable } from './table.ts'

export const categoryFunctions: Functions<typeof categoryRoutes> = {
  listCategories,
  readCategories,
  addCategory,
  editCategory,
  moveCategory,
  closeCategory,
  exportCategories,
  importCategories,
  tryWords: async ({ tx, actor, body, now }) =>
    classify(body.text, await getTriageTable(tx, actor.districtId, now)),
}
