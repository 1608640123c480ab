import { sql } from 'kysely'
import type { whistleRoutes } from '#contract/whistle.ts'
import { addDays, dayOf, startOfDay } from '#domain/calendar/days.ts'
import { isWithin } from '#domain/org/tree.ts'
import { blowerFigures, type CountedLine, unitFigures } from '#domain/whistle/figures.ts'
import type { WhistleState } from '#domain/whistle/whistle.ts'
import type { WhistleLineRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { iso } from '../matter/views.ts'
import { lineOf } from './rows.ts'
import { inSight, sightOf } from './sight.ts'

type Row = WhistleLineRow & {
  unit_name: string
  blower_id: string
  blower_name: string
  blower_path: string
  state: WhistleState
  misused_at: number | null
}

/** Gathers rows by a key, in the order in which the keys come. */
function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return [...groups.values()]
}

const countedOf = (row: Row): CountedLine => ({ ...lineOf(row), dueAt: row.due_at })

/**
 * The indicators of a month for both sides, of what the reader may see: whistles that sounded in it, and lines that were called
 * in whistles of it. A department sees its own. In the order of the tree, whatever the numbers.
 */
export async function getWhistleFigures({
  tx,
  actor,
  query,
  now,
}: Call<typeof whistleRoutes.getWhistleFigures>) {
  const from = startOfDay(`${query.month}-01`)
  const to = startOfDay(`${dayOf(startOfDay(addDays(`${query.month}-28`, 4))).slice(0, 7)}-01`)
  const { rows } = await sql<Row>`select l.*, u.name unit_name, w.unit_id blower_id, b.name blower_name,
      w.unit_path blower_path, w.state, w.misused_at
    from whistle w cross join lateral (select s.* from whistle_line s
      where s.district_id = w.district_id and s.whistle_id = w.id offset 0) l
    join unit u on u.district_id = l.district_id and u.id = l.unit_id
    join unit b on b.district_id = w.district_id and b.id = w.unit_id
    where w.district_id = ${actor.districtId} and w.sounded_at >= ${new Date(from)} and w.sounded_at < ${new Date(to)}
      and ${inSight(actor)} order by l.unit_path, l.id`.execute(tx)
  const { areas, units } = sightOf(actor)
  const isMine = (path: string) => areas.some((area) => isWithin(path, area))
  // whoever answers for a department, or leads one, sees how it did and not how those did that were called beside it
  const byBlower = rows.filter((row) => isMine(row.blower_path))
  const ofUnits = rows.filter(
    (row) => units.includes(row.unit_id) || isMine(row.unit_path) || isMine(row.blower_path),
  )
  return {
    month: query.month,
    at: iso(now),
    blowers: grouped(
      byBlower.toSorted((one, other) => one.blower_path.localeCompare(other.blower_path)),
      (row) => row.blower_id,
    ).map((own) => {
      const whistles = grouped(own, (row) => row.whistle_id).map((lines) => ({
        ...{ state: lines[0]?.state ?? 'over', misusedAt: lines[0]?.misused_at ?? null },
        lines: lines.map(countedOf),
      }))
      return {
        ...{ unitId: own[0]?.blower_id ?? '', unitName: own[0]?.blower_name ?? '' },
        ...blowerFigures(whistles, now),
      }
    }),
    units: grouped(ofUnits, (row) => row.unit_id).map((own) => ({
      ...{ unitId: own[0]?.unit_id ?? '', unitName: own[0]?.unit_name ?? '' },
      ...unitFigures(own.map(countedOf), now),
    })),
  }
}
