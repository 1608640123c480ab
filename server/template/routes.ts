import type { templateRoutes } from '#contract/template.ts'
import type { Functions } from '../http/bind.ts'
import { exportTemplates, importTemplates } from './book.ts'
import { addTemplate, closeTemplate, editTemplate } from './commands.ts'
import { listFitting, listTemplates } from './queries.ts'

export const templateFunctions: Functions<typeof templateRoutes> = {
  listTemplates,
  addTemplate,
  editTemplate,
  closeTemplate,
  listFitting,
  exportTemplates,
  importTemplates,
}
