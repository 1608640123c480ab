import type { aidRoutes } from '#contract/aid.ts'
import type { aidKindRoutes } from '#contract/aid-kind.ts'
import type { Functions } from '../http/bind.ts'
import { getAidFigures } from './figures.ts'
import { getAidForm } from './form.ts'
import { listAidKinds, saveAidKind } from './kinds.ts'
import { moveAid } from './move.ts'
import { postAid } from './post.ts'
import { getAid, listAids, listMatterAids } from './read.ts'

export const aidFunctions: Functions<typeof aidRoutes> = {
  ...{ listAids, listMatterAids, getAidForm, getAid, getAidFigures, postAid, moveAid },
}

export const aidKindFunctions: Functions<typeof aidKindRoutes> = { listAidKinds, saveAidKind }
