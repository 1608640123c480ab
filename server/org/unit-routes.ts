import type { unitRoutes } from '#contract/unit.ts'
import type { Functions } from '../http/bind.ts'
import { addPlace, closePlace, editPlace } from './place-commands.ts'
import { addUnit, closeUnit, editUnit, reopenUnit } from './unit-commands.ts'
import { getUnit, listUnits } from './unit-queries.ts'

export const unitFunctions: Functions<typeof unitRoutes> = {
  listUnits,
  getUnit,
  addUnit,
  editUnit,
  closeUnit,
  reopenUnit,
  addPlace,
  editPlace,
  closePlace,
}
