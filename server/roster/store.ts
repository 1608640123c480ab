import { sql } from 'kysely'
import type { RosterProblem } from '#domain/roster/problems.ts'
import { insertColumns } from '../db/insert-columns.ts'
import type { Tx } from '../db/scope.ts'
import type { OrgImportRow } from '../db/tables.gen.ts'
import { seal } from '../secrets.ts'

export type NewRoster = Pick<
  OrgImportRow,
  | 'district_id'
  | 'id'
  | 'kind'
  | 'account_id'
  | 'file_name'
  | 'file_sha256'
  | 'sheet'
  | 'header_row'
  | 'rows_total'
  | 'created_at'
> & { headers: readonly string[]; mapping: Record<string, number> }

/** Puts an uploaded workbook on record. Out: false where the id is taken. */
export async function insertRoster(tx: Tx, r: NewRoster): Promise<boolean> {
  const result =
    await sql`insert into org_import (district_id, id, kind, account_id, file_name, file_sha256, sheet, header_row,
      headers, mapping, state, rows_total, created_at)
    values (${r.district_id}, ${r.id}, ${r.kind}, ${r.account_id}, ${r.file_name}, ${r.file_sha256}, ${r.sheet}, ${r.header_row},
      ${JSON.stringify(r.headers)}::jsonb, ${JSON.stringify(r.mapping)}::jsonb, 'uploaded', ${r.rows_total}, ${new Date(r.created_at)})
    on conflict do nothing`.execute(tx)
  return result.numAffectedRows === 1n
}

/** Marks an import as running, from where it stood, and rings the queue at commit. */
export async function writeRosterStart(
  tx: Tx,
  row: Pick<OrgImportRow, 'district_id' | 'id'>,
  mapping: Record<string, number>,
  now: number,
): Promise<void> {
  await sql`update org_import set state = 'running', mapping = ${JSON.stringify(mapping)}::jsonb, failure = null,
      finished_at = null, started_at = coalesce(started_at, ${new Date(now)})
    where district_id = ${row.district_id} and id = ${row.id}`.execute(tx)
  await ringRoster(tx, row.district_id, row.id)
}

/** Rings for an import; ringing twice is one job. */
export async function ringRoster(tx: Tx, district: number, importId: string): Promise<void> {
  const payload = JSON.stringify({ district, importId })
  await sql`select ring('roster', ${payload}::json, ${`roster:${importId}`})`.execute(tx)
}

export type RosterCounts = { new: number; changed: number; same: number; bad: number }
type At = { district: number; importId: string }

/** Counts a batch as done. Out: false where the import no longer stands at `from`, so the batch must not become true. */
export async function advanceRoster(
  tx: Tx,
  { district, importId, from }: At & { from: number },
  counts: RosterCounts,
): Promise<boolean> {
  const done = counts.new + counts.changed + counts.same + counts.bad
  const result =
    await sql`update org_import set rows_done = rows_done + ${done}, rows_new = rows_new + ${counts.new},
      rows_changed = rows_changed + ${counts.changed}, rows_same = rows_same + ${counts.same}, rows_bad = rows_bad + ${counts.bad}
    where district_id = ${district} and id = ${importId} and state = 'running' and rows_done = ${from}`.execute(
      tx,
    )
  return result.numAffectedRows === 1n
}

/** Ends an import. Out: false where it was not running any more. */
export async function writeRosterEnd(
  tx: Tx,
  { district, importId }: At,
  end: { state: 'done' | 'failed'; failure?: string },
  now: number,
): Promise<boolean> {
  const result = await sql`update org_import set state = ${end.state}, failure = ${end.failure ?? null},
      finished_at = ${new Date(now)}
    where district_id = ${district} and id = ${importId} and state = 'running'`.execute(tx)
  return result.numAffectedRows === 1n
}

/** What the cells of a row that was handed back are sealed to. */
export const cellsBound = (district: number, importId: string, rowNumber: number) =>
  `${district}:${importId}:${rowNumber}:roster-cells`

/** What a password for one use is sealed to. */
export const passwordBound = (district: number, importId: string, rowNumber: number) =>
  `${district}:${importId}:${rowNumber}:once-password`

export type RosterBadRow = {
  rowNumber: number
  cells: readonly string[]
  problems: readonly RosterProblem[]
}

export async function insertRosterBadRows(
  tx: Tx,
  { district, importId }: At,
  bad: readonly RosterBadRow[],
): Promise<void> {
  await insertColumns(
    tx,
    'org_import_bad_row',
    bad.map(({ rowNumber, cells, problems }) => ({
      ...{ district_id: district, import_id: importId, row_number: rowNumber, problems },
      cells: seal(JSON.stringify(cells), cellsBound(district, importId, rowNumber)),
    })),
  )
}

type Taken = { row_number: number; sealed: Buffer }

/** Takes the passwords of an import away. Out: what was there, by row. */
export async function takePasswordRows(tx: Tx, { district, importId }: At): Promise<Taken[]> {
  const { rows } = await sql<Taken>`delete from org_import_password
    where district_id = ${district} and import_id = ${importId} returning row_number, sealed`.execute(tx)
  return rows.toSorted((a, b) => a.row_number - b.row_number)
}
