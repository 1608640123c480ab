import type { publicRoutes } from '#contract/public.ts'
import { uploadPublicFile } from '../files/routes.ts'
import type { Functions } from '../http/bind.ts'
import { moveTracked, sendAppeal } from './commands.ts'
import { findPlace, track, trackFile } from './queries.ts'

export const publicFunctions: Functions<typeof publicRoutes> = {
  findPlace,
  sendAppeal,
  uploadPublicFile,
  track,
  trackFile,
  moveTracked,
}
