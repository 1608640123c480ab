import { sql } from 'kysely'
import { dayOf } from '#domain/calendar/days.ts'
import { type NoticeKind, occasions } from '#domain/notify/occasions.ts'
import type { UnitKind } from '#domain/org/roles.ts'
import { isWithin, parentPath, servesPath } from '#domain/org/tree.ts'
import type { Tx } from '../db/scope.ts'
import { nudge } from '../matter/store.ts'
import { writeTold } from '../notify/store.ts'

type Kind = Extract<
  NoticeKind,
  'supervised' | 'supervisionDue' | 'supervisionSaid' | 'supervisionSettled' | 'reopenProposed'
>
export type Telling = {
  district: number
  now: number
  matterId: string
  actorId: string | null
  to: readonly { kind: Kind; unitIds: readonly string[] }[]
}

/** Tells units of what happened to supervision of a matter, and lets the pages of whoever looks at it look again. */
export async function tellUnits(tx: Tx, { district, now, matterId, actorId, to }: Telling): Promise<void> {
  const notices = to.flatMap(({ kind, unitIds }) =>
    [...new Set(unitIds)].map((unitId) => ({
      ...{ matterId, kind, pressing: occasions[kind].pressing, facts: {}, actorId },
      ...{ unitId, accountId: null },
    })),
  )
  await writeTold(tx, { district, at: now, notices, events: [] })
  const { rows } = await sql<{ version: number }>`select version from matter
    where district_id = ${district} and id = ${matterId}`.execute(tx)
  await nudge(tx, { kind: 'matter', district, id: matterId, version: rows[0]?.version ?? 0 })
}

/** The units of the level above a post that decide about it: the nearest above; at the top those beside it. */
export async function unitsAbove(
  tx: Tx,
  district: number,
  giverPath: string,
  now: number,
): Promise<string[]> {
  const day = dayOf(now)
  const { rows } = await sql<{
    id: string
    kind: UnitKind
    path: string
  }>`select distinct u.id, u.kind, u.path
    from post p join unit u on u.district_id = p.district_id and u.id = p.unit_id
    where p.district_id = ${district} and p.role in ('supervisor','leader')
      and p.from_on <= ${day}::date and (p.to_on is null or p.to_on >= ${day}::date)`.execute(tx)
  const isTop = parentPath(giverPath) === giverPath
  const above = rows
    .map((unit) => ({ id: unit.id, serves: servesPath(unit) }))
    .filter(({ serves }) =>
      isTop ? serves === giverPath : serves !== giverPath && isWithin(giverPath, serves),
    )
  const nearest = Math.max(0, ...above.map(({ serves }) => serves.length))
  return above.filter(({ serves }) => serves.length === nearest).map(({ id }) => id)
}
