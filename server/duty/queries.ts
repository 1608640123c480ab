import { type RawBuilder, sql } from 'kysely'
import type { dutyRoutes, DutyRow as RowView } from '#contract/duty.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { isInForce } from '#domain/duty/bound.ts'
import { refuse } from '#domain/refusal.ts'
import { anywhere } from '../db/like.ts'
import type { Tx } from '../db/scope.ts'
import type { DutyRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { findUnit } from '../org/queries.ts'
import { readForce } from './find.ts'
import { namedSides, readUnits, refOf } from './names.ts'
import { lineOf } from './rows.ts'

export type Listed = DutyRow & { name_zh: string; name_en: string; is_class: boolean; is_closed: boolean }

/** The rows of the list that fit, in the order of their key. */
export async function selectDuties(
  tx: Tx,
  district: number,
  now: number,
  where: RawBuilder<unknown>,
  limit: number,
): Promise<Listed[]> {
  const { rows } = await sql<Listed>`select d.*, c.name_zh, c.name_en, c.parent_code is null is_class,
      coalesce(c.valid_to < ${dayOf(now)}::date, false) is_closed
    from duty d join category c on c.district_id = d.district_id and c.code = d.category_code
    where d.district_id = ${district} and ${where}
    order by d.category_code, d.area_path, d.from_on, d.id limit ${limit}`.execute(tx)
  return rows
}

/** Rows as they are shown, with everything by its name. */
export async function viewsOf(
  tx: Tx,
  district: number,
  rows: readonly Listed[],
  now: number,
): Promise<RowView[]> {
  const ids = rows.flatMap((row) => [row.main_id, row.area_id, ...row.assist_ids])
  const units = await readUnits(tx, district, ids, now)
  const today = dayOf(now)
  return rows.map((row) => {
    const named = [row.area_id, ...(row.main_id === null ? [] : [row.main_id]), ...row.assist_ids]
    return {
      ...{ id: row.id, no: row.no, isClass: row.is_class, basis: row.basis },
      category: { code: row.category_code, nameZh: row.name_zh, nameEn: row.name_en },
      area: refOf(units, row.area_id),
      ...namedSides(lineOf(row), units),
      ...{ fromOn: row.from_on, toOn: row.to_on, version: row.version },
      standing: row.from_on > today ? 'coming' : row.to_on !== null && row.to_on < today ? 'ended' : 'now',
      isCategoryClosed: row.is_closed,
      closedUnits: named.flatMap((id) => {
        const unit = units.get(id)
        return unit?.isClosed ? [unit.name] : []
      }),
    }
  })
}

const whens = {
  now: (day: string) => sql`d.from_on <= ${day}::date and (d.to_on is null or d.to_on >= ${day}::date)`,
  coming: (day: string) => sql`d.from_on > ${day}::date`,
  ended: (day: string) => sql`d.to_on < ${day}::date`,
  all: () => sql`true`,
}

/** What typed words find: a number, a code, a name of the category or of a unit, or the basis. */
function found(typed: string): RawBuilder<unknown> {
  const pattern = anywhere(typed.toLowerCase())
  const no = /^\d{1,6}$/.test(typed) ? Number(typed) : 0
  return sql`(d.no = ${no} or starts_with(d.category_code, ${typed.toUpperCase()})
    or lower(d.basis) like ${pattern} or c.name_zh like ${pattern} or lower(c.name_en) like ${pattern}
    or exists (select from unit u where u.district_id = d.district_id
      and (u.id = d.main_id or u.id = d.area_id or u.id = any (d.assist_ids))
      and (u.name like ${pattern} or u.pinyin like ${pattern})))`
}

/** The list of a district, a page of it. Refusal: `badInput` (a cursor that is none). */
export async function listDuties({ tx, actor, query, now }: Call<typeof dutyRoutes.listDuties>) {
  const { q, category, unit, level, when, cursor, limit } = query
  const typed = q?.trim() ?? ''
  const after = cursor === undefined ? [] : cursor.split(' ')
  const [code, path, from, id] = after
  if (cursor !== undefined && !/^[0-9A-Z]{2,8} \/\S* \d{4}-\d{2}-\d{2} [0-9a-f-]{36}$/.test(cursor))
    return refuse('badInput', { field: 'cursor', hint: '' }, 'cursor')
  const all = [
    whens[when](dayOf(now)),
    typed === '' ? sql`true` : found(typed),
    category === undefined ? sql`true` : sql`(d.category_code = ${category} or c.parent_code = ${category})`,
    unit === undefined ? sql`true` : sql`(d.main_id = ${unit} or ${unit}::uuid = any (d.assist_ids))`,
    level === undefined ? sql`true` : sql`d.level = ${level}`,
    id === undefined
      ? sql`true`
      : sql`(d.category_code, d.area_path, d.from_on, d.id) > (${code}, ${path}, ${from}::date, ${id}::uuid)`,
  ]
  const rows = await selectDuties(tx, actor.districtId, now, sql.join(all, sql` and `), limit + 1)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const named = unit === undefined ? undefined : await findUnit(tx, actor.districtId, unit, now)
  return {
    rows: await viewsOf(tx, actor.districtId, shown, now),
    next: last ? [last.category_code, last.area_path, last.from_on, last.id].join(' ') : null,
    unitName: named?.name ?? null,
  }
}

/** How the list stands: its size, whether it binds for communities, and what waits to be decided. */
export async function readDutyList(tx: Tx, district: number, now: number) {
  const today = dayOf(now)
  const { communityFrom, version } = await readForce(tx, district)
  const { rows } = await sql<{ lines: number; communityLines: number; proposals: number }>`
    select count(*)::int lines, (count(*) filter (where level = 'community'))::int "communityLines",
      (select count(*)::int from duty_proposal where district_id = ${district} and state = 'open') proposals
    from duty d where district_id = ${district} and ${whens.now(today)}`.execute(tx)
  const counted = rows[0] ?? { lines: 0, communityLines: 0, proposals: 0 }
  return { communityFrom, version, isInForce: isInForce(communityFrom, today), ...counted }
}

export const getDutyList = ({ tx, actor, now }: Call<typeof dutyRoutes.getDutyList>) =>
  readDutyList(tx, actor.districtId, now)
