import type { RosterField, RosterKind } from '#domain/roster/fields.ts'
import type { RosterProblem } from '#domain/roster/problems.ts'
import { type Cells, readPersonRow, readPlaceRow, readUnitRow } from '#domain/roster/rows.ts'
import type { Tx } from '../db/scope.ts'
import type { Author, Given, Plan } from './outcome.ts'
import { planPeople } from './plan-people.ts'
import { planPlaces } from './plan-places.ts'
import { planUnits } from './plan-units.ts'

/** What one kind of workbook does with its rows, whatever their shape. */
export type KindOfRoster = {
  read: (cells: Cells, district: number) => { row: unknown } | { problems: RosterProblem[] }
  /** What makes two rows the same, and the field to say so at. */
  keyOf: (row: unknown) => string
  keyField: RosterField
  /** Rows with a smaller one are written first. */
  depthOf: (row: unknown) => number
  plan: (tx: Tx, by: Author, given: readonly Given<unknown>[]) => Promise<Plan>
  /** Rows in one transaction. A password costs as much as twenty rows. */
  batch: number
}

type Shape<Row> = {
  read: (cells: Cells, district: number) => Row | RosterProblem[]
  key: (row: Row) => string
  keyField: RosterField
  depth?: (row: Row) => number
  plan: (tx: Tx, by: Author, given: readonly Given<Row>[]) => Promise<Plan>
  batch: number
}

function shaped<Row>({ read, key, keyField, depth, plan, batch }: Shape<Row>): KindOfRoster {
  return {
    read(cells, district) {
      const row = read(cells, district)
      return Array.isArray(row) ? { problems: row } : { row }
    },
    keyOf: (row) => key(row as Row),
    keyField,
    depthOf: (row) => depth?.(row as Row) ?? 0,
    plan: (tx, by, given) => plan(tx, by, given as readonly Given<Row>[]),
    batch,
  }
}

export const kindsOfRoster: Record<RosterKind, KindOfRoster> = {
  units: shaped({
    ...{ read: readUnitRow, keyField: 'code', plan: planUnits, batch: 500 },
    key: (row) => row.path,
    depth: (row) => row.path.split('/').length,
  }),
  people: shaped({
    ...{ read: readPersonRow, keyField: 'login', plan: planPeople, batch: 60 },
    key: ({ login, post }) => `${login} ${post?.unitPath ?? ''} ${post?.role ?? ''}`,
  }),
  places: shaped({
    ...{ read: readPlaceRow, keyField: 'label', plan: planPlaces, batch: 500 },
    key: ({ code, unitPath, label }) => code ?? `${unitPath} ${label}`,
  }),
}
