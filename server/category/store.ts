import { sql } from 'kysely'
import type { Tx } from '../db/scope.ts'
import type { CategoryRow } from '../db/tables.gen.ts'

export type CategoryFacts = Pick<
  CategoryRow,
  | 'name_zh'
  | 'name_en'
  | 'kind'
  | 'mediable'
  | 'sure'
  | 'likely'
  | 'hint'
  | 'governance_code'
  | 'old_code'
  | 'justice_line'
>

/** A new category as the last of its class. Out: whether the code was free. */
export async function insertCategory(
  tx: Tx,
  district: number,
  key: { code: string; parentCode: string | null },
  f: CategoryFacts,
): Promise<boolean> {
  const { rows } =
    await sql`insert into category (district_id, code, parent_code, name_zh, name_en, kind, mediable, sure, likely, hint,
      governance_code, old_code, justice_line, position)
    select ${district}, ${key.code}, ${key.parentCode}, ${f.name_zh}, ${f.name_en}, ${f.kind}, ${f.mediable}, ${f.sure},
      ${f.likely}, ${f.hint}, ${f.governance_code}, ${f.old_code}, ${f.justice_line}, coalesce(max(position), 0) + 1
    from category where district_id = ${district}
    on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

export async function writeCategory(tx: Tx, district: number, code: string, f: CategoryFacts): Promise<void> {
  await sql`update category set name_zh = ${f.name_zh}, name_en = ${f.name_en}, kind = ${f.kind}, mediable = ${f.mediable},
      sure = ${f.sure}, likely = ${f.likely}, hint = ${f.hint}, governance_code = ${f.governance_code},
      old_code = ${f.old_code}, justice_line = ${f.justice_line}, version = version + 1
    where district_id = ${district} and code = ${code}`.execute(tx)
}

/** Gives one category the place of another, and the other way round. */
export async function swapPlaces(tx: Tx, district: number, one: string, other: string): Promise<void> {
  await sql`update category c set position = o.position, version = c.version + 1 from category o
    where c.district_id = ${district} and o.district_id = ${district}
      and ((c.code = ${one} and o.code = ${other}) or (c.code = ${other} and o.code = ${one}))`.execute(tx)
}

/** Ends a category, and with it those of its members that would last longer; or lets it go on without an end. */
export async function writeLastDay(
  tx: Tx,
  district: number,
  code: string,
  lastOn: string | null,
): Promise<void> {
  await sql`update category set valid_to = ${lastOn}::date, version = version + 1
    where district_id = ${district} and (code = ${code}
      or (parent_code = ${code} and ${lastOn}::date is not null and coalesce(valid_to > ${lastOn}::date, true)))`.execute(
    tx,
  )
}
