import type { orgRoutes } from '#contract/org.ts'
import type { Functions } from '../http/bind.ts'
import {
  addPerson,
  disableAccount,
  enableAccount,
  endPost,
  givePost,
  resetPassword,
} from './admin-commands.ts'
import { getPerson, listPeople } from './admin-queries.ts'

export const orgFunctions: Functions<typeof orgRoutes> = {
  listPeople,
  getPerson,
  addPerson,
  givePost,
  endPost,
  disableAccount,
  enableAccount,
  resetPassword,
}
