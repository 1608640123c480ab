import { sql } from 'kysely'
import type { AidView } from '#contract/aid.ts'
import type { AidTargetGiven } from '#contract/aid-moves.ts'
import { type Aid, type AidLine, newAidLine } from '#domain/aid/aid.ts'
import { askableKinds, whyNotAsk } from '#domain/aid/who.ts'
import { dayOf } from '#domain/calendar/days.ts'
import type { UnitKind } from '#domain/org/roles.ts'
import { refuse } from '#domain/refusal.ts'
import { whyNotAskTeam } from '#domain/team/moves.ts'
import type { Tx } from '../db/scope.ts'
import type { TeamRow } from '../db/tables.gen.ts'
import { insist, Refused } from '../http/refused.ts'
import { newId } from '../ids.ts'
import { findUnit } from '../org/queries.ts'
import { lockTeam } from '../team/queries.ts'
import { teamOf } from '../team/rows.ts'

const openUnits = (lines: readonly AidLine[]) =>
  lines.flatMap(({ step, unitId }) => (step === null || unitId === null ? [] : [unitId]))
const openTeams = (lines: readonly AidLine[]) =>
  lines.flatMap(({ step, teamId }) => (step === null || teamId === null ? [] : [teamId]))

type Asking = { tx: Tx; district: number; now: number }

/**
 * The line that asks a unit or a team. The team is locked, so that it is not dissolved meanwhile. In: the field to mend. Throws
 * `notFound`, and the refusals of `whyNotAsk` and `whyNotAskTeam`.
 */
export async function lineFor(
  { tx, district, now }: Asking,
  target: AidTargetGiven,
  { aid, lines, field }: { aid: Aid; lines: readonly AidLine[]; field: string },
): Promise<AidLine> {
  if (target.is === 'unit') {
    const unit = await findUnit(tx, district, target.id, now)
    if (!unit) throw new Refused(refuse('notFound', undefined, field))
    insist(whyNotAsk(unit, aid, openUnits(lines), field))
    return newAidLine({ id: newId(now), unitId: unit.id, teamId: null, unitPath: unit.path }, now)
  }
  const row = await lockTeam(tx, district, target.id)
  if (!row) throw new Refused(refuse('notFound', undefined, field))
  const team = { ...teamOf(row), name: row.name }
  insist(whyNotAskTeam(team, { centrePath: aid.centrePath, open: openTeams(lines), field, now }))
  return newAidLine({ id: newId(now), unitId: null, teamId: team.id, unitPath: team.leadUnitPath }, now)
}

/** Whom the centre of an order may ask now, in the order of the tree; teams by their end. */
export async function listAidTargets(
  tx: Tx,
  district: number,
  { aid, lines }: { aid: Aid; lines: readonly AidLine[] },
  now: number,
): Promise<AidView['targets']> {
  const today = dayOf(now)
  const { rows } = await sql<{ id: string; name: string; kind: UnitKind; path: string }>`
    select u.id, u.name, u.kind, u.path from unit u
    where u.district_id = ${district} and u.kind = any (${[...askableKinds]})
      and (u.valid_to is null or u.valid_to >= ${today}::date)
      and (starts_with(u.path, ${aid.centrePath}) or u.parent_id = (select r.id from unit r
        where r.district_id = ${district} and r.path = ${`/${district}/`}))
    order by u.path`.execute(tx)
  const { rows: teams } = await sql<TeamRow>`select t.* from team t where t.district_id = ${district}
    and t.ended_at is null and t.to_on >= ${today}::date order by t.to_on, t.id limit 200`.execute(tx)
  const [units, open] = [openUnits(lines), openTeams(lines)]
  return {
    units: rows
      .filter((unit) => whyNotAsk({ ...unit, isClosed: false }, aid, units, '') === undefined)
      .map(({ id, name }) => ({ id, name })),
    teams: teams
      .filter(
        (row) =>
          whyNotAskTeam(
            { ...teamOf(row), name: row.name },
            { centrePath: aid.centrePath, open, field: '', now },
          ) === undefined,
      )
      .map(({ id, name, to_on: toOn }) => ({ id, name, toOn })),
  }
}
