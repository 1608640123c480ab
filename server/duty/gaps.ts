import { sql } from 'kysely'
import type { dutyRoutes } from '#contract/duty.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { type Gap, gapKinds, gapsOf } from '#domain/duty/gaps.ts'
import type { Named } from '#domain/duty/why-not-line.ts'
import { refuse } from '#domain/refusal.ts'
import { listAll } from '../category/queries.ts'
import type { Call } from '../http/bind.ts'
import { readLines } from './find.ts'

/** All that has to be mended in the list, worst first, a page of it. Refusal: `badInput` (a cursor that is none). */
export async function listDutyGaps({ tx, actor, query, now }: Call<typeof dutyRoutes.listDutyGaps>) {
  const district = actor.districtId
  const { cursor = '0', limit, kind } = query
  if (!/^\d{1,6}$/.test(cursor)) return refuse('badInput', { field: 'cursor', hint: '' }, 'cursor')
  const day = dayOf(now)
  const lines = await readLines(tx, district, day)
  const categories = await listAll(tx, district, now)
  const named = [...new Set(lines.flatMap((l) => [...(l.mainId === null ? [] : [l.mainId]), ...l.assistIds]))]
  const paths = [...new Set(lines.map(({ areaPath }) => areaPath))]
  const { rows: units } = await sql<Named>`select id, name, kind, path,
      coalesce(valid_to < ${day}::date, false) "isClosed" from unit
    where district_id = ${district} and (id = any (${named}::uuid[]) or path = any (${paths}::text[]))`.execute(
    tx,
  )
  const counted = categories.map((c) => ({
    ...{ code: c.code, name: c.nameZh, isClosed: c.isClosed, classCode: c.parentCode },
  }))
  const gaps = gapsOf(lines, { categories: counted, units, day })
  const asked = kind === undefined ? gaps : gaps.filter((gap) => gap.kind === kind)
  const from = Number(cursor)
  const shown = asked.slice(from, from + limit)
  const nameOf = (code: string) => {
    const row = categories.find((one) => one.code === code)
    return { code, nameZh: row?.nameZh ?? code, nameEn: row?.nameEn ?? code }
  }
  const view = (gap: Gap) => {
    const no = 'no' in gap ? gap.no : null
    return {
      ...{ kind: gap.kind, category: nameOf(gap.categoryCode), no, other: 'other' in gap ? gap.other : null },
      id: lines.find((line) => line.no === no)?.id ?? null,
      unitName: 'unitId' in gap ? (units.find(({ id }) => id === gap.unitId)?.name ?? null) : null,
    }
  }
  const count = (of: Gap['kind']) => gaps.filter((gap) => gap.kind === of).length
  return {
    rows: shown.map(view),
    next: from + limit < asked.length ? String(from + limit) : null,
    counts: Object.fromEntries(gapKinds.map((of) => [of, count(of)])) as Record<Gap['kind'], number>,
  }
}
