import type { absenceRoutes } from '#contract/absence.ts'
import type { Functions } from '../http/bind.ts'
import { endAbsence, setAbsence } from './absence-commands.ts'
import { listAbsencePeople, listAbsences, listSubstitutes } from './absence-queries.ts'

export const absenceFunctions: Functions<typeof absenceRoutes> = {
  listAbsences,
  listAbsencePeople,
  listSubstitutes,
  setAbsence,
  endAbsence,
}
