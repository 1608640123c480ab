import { sql } from 'kysely'
import type { RosterView, rosterRoutes } from '#contract/roster.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { OrgImportRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { iso, isoOrNull } from '../matter/views.ts'

export type RosterRow = OrgImportRow & { by_name: string; passwords: number }

export function rosterViewOf(row: RosterRow): RosterView {
  return {
    ...{ id: row.id, kind: row.kind as RosterView['kind'], fileName: row.file_name, byName: row.by_name },
    ...{ state: row.state as RosterView['state'], failure: row.failure, passwords: row.passwords },
    ...{ createdAt: iso(row.created_at), finishedAt: isoOrNull(row.finished_at) },
    ...{ rowsTotal: row.rows_total, rowsDone: row.rows_done, rowsNew: row.rows_new },
    ...{ rowsChanged: row.rows_changed, rowsSame: row.rows_same, rowsBad: row.rows_bad },
  }
}

const selected = sql`select i.*, p.name by_name, (select count(*) from org_import_password w
    where w.district_id = i.district_id and w.import_id = i.id)::int passwords
  from org_import i
  join account a on a.district_id = i.district_id and a.id = i.account_id
  join person p on p.district_id = a.district_id and p.id = a.person_id`

/** An import of the district. With `lock` it stays as it is until the transaction ends. */
export async function findRoster(
  tx: Tx,
  district: number,
  id: string,
  lock = false,
): Promise<RosterRow | undefined> {
  const { rows } = await sql<RosterRow>`${selected} where i.district_id = ${district} and i.id = ${id}
    ${lock ? sql`for update of i` : sql``}`.execute(tx)
  return rows[0]
}

export async function getRoster({ tx, actor, params }: Call<typeof rosterRoutes.getRoster>) {
  const row = await findRoster(tx, actor.districtId, params.id)
  return row ? rosterViewOf(row) : refuse('notFound')
}

/** The imports of the district, newest first. Refusal: `badInput` for a cursor that is not ours. */
export async function listRosters({ tx, actor, query }: Call<typeof rosterRoutes.listRosters>) {
  const cursor = /^(\d{13})_([0-9a-f-]{36})$/.exec(query.cursor ?? '')
  if (query.cursor !== undefined && !cursor)
    return refuse('badInput', { field: 'cursor', hint: '' }, 'cursor')
  const before = cursor
    ? sql`and (i.created_at, i.id) < (${new Date(Number(cursor[1]))}, ${cursor[2]}::uuid)`
    : sql``
  const { rows } = await sql<RosterRow>`${selected} where i.district_id = ${actor.districtId} ${before}
    order by i.created_at desc, i.id desc limit ${query.limit + 1}`.execute(tx)
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  const next = rows.length > query.limit && last ? `${last.created_at}_${last.id}` : null
  return { rows: shown.map(rosterViewOf), next }
}
