import { sql } from 'kysely'
import type { ExportView, exportRoutes } from '#contract/export.ts'
import type { StaffActor } from '#domain/actor.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { ListExportRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { readCursor, writeCursor } from '../matter/cursor.ts'
import { iso, isoOrNull } from '../matter/views.ts'
import { readStored } from '../view/queries.ts'

/** Where the bytes of an export lie. */
export const fileKey = (district: number, id: string) => `${district}/export/${id}`

/** An export of one's own; of others nobody hears. */
export async function findExport(tx: Tx, actor: StaffActor, id: string): Promise<ListExportRow | undefined> {
  const { rows } = await sql<ListExportRow>`select * from list_export where district_id = ${actor.districtId}
    and id = ${id} and account_id = ${actor.accountId}`.execute(tx)
  return rows[0]
}

export const exportViewOf = (row: ListExportRow): ExportView => ({
  id: row.id,
  state: row.state as ExportView['state'],
  query: readStored(row.query).query,
  purpose: row.purpose,
  rowsTotal: row.rows_total,
  rowsDone: row.rows_done,
  isCut: row.is_cut,
  bytes: row.bytes,
  createdAt: iso(row.created_at),
  expiresAt: isoOrNull(row.expires_at),
})

export async function getExport({ tx, actor, params }: Call<typeof exportRoutes.getExport>) {
  const row = await findExport(tx, actor, params.id)
  return row ? exportViewOf(row) : refuse('notFound')
}

export async function listExports({ tx, actor, query }: Call<typeof exportRoutes.listExports>) {
  const cursor = readCursor(query.cursor)
  const before = cursor ? sql`and (created_at, id) < (${cursor.key}::timestamptz, ${cursor.id}::uuid)` : sql``
  const { rows } = await sql<ListExportRow>`select * from list_export where district_id = ${actor.districtId}
    and account_id = ${actor.accountId} ${before} order by created_at desc, id desc limit ${query.limit + 1}`.execute(
    tx,
  )
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  const next =
    rows.length > query.limit && last ? writeCursor({ key: iso(last.created_at), id: last.id }) : null
  return { rows: shown.map(exportViewOf), next }
}
