import type { matterRoutes } from '#contract/matter.ts'
import { receiveMatter } from '../desk/register.ts'
import { readFile, uploadFile } from '../files/routes.ts'
import type { Functions } from '../http/bind.ts'
import { listPlaceUnits } from '../org/queries.ts'
import { move } from './commands.ts'
import { listHandlers } from './handlers.ts'
import { countList, countMatters, listMatters } from './lists.ts'
import { getMatter, revealContact } from './page.ts'
import { listTargets } from './targets.ts'

export const matterFunctions: Functions<typeof matterRoutes> = {
  listMatters,
  countList,
  countMatters,
  getMatter,
  receiveMatter,
  moveMatter: ({ tx, actor, params, body, now }) => move(tx, actor, { ...body, matterId: params.id }, now),
  listTargets,
  listHandlers,
  revealContact,
  readFile,
  uploadFile,
  listPlaceUnits,
}
