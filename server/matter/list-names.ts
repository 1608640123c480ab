import { sql } from 'kysely'
import type { ConditionNames, ListQuery } from '#contract/list.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import type { Tx } from '../db/scope.ts'
import { findUnit } from '../org/queries.ts'

/** What a list needs to know of its conditions beyond their ids. */
export type Named = {
  names: ConditionNames
  /** The category with everything below it. */
  codes: readonly string[]
  placePath: string | null
  handlerId: string | null
}

type Code = { code: string; name_zh: string; name_en: string; valid_to: string | null }

/** The category and its branch, deleted ones too: what was sorted by them is still there. */
async function listBranch(tx: Tx, district: number, code: string): Promise<Code[]> {
  const { rows } = await sql<Code>`with recursive branch as (
      select code, name_zh, name_en, valid_to, 0 depth from category where district_id = ${district} and code = ${code}
      union all
      select c.code, c.name_zh, c.name_en, c.valid_to, b.depth + 1 from category c join branch b on c.parent_code = b.code
      where c.district_id = ${district})
    select code, name_zh, name_en, valid_to from branch order by depth, code`.execute(tx)
  return rows
}

async function findHandler(tx: Tx, district: number, accountId: string) {
  const { rows } = await sql<{ name: string; is_gone: boolean }>`
    select p.name, a.disabled_at is not null is_gone from account a
    join person p on p.district_id = a.district_id and p.id = a.person_id
    where a.district_id = ${district} and a.id = ${accountId}`.execute(tx)
  return rows[0] ? { name: rows[0].name, isGone: rows[0].is_gone } : { name: '', isGone: true }
}

/**
 * Looks up what the conditions of a list name. What is not there any more is told, never dropped: a list without one of its
 * conditions would show what nobody asked for.
 */
export async function nameConditions(
  tx: Tx,
  actor: StaffActor,
  query: Pick<ListQuery, 'category' | 'place' | 'holder' | 'handler'>,
  now: number,
): Promise<Named> {
  const district = actor.districtId
  const names: ConditionNames = {}
  const named: Named = { names, codes: [], placePath: null, handlerId: null }
  if (query.category) {
    const rows = await listBranch(tx, district, query.category)
    const [top] = rows
    names.category = {
      nameZh: top?.name_zh ?? query.category,
      nameEn: top?.name_en ?? query.category,
      isGone: !top || (top.valid_to !== null && top.valid_to < dayOf(now)),
    }
    named.codes = rows.map((row) => row.code)
  }
  for (const field of ['place', 'holder'] as const) {
    const id = query[field]
    if (id === undefined) continue
    const unit = await findUnit(tx, district, id, now)
    names[field] = { name: unit?.name ?? '', isGone: unit?.isClosed ?? true }
    if (field === 'place') named.placePath = unit?.path ?? null
  }
  if (query.handler) {
    named.handlerId = query.handler === 'me' ? actor.accountId : query.handler
    if (query.handler !== 'me') names.handler = await findHandler(tx, district, query.handler)
  }
  return named
}
