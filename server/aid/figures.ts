import { sql } from 'kysely'
import type { aidRoutes } from '#contract/aid.ts'
import type { AidState, AidStep } from '#domain/aid/aid.ts'
import { askedFigures, type CountedAidLine, ordererFigures } from '#domain/aid/figures.ts'
import { addDays, dayOf, startOfDay } from '#domain/calendar/days.ts'
import { isWithin } from '#domain/org/tree.ts'
import type { AidLineRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { iso } from '../matter/views.ts'
import { aidLineOf } from './rows.ts'
import { aidSightOf, handOf, inAidSight } from './sight.ts'

type Order = {
  id: string
  orderer_id: string
  orderer_name: string
  orderer_path: string
  state: AidState
  order_steps: AidStep[]
  own_due_at: number | null
}
type Line = AidLineRow & { name: string; orderer_path: string }

/** Gathers rows by a key, in the order in which the keys come. */
function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return [...groups.values()]
}

const countedOf = (row: Line): CountedAidLine => ({ ...aidLineOf(row), dueAt: row.due_at })

/**
 * The figures of a month for both sides, of what the reader may see: orders that were posted in it, and who was asked for them.
 * Who answers for a unit or works in a team sees its own. In the order of the tree, whatever the numbers.
 */
export async function getAidFigures({ tx, actor, query, now }: Call<typeof aidRoutes.getAidFigures>) {
  const district = actor.districtId
  const from = startOfDay(`${query.month}-01`)
  const to = startOfDay(`${dayOf(startOfDay(addDays(`${query.month}-28`, 4))).slice(0, 7)}-01`)
  const inMonth = sql`w.district_id = ${district} and w.posted_at >= ${new Date(from)} and w.posted_at < ${new Date(to)}
    and ${inAidSight(actor, now)}`
  const { rows: orders } = await sql<Order>`select w.id, w.unit_id orderer_id, b.name orderer_name,
      w.unit_path orderer_path, w.state, w.steps order_steps, w.own_due_at
    from aid w join unit b on b.district_id = w.district_id and b.id = w.unit_id
    where ${inMonth} order by w.unit_path, w.id`.execute(tx)
  const { rows: lines } = await sql<Line>`select l.*, coalesce(u.name, (select t.name from team t
      where t.district_id = l.district_id and t.id = l.team_id)) name, w.unit_path orderer_path
    from aid w cross join lateral (select s.* from aid_line s
      where s.district_id = w.district_id and s.aid_id = w.id offset 0) l
    left join unit u on u.district_id = l.district_id and u.id = l.unit_id
    where ${inMonth} order by l.team_id is not null, l.unit_path, l.id`.execute(tx)
  const { areas, units, posts } = aidSightOf(actor)
  const { teamIds } = await handOf(tx, actor, now)
  const isMine = (path: string) => areas.some((area) => isWithin(path, area)) || posts.includes(path)
  // whoever answers for a unit sees how it did, and not how those did that were asked beside it
  const shown = lines.filter(
    (row) =>
      (row.unit_id !== null && units.includes(row.unit_id)) ||
      (row.team_id !== null && teamIds.includes(row.team_id)) ||
      areas.some((area) => isWithin(row.unit_path, area) || isWithin(row.orderer_path, area)),
  )
  return {
    month: query.month,
    at: iso(now),
    orderers: grouped(
      orders.filter((row) => isMine(row.orderer_path)),
      (row) => row.orderer_id,
    ).map((own) => ({
      ...{ unitId: own[0]?.orderer_id ?? '', unitName: own[0]?.orderer_name ?? '' },
      ...ordererFigures(
        own.map((order) => ({
          ...{ state: order.state, steps: order.order_steps, dueAt: order.own_due_at },
          lines: lines.filter((line) => line.aid_id === order.id).map(countedOf),
        })),
        now,
      ),
    })),
    asked: grouped(shown, (row) => row.unit_id ?? row.team_id ?? '').map((own) => ({
      ...{ id: own[0]?.unit_id ?? own[0]?.team_id ?? '', name: own[0]?.name ?? '' },
      isTeam: own[0]?.team_id !== null,
      ...askedFigures(own.map(countedOf), now),
    })),
  }
}
