import type { auditRoutes } from '#contract/audit.ts'
import type { factorRoutes } from '#contract/factor.ts'
import type { sessionRoutes } from '#contract/session.ts'
import type { Functions } from '../http/bind.ts'
import { listAudit, listAudited } from './audit-queries.ts'
import {
  addPasskey,
  askNewPasskey,
  beginTotp,
  confirmTotp,
  getFactors,
  removePasskey,
  removeTotp,
  renamePasskey,
  renewCodes,
} from './factor-commands.ts'
import { askPasskey, changePassword, prove, signInByPasskey } from './proof-commands.ts'
import { getPolicy, listSecured, publishPolicy, resetFactors } from './security-commands.ts'
import {
  endSession,
  getMe,
  giveFactor,
  listSessions,
  signIn,
  signOut,
  signOutEverywhere,
} from './session-commands.ts'

export const sessionFunctions: Omit<Functions<typeof sessionRoutes>, 'live'> = {
  signIn,
  giveFactor,
  askPasskey,
  signInByPasskey,
  prove,
  getMe,
  signOut,
  listSessions,
  signOutEverywhere,
  endSession,
  changePassword,
}

export const factorFunctions: Functions<typeof factorRoutes> = {
  getFactors,
  beginTotp,
  confirmTotp,
  removeTotp,
  renewCodes,
  askNewPasskey,
  addPasskey,
  renamePasskey,
  removePasskey,
  getPolicy,
  publishPolicy,
  listSecured,
  resetFactors,
}

export const auditFunctions: Functions<typeof auditRoutes> = { listAudit, listAudited }
