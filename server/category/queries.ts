import { sql } from 'kysely'
import type { CategoryView, categoryRoutes } from '#contract/category.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'

/** Every category of a district, a class before its members, in the order the district gave them. */
export async function listAll(tx: Tx, district: number, now: number): Promise<CategoryView[]> {
  const { rows } = await sql<CategoryView>`
    select c.code, c.parent_code "parentCode", c.name_zh "nameZh", c.name_en "nameEn", c.kind, c.mediable,
      c.sure, c.likely, c.hint, c.governance_code "governanceCode", c.old_code "oldCode", c.justice_line "justiceLine",
      c.valid_to "lastOn", coalesce(c.valid_to < ${dayOf(now)}::date, false) "isClosed", c.version
    from category c left join category p on p.district_id = c.district_id and p.code = c.parent_code
    where c.district_id = ${district}
    order by coalesce(p.position, c.position), coalesce(p.code, c.code), c.parent_code nulls first, c.position, c.code`.execute(
    tx,
  )
  return rows
}

export async function listCategories({ tx, actor, now }: Call<typeof categoryRoutes.listCategories>) {
  return { rows: await listAll(tx, actor.districtId, now) }
}

export async function readCategories({ tx, actor, now }: Call<typeof categoryRoutes.readCategories>) {
  return { rows: await listAll(tx, actor.districtId, now) }
}

/** Why a category may not be given to a matter now. Refusals: `badInput` (no such code), `closedCategory` (facts: its name). */
export async function whyNotCategory(
  tx: Tx,
  district: number,
  code: string,
  now: number,
): Promise<Refusal | undefined> {
  const { rows } = await sql<{ name: string; isClosed: boolean }>`
    select name_zh name, coalesce(valid_to < ${dayOf(now)}::date, false) "isClosed" from category
    where district_id = ${district} and code = ${code}`.execute(tx)
  const [row] = rows
  if (!row) return refuse('badInput', { field: 'categoryCode', hint: code }, 'categoryCode')
  return row.isClosed ? refuse('closedCategory', { category: row.name }, 'categoryCode') : undefined
}
