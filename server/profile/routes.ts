import type { profileRoutes } from '#contract/profile.ts'
import type { Functions } from '../http/bind.ts'
import { dropDraft, publishProfile, saveDraft } from './commands.ts'
import { getProfilePage, listProfileVersions } from './queries.ts'
import { tryDraft } from './try-draft.ts'

export const profileFunctions: Functions<typeof profileRoutes> = {
  getProfilePage,
  saveDraft,
  dropDraft,
  tryDraft,
  publishProfile,
  listProfileVersions,
}
