import type { petitionRoutes } from '#contract/petition.ts'
import type { Functions } from '../http/bind.ts'
import { getPetitionFigures, listPetitions } from './lists.ts'
import { drawPetitionPaper } from './papers.ts'
import { getMatterPetition } from './read.ts'

export const petitionFunctions: Functions<typeof petitionRoutes> = {
  ...{ getMatterPetition, listPetitions, getPetitionFigures, drawPetitionPaper },
}
