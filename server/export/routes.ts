import type { exportRoutes } from '#contract/export.ts'
import type { Functions } from '../http/bind.ts'
import { downloadExport, resumeExport, startExport } from './commands.ts'
import { getExport, listExports } from './queries.ts'

export const exportFunctions: Functions<typeof exportRoutes> = {
  startExport,
  listExports,
  getExport,
  resumeExport,
  downloadExport,
}
