import type { whistleRoutes } from '#contract/whistle.ts'
import type { Functions } from '../http/bind.ts'
import { blowWhistle } from './blow.ts'
import { getWhistleFigures } from './figures.ts'
import { getWhistleForm } from './form.ts'
import { moveWhistle } from './move.ts'
import { getWhistle, listMatterWhistles, listWhistles } from './read.ts'

export const whistleFunctions: Functions<typeof whistleRoutes> = {
  ...{ listWhistles, listMatterWhistles, getWhistleForm, getWhistle, getWhistleFigures },
  ...{ blowWhistle, moveWhistle },
}
