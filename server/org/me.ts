import { sql } from 'kysely'
import type { Me } from '#contract/session.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { permissions, seatsWith } from '#domain/org/grants.ts'
import type { Tx } from '../db/scope.ts'
import type { Held } from './session-queries.ts'

/** Who I am and what my posts allow at all; before the second step not even that, but who is asked for it. */
export async function describe(
  tx: Tx,
  { actor, gate, ways }: Pick<Held, 'actor' | 'gate' | 'ways'>,
  now: number,
): Promise<Me> {
  const { rows } = await sql<{ login: string; is_demo: boolean; name: string; absence: Me['absence'] }>`
    select a.login, a.is_demo, d.name, (
      select json_build_object('toOn', b.to_on, 'substituteName', s.name) from absence b
      join person s on s.district_id = b.district_id and s.id = b.substitute_id
      where b.district_id = a.district_id and b.person_id = a.person_id and b.from_on <= ${dayOf(now)}::date
        and b.to_on >= ${dayOf(now)}::date limit 1) absence
    from account a join district d on d.id = a.district_id
    where a.district_id = ${actor.districtId} and a.id = ${actor.accountId}`.execute(tx)
  const row = rows[0]
  const seats = gate === 'factor' ? [] : actor.seats
  return {
    districtId: actor.districtId,
    districtName: row?.name ?? '',
    accountId: actor.accountId,
    login: row?.login ?? '',
    name: actor.name,
    isDemo: row?.is_demo ?? false,
    mustChangePassword: gate === 'password',
    gate,
    ways: gate === 'factor' ? ways : [],
    seats: seats.map(({ postId, role, unitId, unitName, unitKind, standsInFor }) => ({
      postId,
      role,
      unitId,
      unitName,
      unitKind,
      ...(standsInFor ? { standsInFor } : {}),
    })),
    permissions: permissions.filter((p) => seatsWith({ ...actor, seats }, p).length > 0),
    absence: gate === 'factor' ? null : (row?.absence ?? null),
  }
}
