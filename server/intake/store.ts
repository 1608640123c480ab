import { sql } from 'kysely'
import type { RowProblem } from '#domain/intake/problems.ts'
import { insertColumns } from '../db/insert-columns.ts'
import type { Tx } from '../db/scope.ts'
import type { IntakeImportRow } from '../db/tables.gen.ts'
import { seal } from '../secrets.ts'
import { headersDigest, type Remembered } from './queries.ts'

export type NewImport = Pick<
  IntakeImportRow,
  | 'district_id'
  | 'id'
  | 'account_id'
  | 'unit_id'
  | 'file_name'
  | 'file_sha256'
  | 'sheet'
  | 'rows_total'
  | 'created_at'
> & { header_row: number; headers: readonly string[] }

/** Puts an uploaded workbook on record. Out: false where the id is taken. */
export async function insertImport(tx: Tx, row: NewImport): Promise<boolean> {
  const result =
    await sql`insert into intake_import (district_id, id, account_id, unit_id, file_name, file_sha256, sheet, header_row,
      headers, state, rows_total, created_at)
    values (${row.district_id}, ${row.id}, ${row.account_id}, ${row.unit_id}, ${row.file_name}, ${row.file_sha256}, ${row.sheet},
      ${row.header_row}, ${JSON.stringify(row.headers)}, 'uploaded', ${row.rows_total}, ${new Date(row.created_at)})
    on conflict do nothing`.execute(tx)
  return result.numAffectedRows === 1n
}

/** Marks an import as running, from where it stood, and rings the queue at commit. */
export async function writeStart(
  tx: Tx,
  row: Pick<IntakeImportRow, 'district_id' | 'id'>,
  mapping: Record<string, number>,
  now: number,
): Promise<void> {
  await sql`update intake_import set state = 'running', mapping = ${JSON.stringify(mapping)}, failure = null, finished_at = null,
      started_at = coalesce(started_at, ${new Date(now)})
    where district_id = ${row.district_id} and id = ${row.id}`.execute(tx)
  await ringImport(tx, row.district_id, row.id)
}

/** Rings for an import; ringing twice is one job. */
export async function ringImport(tx: Tx, district: number, importId: string): Promise<void> {
  const payload = JSON.stringify({ district, importId })
  await sql`select ring('import', ${payload}::json, ${`import:${importId}`})`.execute(tx)
}

/** Remembers the columns for the next file with these headings. */
export async function rememberColumns(
  tx: Tx,
  { district, unitId, headers }: { district: number; unitId: string; headers: readonly string[] },
  remembered: Remembered,
  now: number,
): Promise<void> {
  await sql`insert into intake_mapping (district_id, unit_id, headers_digest, mapping, used_at)
    values (${district}, ${unitId}, ${headersDigest(headers)}, ${JSON.stringify(remembered)}, ${new Date(now)})
    on conflict (district_id, unit_id, headers_digest) do update set mapping = excluded.mapping, used_at = excluded.used_at`.execute(
    tx,
  )
}

export type Counts = { new: number; joined: number; known: number; bad: number }

/**
 * Counts a batch as done. Out: false where the import no longer stands at `from` or no longer runs, so the batch must not become true.
 */
export async function advance(
  tx: Tx,
  at: { district: number; importId: string; from: number },
  counts: Counts,
): Promise<boolean> {
  const done = counts.new + counts.joined + counts.known + counts.bad
  const result =
    await sql`update intake_import set rows_done = rows_done + ${done}, rows_new = rows_new + ${counts.new},
      rows_joined = rows_joined + ${counts.joined}, rows_known = rows_known + ${counts.known}, rows_bad = rows_bad + ${counts.bad},
      rows_total = greatest(rows_total, rows_done + ${done})
    where district_id = ${at.district} and id = ${at.importId} and state = 'running' and rows_done = ${at.from}`.execute(
      tx,
    )
  return result.numAffectedRows === 1n
}

/** Ends an import. Out: false where it was not running any more. */
export async function writeEnd(
  tx: Tx,
  at: { district: number; importId: string },
  end: { state: 'done' | 'stopped' | 'failed'; failure?: string },
  now: number,
): Promise<boolean> {
  const result =
    await sql`update intake_import set state = ${end.state}, failure = ${end.failure ?? null}, finished_at = ${new Date(now)},
      rows_total = case when ${end.state} = 'done' then rows_done else rows_total end
    where district_id = ${at.district} and id = ${at.importId} and state = 'running'`.execute(tx)
  return result.numAffectedRows === 1n
}

export type BadRow = { rowNumber: number; cells: readonly string[]; problems: readonly RowProblem[] }

/** What the cells of a row that was handed back are sealed to: they hold names and telephone numbers. */
export const boundOf = (district: number, importId: string, rowNumber: number) =>
  `${district}:${importId}:${rowNumber}:cells`

export async function insertBadRows(
  tx: Tx,
  district: number,
  importId: string,
  bad: readonly BadRow[],
): Promise<void> {
  const rows = bad.map(({ rowNumber, cells, problems }) => ({
    district_id: district,
    import_id: importId,
    row_number: rowNumber,
    cells: { sealed: seal(JSON.stringify(cells), boundOf(district, importId, rowNumber)).toString('base64') },
    problems,
  }))
  await insertColumns(tx, 'intake_bad_row', rows)
}
