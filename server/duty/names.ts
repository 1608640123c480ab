import { sql } from 'kysely'
import { dayOf } from '#domain/calendar/days.ts'
import type { DutyLine, PlaceLevel } from '#domain/duty/line.ts'
import type { Named } from '#domain/duty/why-not-line.ts'
import type { Level } from '#domain/org/roles.ts'
import type { Tx } from '../db/scope.ts'

type Sides = Pick<DutyLine, 'mainId' | 'assistIds'> & { level: Level; assistLevels: readonly PlaceLevel[] }

/** The units of some ids as a line names them, closed ones too. */
export async function readUnits(
  tx: Tx,
  district: number,
  ids: readonly (string | null)[],
  now: number,
): Promise<Map<string, Named>> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  const { rows } = await sql<Named>`select id, name, kind, path,
      coalesce(valid_to < ${dayOf(now)}::date, false) "isClosed"
    from unit where district_id = ${district} and id = any (${known}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

const ref = ({ id, name, kind }: Named) => ({ id, name, kind })

/** Who handles it by a line, in names. */
export const namedSides = (line: Sides, units: ReadonlyMap<string, Named>) => {
  const main = line.mainId === null ? undefined : units.get(line.mainId)
  return {
    ...{ main: main ? ref(main) : null, level: line.level, assistLevels: [...line.assistLevels] },
    assists: line.assistIds.flatMap((id) => {
      const unit = units.get(id)
      return unit ? [ref(unit)] : []
    }),
  }
}

/** A unit that is known to be there. */
export function refOf(units: ReadonlyMap<string, Named>, id: string) {
  const unit = units.get(id)
  if (!unit) throw new Error(`unit ${id} of the responsibility list is gone`)
  return ref(unit)
}
