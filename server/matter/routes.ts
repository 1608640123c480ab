import { sql } from 'kysely'
import type { matterRoutes } from '#contract/matter.ts'
import type { Kind } from '#domain/matter/matter.ts'
import { receiveMatter } from '../desk/register.ts'
import { readFile, uploadFile } from '../files/routes.ts'
import type { Call, Functions } from '../http/bind.ts'
import { listPlaceUnits } from '../org/queries.ts'
import { move } from './commands.ts'
import { countMatters, listMatters } from './lists.ts'
import { getMatter, revealContact } from './page.ts'
import { listTargets } from './targets.ts'

async function listCategories({ tx, actor }: Call<typeof matterRoutes.listCategories>) {
  type Row = { code: string; parentCode: string | null; nameZh: string; nameEn: string; kind: Kind | null }
  const { rows } =
    await sql<Row>`select code, parent_code "parentCode", name_zh "nameZh", name_en "nameEn", kind
    from category where district_id = ${actor.districtId} and valid_to is null order by code`.execute(tx)
  return { rows }
}

export const matterFunctions: Functions<typeof matterRoutes> = {
  listMatters,
  countMatters,
  getMatter,
  receiveMatter,
  moveMatter: ({ tx, actor, params, body, now }) => move(tx, actor, { ...body, matterId: params.id }, now),
  listTargets,
  revealContact,
  readFile,
  uploadFile,
  listCategories,
  listPlaceUnits,
}
