import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ImportView, intakeRoutes } from '#contract/intake.ts'
import type { StaffActor } from '#domain/actor.ts'
import { seatsWith } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { IntakeImportRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { iso, isoOrNull } from '../matter/views.ts'

export type ImportRow = IntakeImportRow & { by_name: string }

export function importViewOf(row: ImportRow): ImportView {
  return {
    id: row.id,
    fileName: row.file_name,
    state: row.state as ImportView['state'],
    byName: row.by_name,
    createdAt: iso(row.created_at),
    startedAt: isoOrNull(row.started_at),
    finishedAt: isoOrNull(row.finished_at),
    rowsTotal: row.rows_total,
    rowsDone: row.rows_done,
    rowsNew: row.rows_new,
    rowsJoined: row.rows_joined,
    rowsKnown: row.rows_known,
    rowsBad: row.rows_bad,
    failure: row.failure,
  }
}

/** The units whose imports a person sees: a colleague at the same counter carries on what another began. */
const unitsOf = (actor: StaffActor) => seatsWith(actor, 'intake.import').map((seat) => seat.unitId)

const selected = sql`select i.*, p.name by_name from intake_import i
  join account a on a.district_id = i.district_id and a.id = i.account_id
  join person p on p.district_id = a.district_id and p.id = a.person_id`

/** The import of one of the actor's units. With `lock` it stays as it is until the transaction ends. */
export async function findImport(
  tx: Tx,
  actor: StaffActor,
  id: string,
  lock = false,
): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`${selected} where i.district_id = ${actor.districtId} and i.id = ${id}
    and i.unit_id = any (${unitsOf(actor)}::uuid[]) ${lock ? sql`for update of i` : sql``}`.execute(tx)
  return rows[0]
}

export async function getImport({ tx, actor, params }: Call<typeof intakeRoutes.getImport>) {
  const row = await findImport(tx, actor, params.id)
  return row ? importViewOf(row) : refuse('notFound')
}

/** The imports of the actor's units, newest first. Refusal: `badInput` for a cursor that is not ours. */
export async function listImports({ tx, actor, query }: Call<typeof intakeRoutes.listImports>) {
  const cursor = /^(\d{13})_([0-9a-f-]{36})$/.exec(query.cursor ?? '')
  if (query.cursor !== undefined && !cursor)
    return refuse('badInput', { field: 'cursor', hint: '' }, 'cursor')
  const before = cursor
    ? sql`and (i.created_at, i.id) < (${new Date(Number(cursor[1]))}, ${cursor[2]}::uuid)`
    : sql``
  const { rows } = await sql<ImportRow>`${selected} where i.district_id = ${actor.districtId}
    and i.unit_id = any (${unitsOf(actor)}::uuid[]) ${before}
    order by i.created_at desc, i.id desc limit ${query.limit + 1}`.execute(tx)
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  const next = rows.length > query.limit && last ? `${last.created_at}_${last.id}` : null
  return { rows: shown.map(importViewOf), next }
}

/** What a unit chose for files with the same headings: field → column, and heading → field for finding them in others. */
export type Remembered = { columns: Record<string, number>; headings: Record<string, string> }

export function headersDigest(headers: readonly string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(headers)).digest()
}

export async function findMapping(
  tx: Tx,
  district: number,
  unitId: string,
  headers: readonly string[],
): Promise<Remembered | undefined> {
  const { rows } = await sql<{
    mapping: Remembered
  }>`select mapping from intake_mapping where district_id = ${district}
    and unit_id = ${unitId} and headers_digest = ${headersDigest(headers)}`.execute(tx)
  return rows[0]?.mapping
}

/** All headings this unit ever chose a field for, the latest choice winning. */
export async function listHeadings(
  tx: Tx,
  district: number,
  unitId: string,
): Promise<Record<string, string>> {
  const { rows } = await sql<{
    mapping: Remembered
  }>`select mapping from (select mapping, used_at from intake_mapping
    where district_id = ${district} and unit_id = ${unitId} order by used_at desc limit 30) x order by used_at`.execute(
    tx,
  )
  return Object.assign({}, ...rows.map(({ mapping }) => mapping.headings)) as Record<string, string>
}
