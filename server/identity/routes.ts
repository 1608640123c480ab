import type { identityRoutes } from '#contract/identity.ts'
import type { Functions } from '../http/bind.ts'
import { removeIdentity } from '../org/security-commands.ts'
import {
  askIdentity,
  askProvider,
  getIdentity,
  linkIdentity,
  signInByProvider,
  unlinkIdentity,
} from './commands.ts'

export const identityFunctions: Functions<typeof identityRoutes> = {
  askProvider,
  signInByProvider,
  getIdentity,
  askIdentity,
  linkIdentity,
  unlinkIdentity,
  removeIdentity,
}
