import type { rosterRoutes } from '#contract/roster.ts'
import type { Functions } from '../http/bind.ts'
import { startRoster, uploadRoster } from './commands.ts'
import { rosterBadRows, rosterExport, rosterTemplate, takePasswords } from './files.ts'
import { previewRoster } from './preview.ts'
import { getRoster, listRosters } from './queries.ts'

export const rosterFunctions: Functions<typeof rosterRoutes> = {
  uploadRoster,
  previewRoster,
  startRoster,
  getRoster,
  listRosters,
  rosterBadRows,
  takePasswords,
  rosterTemplate,
  rosterExport,
}
