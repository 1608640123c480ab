import type { RosterField } from '#domain/roster/fields.ts'
import type { RosterProblem, RosterProblemCode } from '#domain/roster/problems.ts'
import type { Tx } from '../db/scope.ts'

export type Change = { field: RosterField; before: string; after: string }

/** What becomes of a row: it is added, it changes something, it is there already, or it is handed back. */
export type Outcome =
  | { what: 'new' | 'same' }
  | { what: 'changed'; changes: Change[] }
  | { what: 'bad'; problems: readonly RosterProblem[] }

/** A row that could be read, with its number in the sheet. */
export type Given<Row> = { rowNumber: number; row: Row }

/** Who imports, for the record. */
export type Author = { district: number; accountId: string; importId: string; now: number }

/** A batch as it would be written: what becomes of each row by its number, and the writing. */
export type Plan = { outcomes: Map<number, Outcome>; write: (tx: Tx) => Promise<void> }

/** A row that is handed back for one reason. */
export function bad(
  code: RosterProblemCode,
  field: RosterField,
  facts: Record<string, string | number> = {},
): Outcome {
  return { what: 'bad', problems: [{ code, field, facts }] }
}

/** Same or changed, by what differs. */
export function sameOr(changes: readonly (Change | undefined)[]): Outcome {
  const real = changes.filter((change) => change !== undefined)
  return real.length === 0 ? { what: 'same' } : { what: 'changed', changes: real }
}

/** A difference, where a value was given at all and is another. */
export function differs(
  field: RosterField,
  before: string | number | null,
  after: string | number | null,
): Change | undefined {
  if (after === null || after === before) return undefined
  return { field, before: before === null ? '' : String(before), after: String(after) }
}
