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
import { editPerson, endAllPosts, revealPersonPhone } from './person-commands.ts'

export const orgFunctions: Functions<typeof orgRoutes> = {
  listPeople,
  getPerson,
  addPerson,
  editPerson,
  revealPersonPhone,
  givePost,
  endPost,
  endAllPosts,
  disableAccount,
  enableAccount,
  resetPassword,
}
