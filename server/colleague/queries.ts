import { type RawBuilder, sql } from 'kysely'
import type { colleagueRoutes } from '#contract/colleague.ts'
import type { RouteAnswer } from '#contract/route.ts'
import type { Seat } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { type Reachable, reachingSeat } from '#domain/org/grants.ts'
import { servesPath, serveTheirParent } from '#domain/org/tree.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { anywhere } from '../db/like.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { findMatter } from '../matter/queries.ts'
import { matterOf } from '../matter/rows.ts'
import { pathsAbove } from '../org/queries.ts'

type Found = RouteAnswer<typeof colleagueRoutes.listColleagues>
type Colleague = Found['rows'][number]
type Row = { accountId: string; name: string; seats: Omit<Seat, 'servesPath'>[] }

/** Accounts that are in use with those of their posts of today that are at certain units, in the order of their pinyin. */
async function listSeated(
  tx: Tx,
  district: number,
  only: RawBuilder<unknown>,
  now: number,
  most: number,
): Promise<Row[]> {
  const today = dayOf(now)
  const { rows } = await sql<Row>`
    select a.id "accountId", p.name, json_agg(json_build_object('postId', o.id, 'role', o.role, 'unitId', u.id,
      'unitKind', u.kind, 'unitName', u.name, 'unitPath', u.path) order by o.from_on, o.id) seats
    from unit u
    join post o on o.district_id = u.district_id and o.unit_id = u.id
      and o.from_on <= ${today}::date and (o.to_on is null or o.to_on >= ${today}::date)
    join person p on p.district_id = o.district_id and p.id = o.person_id
    join account a on a.district_id = p.district_id and a.person_id = p.id and a.disabled_at is null
    where u.district_id = ${district} and (u.valid_to is null or u.valid_to >= ${today}::date) and ${only}
    group by a.id, p.name, p.pinyin order by p.pinyin, a.id limit ${most}`.execute(tx)
  return rows
}

/** Those of them who may see the matter, with the post by which they do. */
function reaching(rows: readonly Row[], districtId: number, matter: Reachable): (Colleague & Seat)[] {
  return rows.flatMap(({ accountId, name, seats }) => {
    const seated = seats.map((seat) => ({
      ...seat,
      servesPath: servesPath({ kind: seat.unitKind, path: seat.unitPath }),
    }))
    const actor = { kind: 'staff', districtId, accountId, name, seats: seated } as const
    const seat = reachingSeat(actor, 'matter.read', matter)
    return seat ? [{ accountId, name, ...seat }] : []
  })
}

/** How many people are looked at, and how many are offered. */
const most = { seen: 400, offered: 20 }

/** Colleagues who may see a matter, those of the unit that holds it first. Refusal: `notFound`. */
export async function listColleagues({
  tx,
  actor,
  params,
  query,
  now,
}: Call<typeof colleagueRoutes.listColleagues>): Promise<Found | Refusal> {
  const row = await findMatter(tx, actor.districtId, params.id)
  if (!row) return refuse('notFound')
  const matter = matterOf(row)
  const above = [...pathsAbove(matter.placePath), ...pathsAbove(matter.holderPath)]
  const typed = query.q.trim().toLowerCase()
  const pattern = anywhere(typed)
  // whoever reaches it has a post at a unit above the place or the holder, in an office of such a unit, or at one involved
  const rows = await listSeated(
    tx,
    actor.districtId,
    sql`(u.path = any (${above}) or u.id = any (${[...matter.involved]}::uuid[])
        or (u.kind = any (${[...serveTheirParent]}) and u.parent_id in
          (select id from unit where district_id = ${actor.districtId} and path = any (${above}))))
      and (${typed} = '' or p.name like ${pattern} or p.pinyin like ${pattern})
      and (not ${matter.sensitive} or a.id = any (${[...matter.needToKnow]}::uuid[]))`,
    now,
    most.seen,
  )
  const found = reaching(rows, actor.districtId, matter).filter((one) => one.accountId !== actor.accountId)
  const isNear = (one: Seat) => one.unitId === matter.holderId
  return { rows: [...found.filter(isNear), ...found.filter((one) => !isNear(one))].slice(0, most.offered) }
}

/** Whether every one of these accounts may see the matter today. */
export async function allReach(
  tx: Tx,
  district: number,
  ids: readonly string[],
  matter: Reachable,
  now: number,
): Promise<boolean> {
  if (ids.length === 0) return true
  const rows = await listSeated(tx, district, sql`a.id = any (${[...ids]}::uuid[])`, now, ids.length)
  return reaching(rows, district, matter).length === new Set(ids).size
}

/** What accounts are called. Out: account id → name. */
export async function namesOf(
  tx: Tx,
  district: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`select a.id, p.name from account a
    join person p on p.district_id = a.district_id and p.id = a.person_id
    where a.district_id = ${district} and a.id = any (${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
