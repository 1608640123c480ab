import type { DutyLine, PlaceLevel } from '#domain/duty/line.ts'
import type { Level } from '#domain/org/roles.ts'
import type { DutyRow } from '../db/tables.gen.ts'

/** A line out of its row. */
export const lineOf = (row: DutyRow): DutyLine => ({
  ...{ id: row.id, no: row.no, categoryCode: row.category_code, areaPath: row.area_path },
  ...{ mainId: row.main_id, mainPath: row.main_path, level: row.level as Level },
  ...{ assistIds: row.assist_ids, assistLevels: row.assist_levels as PlaceLevel[] },
  ...{ fromOn: row.from_on, toOn: row.to_on },
})
