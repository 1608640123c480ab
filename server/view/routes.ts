import type { viewRoutes } from '#contract/view.ts'
import type { Functions } from '../http/bind.ts'
import { deleteView, orderViews, saveView } from './commands.ts'
import { listViews } from './queries.ts'

export const viewFunctions: Functions<typeof viewRoutes> = { listViews, saveView, deleteView, orderViews }
