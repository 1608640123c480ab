import { sql } from 'kysely'
import type { teamRoutes } from '#contract/team.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { reachOf } from '#domain/org/grants.ts'
import { roles } from '#domain/org/roles.ts'
import { refuse } from '#domain/refusal.ts'
import { anywhere } from '../db/like.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'

/** Who may work in a team: whoever may see orders at all. */
const working = roles.filter((role) => reachOf({ role }, 'aid.read') !== undefined)

type Worker = { unit_id: string; path: string; id: string; name: string }

/** Who of some units may work in a team today. */
async function listWorkers(
  tx: Tx,
  district: number,
  unitIds: readonly string[],
  now: number,
): Promise<Worker[]> {
  const today = dayOf(now)
  const { rows } =
    await sql<Worker>`select distinct on (u.id, a.id) u.id unit_id, u.path, a.id, p.name from unit u
    join post o on o.district_id = u.district_id and o.unit_id = u.id and o.role = any (${working})
      and o.from_on <= ${today}::date and (o.to_on is null or o.to_on >= ${today}::date)
    join person p on p.district_id = o.district_id and p.id = o.person_id
    join account a on a.district_id = p.district_id and a.person_id = p.id and a.disabled_at is null
    where u.district_id = ${district} and u.id = any (${[...unitIds]}::uuid[])
      and (u.valid_to is null or u.valid_to >= ${today}::date)
    order by u.id, a.id limit 2000`.execute(tx)
  return rows
}

/** How many units are offered at once. */
const offered = 20

/** Units by what is typed, with those of them who may work in a team. */
export async function listTeamPeople({ tx, actor, query, now }: Call<typeof teamRoutes.listTeamPeople>) {
  const district = actor.districtId
  const typed = query.q.trim().toLowerCase()
  const pattern = anywhere(typed)
  const { rows } = await sql<{ id: string; name: string }>`select id, name from unit
    where district_id = ${district} and (valid_to is null or valid_to >= ${dayOf(now)}::date)
      and (${typed} = '' or name like ${pattern} or pinyin like ${pattern})
    order by kind in ('building','grid'), length(path), path limit ${offered}`.execute(tx)
  const ids = rows.map(({ id }) => id)
  const people = await listWorkers(tx, district, ids, now)
  return {
    rows: rows.map(({ id, name }) => ({
      ...{ id, name },
      people: people.filter((one) => one.unit_id === id).map((one) => ({ id: one.id, name: one.name })),
    })),
  }
}

/** A person of a unit, who may work in a team. In: the field to mend. Throws `notOfUnit`. */
export async function workerOf(
  tx: Tx,
  district: number,
  { accountId, unitId }: { accountId: string; unitId: string },
  field: string,
  now: number,
): Promise<Worker> {
  const people = await listWorkers(tx, district, [unitId], now)
  const found = people.find(({ id }) => id === accountId)
  if (!found) {
    const { rows } = await sql<{ name: string }>`select name from unit
      where district_id = ${district} and id = ${unitId}`.execute(tx)
    throw new Refused(refuse('notOfUnit', { name: rows[0]?.name ?? '' }, field))
  }
  return found
}
