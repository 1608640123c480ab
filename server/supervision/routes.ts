import type { closureSampleRoutes } from '#contract/closure-sample.ts'
import type { supervisionRoutes } from '#contract/supervision.ts'
import type { Functions } from '../http/bind.ts'
import { getSupervisionBoard, listStuck } from './board.ts'
import { checkClosure, listSampleLines } from './checking.ts'
import { giveInstrument, stepInstrument } from './commands.ts'
import { drawClosureSample } from './drawing.ts'
import { decideFinding, listFindings, lookForFindings } from './findings.ts'
import { getMatterSupervision } from './matter.ts'
import { drawInstrument } from './papers.ts'
import { getInstrument, listInstruments } from './queries.ts'
import { getClosureSample, listClosureSamples } from './samples.ts'

export const supervisionFunctions: Functions<typeof supervisionRoutes> = {
  ...{ getSupervisionBoard, listStuck, listInstruments, getInstrument, giveInstrument, stepInstrument },
  ...{ drawInstrument, getMatterSupervision, listFindings, lookForFindings, decideFinding },
}

export const closureSampleFunctions: Functions<typeof closureSampleRoutes> = {
  ...{ listClosureSamples, drawClosureSample, getClosureSample, listSampleLines, checkClosure },
}
