import { sql } from 'kysely'
import { dayOf } from '#domain/calendar/days.ts'
import { isInForce } from '#domain/duty/bound.ts'
import { type DutyLine, type Found, findLine } from '#domain/duty/line.ts'
import type { Tx } from '../db/scope.ts'
import type { DutyRow } from '../db/tables.gen.ts'
import { lineOf } from './rows.ts'

/** What the list says to a matter: the line that counts, or none, and whether the list of communities binds today. */
export type DutyOf = {
  found: (Found & { basis: string; areaId: string }) | undefined
  inForce: boolean
  /** The name of the category, for what is said of it. */
  category: string
}

/** Since when the list of communities binds, and the version of that; version 0 where nobody ever said. */
export async function readForce(
  tx: Tx,
  district: number,
): Promise<{ communityFrom: string | null; version: number }> {
  const { rows } = await sql<{ communityFrom: string | null; version: number }>`
    select community_from "communityFrom", version from duty_list where district_id = ${district}`.execute(tx)
  return rows[0] ?? { communityFrom: null, version: 0 }
}

/** The line that counts today for a category at a place; undefined where the category is not known yet. */
export async function findDuty(
  tx: Tx,
  district: number,
  about: { categoryCode: string | null; placePath: string },
  now: number,
): Promise<DutyOf | undefined> {
  const { categoryCode, placePath } = about
  if (categoryCode === null) return undefined
  const day = dayOf(now)
  const { rows: named } = await sql<{ classCode: string | null; name: string }>`
    select parent_code "classCode", name_zh name from category
    where district_id = ${district} and code = ${categoryCode}`.execute(tx)
  const [category] = named
  if (!category) return undefined
  const { classCode } = category
  const { rows } = await sql<DutyRow>`select * from duty where district_id = ${district}
    and category_code = any (${classCode === null ? [categoryCode] : [categoryCode, classCode]})
    and from_on <= ${day}::date and (to_on is null or to_on >= ${day}::date)`.execute(tx)
  const found = findLine(rows.map(lineOf), { categoryCode, classCode, placePath, day })
  const row = rows.find(({ id }) => id === found?.line.id)
  const { communityFrom } = await readForce(tx, district)
  return {
    found: found && row ? { ...found, basis: row.basis, areaId: row.area_id } : undefined,
    ...{ inForce: isInForce(communityFrom, day), category: category.name },
  }
}

/** The lines of some categories, or of all: those that have not ended by a day. */
export async function readLines(
  tx: Tx,
  district: number,
  day: string,
  codes: readonly string[] | null = null,
): Promise<DutyLine[]> {
  const { rows } = await sql<DutyRow>`select * from duty where district_id = ${district}
    and (${codes}::text[] is null or category_code = any (${codes}::text[]))
    and (to_on is null or to_on >= ${day}::date)
    order by category_code, area_path, from_on, id`.execute(tx)
  return rows.map(lineOf)
}
