import type { evaluationRoutes } from '#contract/evaluation.ts'
import type { exclusionRoutes } from '#contract/exclusion.ts'
import type { Functions } from '../http/bind.ts'
import { listDifferences } from './differences.ts'
import { askExclusion, prepareExclusion, stepExclusion } from './exclusion-commands.ts'
import { getExclusion, listExclusions, readExclusionFile } from './exclusions.ts'
import { getEvaluation, listEvaluationUnits, listFrozenMonths } from './figures.ts'
import { freezeMonth } from './freeze.ts'
import { listEvaluationLines } from './list.ts'
import { getPanel, setPanel } from './panel.ts'
import { exportEvaluation } from './sheet.ts'

export const evaluationFunctions: Functions<typeof evaluationRoutes> = {
  ...{ getEvaluation, listEvaluationUnits, listEvaluationLines, exportEvaluation },
  ...{ listFrozenMonths, freezeMonth, listDifferences },
}

export const exclusionFunctions: Functions<typeof exclusionRoutes> = {
  ...{ listExclusions, getExclusion, prepareExclusion, askExclusion, stepExclusion },
  ...{ readExclusionFile, getPanel, setPanel },
}
