import { sql } from 'kysely'
import type { ListQuery } from '#contract/list.ts'
import type { Tx } from '../db/scope.ts'

export type At = { district: number; exportId: string }
type NewExport = {
  district: number
  id: string
  accountId: string
  unitName: string
  query: ListQuery
  language: 'zh' | 'en'
  purpose: string
}

/** Puts an export on record and rings for it at commit. Out: false where the id is taken. */
export async function insertExport(tx: Tx, made: NewExport, now: number): Promise<boolean> {
  const result =
    await sql`insert into list_export (district_id, id, account_id, unit_name, query, language, purpose, state,
      rows_total, created_at)
    values (${made.district}, ${made.id}, ${made.accountId}, ${made.unitName}, ${JSON.stringify(made.query)}, ${made.language},
      ${made.purpose}, 'running', 0, ${new Date(now)}) on conflict do nothing`.execute(tx)
  if (result.numAffectedRows !== 1n) return false
  await ringExport(tx, { district: made.district, exportId: made.id })
  return true
}

export async function ringExport(tx: Tx, { district, exportId }: At): Promise<void> {
  const payload = JSON.stringify({ district, exportId })
  await sql`select ring('export', ${payload}::json, ${`export:${exportId}`})`.execute(tx)
}

/** How far a running export is. Out: false where it no longer runs. */
export async function writeProgress(
  tx: Tx,
  { district, exportId }: At,
  rows: { total: number; done: number },
): Promise<boolean> {
  const result = await sql`update list_export set rows_total = ${rows.total}, rows_done = ${rows.done}
    where district_id = ${district} and id = ${exportId} and state = 'running'`.execute(tx)
  return result.numAffectedRows === 1n
}

type End =
  | { state: 'done'; rows: number; isCut: boolean; bytes: number; expiresAt: number }
  | { state: 'failed' }

/** Ends a running export. Out: false where it was not running any more. */
export async function writeEnd(tx: Tx, { district, exportId }: At, end: End, now: number): Promise<boolean> {
  const done =
    end.state === 'done'
      ? sql`rows_total = ${end.rows}, rows_done = ${end.rows}, is_cut = ${end.isCut}, bytes = ${end.bytes},
          expires_at = ${new Date(end.expiresAt)},`
      : sql``
  const result = await sql`update list_export set ${done} state = ${end.state}, finished_at = ${new Date(now)}
    where district_id = ${district} and id = ${exportId} and state = 'running'`.execute(tx)
  return result.numAffectedRows === 1n
}

/** Takes up a failed one. Out: false where it had not failed. */
export async function writeAgain(tx: Tx, at: At): Promise<boolean> {
  const result = await sql`update list_export set state = 'running', rows_done = 0, finished_at = null
    where district_id = ${at.district} and id = ${at.exportId} and state = 'failed'`.execute(tx)
  return result.numAffectedRows === 1n
}

/** Marks what has run out. Out: the ids whose files may go. */
export async function expireExports(tx: Tx, district: number, now: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`update list_export set state = 'expired', bytes = null
    where district_id = ${district} and state = 'done' and expires_at <= ${new Date(now)} returning id`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}
