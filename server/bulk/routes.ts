import type { bulkRoutes } from '#contract/bulk.ts'
import type { Functions } from '../http/bind.ts'
import { previewBulk, resumeBulk, startBulk } from './commands.ts'
import { getBulk, listBulk } from './queries.ts'

export const bulkFunctions: Functions<typeof bulkRoutes> = {
  previewBulk,
  startBulk,
  getBulk,
  resumeBulk,
  listBulk,
}
