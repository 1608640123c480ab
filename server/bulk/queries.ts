import { sql } from 'kysely'
import type { BulkRun, bulkRoutes } from '#contract/bulk.ts'
import type { BulkVerb } from '#domain/matter/bulk.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { BulkRunRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { readCursor, writeCursor } from '../matter/cursor.ts'
import { iso, isoOrNull } from '../matter/views.ts'

/** Like every column of a matter, the words of a refusal are for whoever may read the matter now. */
type Line = { id: string; refusal: Refusal; number: string | null; title: string | null }

export async function findRun(tx: Tx, district: number, id: string): Promise<BulkRunRow | undefined> {
  const { rows } =
    await sql<BulkRunRow>`select * from bulk_run where district_id = ${district} and id = ${id}`.execute(tx)
  return rows[0]
}

const rowOf = (row: BulkRunRow) => ({
  id: row.id,
  verb: row.verb as BulkVerb,
  state: row.state as BulkRun['state'],
  total: row.total,
  done: row.done,
  notDone: row.refused,
  createdAt: iso(row.created_at),
  finishedAt: isoOrNull(row.finished_at),
})

/** A run with everything that was refused in it, in the order in which it was chosen. */
export async function runView(tx: Tx, row: BulkRunRow): Promise<BulkRun> {
  const { rows } = await sql<Line>`select i.matter_id id, i.refusal, m.number, m.title from bulk_item i
    left join matter m on m.district_id = i.district_id and m.id = i.matter_id
    where i.district_id = ${row.district_id} and i.run_id = ${row.id} and i.state = 'refused' order by i.position`.execute(
    tx,
  )
  return { ...rowOf(row), refusals: rows }
}

/** A run of one's own; of others nobody hears. */
export async function getBulk({ tx, actor, params }: Call<typeof bulkRoutes.getBulk>) {
  const row = await findRun(tx, actor.districtId, params.id)
  return row?.account_id === actor.accountId ? runView(tx, row) : refuse('notFound')
}

export async function listBulk({ tx, actor, query }: Call<typeof bulkRoutes.listBulk>) {
  const cursor = readCursor(query.cursor)
  const before = cursor
    ? sql`and (created_at, id) < (${cursor.key ?? ''}::timestamptz, ${cursor.id}::uuid)`
    : sql``
  const { rows } = await sql<BulkRunRow>`select * from bulk_run where district_id = ${actor.districtId}
    and account_id = ${actor.accountId} ${before} order by created_at desc, id desc limit ${query.limit + 1}`.execute(
    tx,
  )
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  const next =
    rows.length > query.limit && last ? writeCursor({ key: iso(last.created_at), id: last.id }) : null
  return { rows: shown.map(rowOf), next }
}
