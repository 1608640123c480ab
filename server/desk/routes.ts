import type { deskRoutes } from '#contract/desk.ts'
import type { Functions } from '../http/bind.ts'
import { joinVoice } from './join-voice.ts'
import { listLikely } from './likely.ts'
import { findSaid, listElsewhere } from './said.ts'
import { findSimilar, listSimilar } from './similar.ts'
import { printSlip } from './slip.ts'

export const deskFunctions: Functions<typeof deskRoutes> = {
  findSimilar,
  listSimilar,
  listLikely,
  findSaid,
  listElsewhere,
  joinVoice,
  printSlip,
}
