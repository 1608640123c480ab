import type { mediationRoutes } from '#contract/mediation.ts'
import type { mediationFigureRoutes } from '#contract/mediation-figures.ts'
import type { mediatorRoutes } from '#contract/mediator.ts'
import type { proofRoutes } from '#contract/proof.ts'
import type { roomRoutes } from '#contract/room.ts'
import type { subsidyRoutes } from '#contract/subsidy.ts'
import type { Functions } from '../http/bind.ts'
import { callByLink, callRoom } from './call.ts'
import { listDrafts, listPartyDrafts } from './drafts.ts'
import { getMediationFigures, listCountedMediations, listFigureUnits } from './figures.ts'
import { exportMediationFigures } from './figures-file.ts'
import { makePartyLink, openPartyLink, takePartyStep } from './link.ts'
import { getMediation, listMatterMediations, listMediations, listSlots } from './pages.ts'
import { drawMediationPaper, listMediationPapers } from './papers.ts'
import { getMediatorProfile, listPublicMediators, saveMediatorProfile } from './profiles.ts'
import { checkPaper } from './proofs.ts'
import { getRoom, openPartyRoom, readPartyFile, readRoomFile, sayByLink, sayInRoom } from './room.ts'
import {
  checkSubsidy,
  decideSubsidy,
  drawSubsidy,
  editSubsidyLine,
  redrawSubsidy,
} from './subsidy-commands.ts'
import { exportSubsidy } from './subsidy-file.ts'
import { getSubsidy, listSubsidies, listSubsidyChanges, listSubsidyLines } from './subsidy-queries.ts'

export const mediationFunctions: Functions<typeof mediationRoutes> = {
  listMediations,
  listMatterMediations,
  getMediation,
  listMediationPapers,
  drawMediationPaper,
  listSlots,
  makePartyLink,
  openPartyLink,
  takePartyStep,
}

export const mediationFigureFunctions: Functions<typeof mediationFigureRoutes> = {
  getMediationFigures,
  listFigureUnits,
  listCountedMediations,
  exportMediationFigures,
}

export const subsidyFunctions: Functions<typeof subsidyRoutes> = {
  ...{ listSubsidies, drawSubsidy, getSubsidy, listSubsidyLines, listSubsidyChanges },
  ...{ editSubsidyLine, redrawSubsidy, checkSubsidy, decideSubsidy, exportSubsidy },
}

export const mediatorFunctions: Functions<typeof mediatorRoutes> = {
  getMediatorProfile,
  saveMediatorProfile,
  listPublicMediators,
}

export const proofFunctions: Functions<typeof proofRoutes> = { checkPaper }
export const roomFunctions: Functions<typeof roomRoutes> = {
  getRoom,
  sayInRoom,
  readRoomFile,
  listDrafts,
  callRoom,
  callByLink,
  openPartyRoom,
  sayByLink,
  readPartyFile,
  listPartyDrafts,
}
