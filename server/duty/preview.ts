import { sql } from 'kysely'
import type { dutyRoutes } from '#contract/duty.ts'
import { addDays, dayOf } from '#domain/calendar/days.ts'
import { whyNotCommunity } from '#domain/duty/bound.ts'
import { shiftsBetween } from '#domain/duty/changes.ts'
import { type DutyLine, findLine } from '#domain/duty/line.ts'
import type { UnitKind } from '#domain/org/roles.ts'
import { listAll } from '../category/queries.ts'
import { scopeOf, setScope } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { readLines } from './find.ts'
import { namedSides, readUnits } from './names.ts'
import { getRow } from './page.ts'
import { checkedLine } from './write.ts'

/** So many differences are shown; more would be read by nobody. */
const mostShown = 40

/** What a line would change, from the day on from which it would count. Refusals: those of the line itself. */
export async function previewDuty(call: Call<typeof dutyRoutes.previewDuty>) {
  const { tx, actor, body, now } = call
  const district = actor.districtId
  const { id, ...facts } = body
  const old = id === undefined ? undefined : await getRow(call, id)
  const no = old?.no ?? 0
  const standing = await readLines(tx, district, '0001-01-01', [facts.categoryCode])
  const stored = await checkedLine(call, facts, { id: id ?? 'new', no }, standing)
  const day = facts.fromOn > dayOf(now) ? facts.fromOn : dayOf(now)
  const all = await listAll(tx, district, now)
  const categories = all
    .filter((one) => one.parentCode !== null && !one.isClosed)
    .map(({ code, parentCode }) => ({ code, classCode: parentCode }))
  const was = await readLines(tx, district, day)
  const is: DutyLine[] = [...was.filter((line) => line.no !== no || no === 0), { ...stored, no }]
  const shifts = shiftsBetween(was, is, categories, day)
  const shown = shifts.slice(0, mostShown)
  const both = shown.flatMap((shift) => [shift.was, shift.is]).filter((line) => line !== null)
  const units = await readUnits(
    tx,
    district,
    both.flatMap((line) => [line.mainId, ...line.assistIds]),
    now,
  )
  const { rows: areas } = await sql<{ path: string; name: string }>`select path, name from unit
    where district_id = ${district} and path = any (${shown.map(({ areaPath }) => areaPath)}::text[])`.execute(
    tx,
  )
  const side = (line: DutyLine | null) => line && { no: line.no, ...namedSides(line, units) }
  return {
    shifts: shown.map((shift) => {
      const category = all.find(({ code }) => code === shift.categoryCode)
      return {
        category: {
          code: shift.categoryCode,
          nameZh: category?.nameZh ?? shift.categoryCode,
          nameEn: category?.nameEn ?? shift.categoryCode,
        },
        areaName: areas.find(({ path }) => path === shift.areaPath)?.name ?? '',
        ...{ was: side(shift.was), is: side(shift.is) },
      }
    }),
    count: shifts.length,
  }
}

const dayMs = 86_400_000
/** More matters than this are not looked at: enough to judge by, and done in a moment. */
const mostMatters = 2000

type Given = {
  code: string
  classCode: string | null
  placePath: string
  unitId: string
  kind: UnitKind
  path: string
  nameZh: string
  nameEn: string
}

/**
 * Which matters of some days went to communities as main handlers though the list as it stands does not name them: what would have
 * been refused, had it been in force. Whoever keeps the rules need not read the matters: categories and numbers only.
 */
export async function tryCommunityList({ tx, actor, query, now }: Call<typeof dutyRoutes.tryCommunityList>) {
  const district = actor.districtId
  await setScope(tx, scopeOf({ kind: 'system', districtId: district }))
  const { rows } =
    await sql<Given>`select m.category_code code, c.parent_code "classCode", m.place_path "placePath",
      u.id "unitId", u.kind, u.path, c.name_zh "nameZh", c.name_en "nameEn"
    from matter m join unit u on u.district_id = m.district_id and u.id = m.handling_id and u.kind in ('community', 'grid')
    join category c on c.district_id = m.district_id and c.code = m.category_code
    where m.district_id = ${district} and m.received_at >= ${new Date(now - query.days * dayMs)}
    order by m.received_at desc, m.id desc limit ${mostMatters + 1}`.execute(tx)
  await setScope(tx, scopeOf(actor))
  const day = dayOf(now)
  const lines = await readLines(tx, district, day)
  const looked = rows.slice(0, mostMatters)
  const counts = new Map<string, { category: Given; matters: number; no: number | null }>()
  for (const row of looked) {
    const { code, classCode, placePath } = row
    const line = findLine(lines, { categoryCode: code, classCode, placePath, day })?.line
    const unit = { id: row.unitId, kind: row.kind, path: row.path }
    if (!whyNotCommunity(line, unit, placePath, { inForce: true, category: code })) continue
    const key = `${code} ${line?.no ?? ''}`
    const known = counts.get(key)
    counts.set(key, { category: row, matters: (known?.matters ?? 0) + 1, no: line?.no ?? null })
  }
  const byCategory = [...counts.values()].sort((a, b) => b.matters - a.matters)
  return {
    since: addDays(day, -query.days),
    ...{ matters: looked.length, isCapped: rows.length > mostMatters },
    unlisted: byCategory.reduce((sum, one) => sum + one.matters, 0),
    byCategory: byCategory.slice(0, mostShown).map(({ category: { code, nameZh, nameEn }, matters, no }) => ({
      ...{ category: { code, nameZh, nameEn }, matters, no },
    })),
  }
}
