import { sql } from 'kysely'
import type { matterRoutes } from '#contract/matter.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { reachOf } from '#domain/org/grants.ts'
import { roles } from '#domain/org/roles.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { findMatter } from './queries.ts'

type Colleague = { id: string; name: string; open: number }

const handling = roles.filter((role) => reachOf({ role }, 'matter.handle') !== undefined)

/** Who holds a post at a unit today by which matters are handled, with how many open ones each has signed for. */
async function listAtUnit(tx: Tx, district: number, unitId: string, now: number): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`select distinct on (p.pinyin, a.id) a.id, p.name,
      (select count(*)::int from matter m where m.district_id = a.district_id and m.handler_id = a.id and m.state <> 'closed') open
    from post o
    join account a on a.district_id = o.district_id and a.person_id = o.person_id and a.disabled_at is null
    join person p on p.district_id = o.district_id and p.id = o.person_id
    where o.district_id = ${district} and o.unit_id = ${unitId} and o.role = any (${handling})
      and o.from_on <= ${dayOf(now)}::date and (o.to_on is null or o.to_on >= ${dayOf(now)}::date)
    order by p.pinyin, a.id limit 200`.execute(tx)
  return rows
}

export async function findColleague(
  tx: Tx,
  district: number,
  unitId: string,
  accountId: string,
  now: number,
): Promise<Colleague | undefined> {
  return (await listAtUnit(tx, district, unitId, now)).find(({ id }) => id === accountId)
}

/** To whom a matter may be handed over: colleagues at the unit that holds it. */
export async function listHandlers({ tx, actor, params, now }: Call<typeof matterRoutes.listHandlers>) {
  const row = await findMatter(tx, actor.districtId, params.id)
  if (!row) return refuse('notFound')
  const rows = await listAtUnit(tx, actor.districtId, row.holder_id, now)
  return { rows: rows.filter(({ id }) => id !== row.handler_id) }
}
