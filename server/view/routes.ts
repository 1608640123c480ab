import type { viewRoutes } from '#contract/view.ts'
import type { Functions } from '../http/bind.ts'
import { deleteView, orderViews, saveListLook, saveView } from './commands.ts'
import { listViews } from './queries.ts'

export const viewFunctions: Functions<typeof viewRoutes> = {
  listViews,
  saveView,
  deleteView,
  saveListLook,
  orderViews,
}
