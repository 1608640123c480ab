import { type RawBuilder, sql } from 'kysely'
import type { aidRoutes } from '#contract/aid.ts'
import type { StaffActor } from '#domain/actor.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { type NamedAid, namedAids } from './queries.ts'
import { aidSightOf, inAidSight, teamsOf } from './sight.ts'

type Asked = Call<typeof aidRoutes.listAids>['query']
export type ListedAid = NamedAid & { key: string }

/** What is theirs to do: an order to dispatch or to say more of, a line of theirs, one to confirm or to hand over; each with when it is due. */
function todo(actor: StaffActor, now: number): RawBuilder<unknown> {
  const { units, posts, centres } = aidSightOf(actor)
  const district = actor.districtId
  const atWork = sql`l.step in ('accept','plan','finish')`
  const open = sql`select l.aid_id, l.due_at due from aid_line l`
  const ofAid = sql`join aid w on w.district_id = l.district_id and w.id = l.aid_id`
  const parts = [
    sql`select w.id aid_id, w.own_due_at due from aid w
      where w.district_id = ${district} and w.state = 'posted' and w.centre_path = any (${centres})`,
    sql`select w.id, w.own_due_at from aid w
      where w.district_id = ${district} and w.state = 'sentBack' and w.unit_path = any (${posts})`,
    sql`${open} where l.district_id = ${district} and l.unit_id = any (${units}::uuid[]) and l.step is not null and ${atWork}`,
    sql`${open} where l.district_id = ${district} and l.team_id = any (array${teamsOf(actor, now)})
      and l.step is not null and ${atWork}`,
    sql`${open} ${ofAid} where l.district_id = ${district} and l.step = 'confirm' and w.unit_path = any (${posts})`,
    sql`${open} ${ofAid} where l.district_id = ${district} and l.step = 'handOver' and w.centre_path = any (${centres})`,
  ]
  return sql`(select aid_id, min(coalesce(due, 'infinity')) due from (${sql.join(parts, sql` union all `)}) x group by aid_id)`
}

/** One page of orders in sight, by key. In: the cursor taken apart. */
export async function listAidBox(
  tx: Tx,
  actor: StaffActor,
  asked: Asked,
  after: { key: string; id: string } | undefined,
  now: number,
): Promise<ListedAid[]> {
  const district = actor.districtId
  const conditions = [
    sql`w.district_id = ${district}`,
    inAidSight(actor, now),
    ...(asked.kind ? [sql`w.kind_code = ${asked.kind}`] : []),
    ...(asked.late ? [sql`w.due_at < ${new Date(now)}`] : []),
    ...(asked.team
      ? [
          sql`w.id in (select l.aid_id from aid_line l where l.district_id = ${district} and l.team_id = ${asked.team})`,
        ]
      : []),
  ]
  const limit = asked.limit + 1
  if (asked.of === 'todo') {
    if (after) conditions.push(sql`(t.due, w.id) > (${after.key}::timestamptz, ${after.id}::uuid)`)
    const { rows } = await sql<ListedAid>`select x.*, t.due::text key from ${todo(actor, now)} t
      join aid w on w.district_id = ${district} and w.id = t.aid_id
      join (${namedAids}) x on x.district_id = w.district_id and x.id = w.id
      where ${sql.join(conditions, sql` and `)} order by t.due, w.id limit ${limit}`.execute(tx)
    return rows
  }
  if (after) conditions.push(sql`w.id < ${after.id}::uuid`)
  if (asked.of === 'posted') conditions.push(sql`w.unit_path = any (${aidSightOf(actor).posts})`)
  if (asked.of === 'area') conditions.push(sql`w.state in ('posted','sentBack','dispatched')`)
  if (asked.of === 'done') conditions.push(sql`w.state in ('over','declined','withdrawn')`)
  const { rows } = await sql<ListedAid>`select x.*, '-' key from (select w.id from aid w
      where ${sql.join(conditions, sql` and `)} order by w.id desc limit ${limit}) w
    join (${namedAids}) x on x.district_id = ${district} and x.id = w.id order by x.id desc`.execute(tx)
  return rows
}
