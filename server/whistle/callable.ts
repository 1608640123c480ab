import { sql } from 'kysely'
import { dayOf } from '#domain/calendar/days.ts'
import type { UnitKind } from '#domain/org/roles.ts'
import { callableKinds, whyNotCall } from '#domain/whistle/who.ts'
import type { Tx } from '../db/scope.ts'

type UnitLine = { id: string; name: string; kind: UnitKind; path: string }

/** Whom a whistle may call from an area, in the order of the tree. In: the area, who is called already. */
export async function listCallable(
  tx: Tx,
  district: number,
  { blowing, called }: { blowing: string; called: readonly string[] },
  now: number,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<UnitLine>`select id, name, kind, path from unit where district_id = ${district}
    and kind = any (${[...callableKinds]}) and (valid_to is null or valid_to >= ${dayOf(now)}::date)
    order by path`.execute(tx)
  return rows
    .filter((unit) => whyNotCall({ ...unit, isClosed: false }, blowing, called, '') === undefined)
    .map(({ id, name }) => ({ id, name }))
}
