import type { intakeRoutes } from '#contract/intake.ts'
import type { Functions } from '../http/bind.ts'
import { badRows } from './bad-rows-file.ts'
import { startImport, stopImport, uploadImport } from './commands.ts'
import { previewImport } from './preview.ts'
import { getImport, listImports } from './queries.ts'
import { replies } from './reply-file.ts'

export const intakeFunctions: Functions<typeof intakeRoutes> = {
  uploadImport,
  previewImport,
  startImport,
  stopImport,
  getImport,
  listImports,
  badRows,
  replies,
}
